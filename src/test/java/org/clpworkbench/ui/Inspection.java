package org.clpworkbench.ui;

import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import javax.imageio.ImageIO;

/// Looks at what the window shows in several ways, and keeps what is wrong: texts that are cut off
/// or too faint, what cannot be come to or has no name. Themes and sizes change while a state is on
/// show, which costs less than to reach it anew. What was looked at is left in target/pictures
/// where [Pictures] are wanted.
final class Inspection {
    private static final int LARGE_WINDOW = 3000;
    private static final int TO_SETTLE = 150;

    private final WorkbenchWindow window;
    private final String name;
    private final List<Look> looks;
    private final List<String> found = new ArrayList<>();
    private boolean large;

    /// @param name of all that is looked at, as of its language
    /// @param window with texts of the usual size
    Inspection(WorkbenchWindow window, String name, List<Look> looks) {
        this.window = window;
        this.name = name;
        this.looks = List.copyOf(looks);
    }

    /// What was wrong, where, and in which look.
    List<String> found() {
        return List.copyOf(found);
    }

    void lookAt(String state) {
        WorkbenchWindow.pause(TO_SETTLE);
        for (Look look : fewestChanges()) {
            if (isDark() != look.dark() || large != look.large()) {
                wear(look);
                WorkbenchWindow.pause(TO_SETTLE);
            }
            WorkbenchWindow.onFxThread(
                    () -> {
                        lookAt(state, look);
                        return true;
                    });
        }
    }

    /// Those first that need no other theme and size of texts than the window has.
    private List<Look> fewestChanges() {
        boolean dark = isDark();
        return looks.stream()
                .sorted(
                        Comparator.comparing((Look look) -> look.dark() != dark)
                                .thenComparing(look -> look.large() != large))
                .toList();
    }

    private boolean isDark() {
        return WorkbenchWindow.onFxThread(
                () -> window.scene().getRoot().getStyleClass().contains("dark"));
    }

    private void wear(Look look) {
        while (isDark() != look.dark()) {
            window.fire("#themeButton");
        }
        if (large != look.large()) {
            if (look.large()) {
                TextSize.large(window);
            } else {
                TextSize.usual(window);
            }
            large = look.large();
        }
    }

    /// The test screen is small: the window's content is moved into a scene of the size asked for,
    /// for the moment.
    private void lookAt(String state, Look look) {
        String where = name + "-" + state + "-" + look;
        Scene shown = window.scene();
        Parent root = shown.getRoot();
        Node focus = shown.getFocusOwner();
        shown.setRoot(new Group());
        var scene = new Scene(root, look.width(), look.height());
        scene.getStylesheets().setAll(shown.getStylesheets());
        scene.snapshot(null);
        // what took another place for the new size
        root.applyCss();
        root.layout();
        told(where, Faults.in(scene));
        if (look.width() > LARGE_WINDOW) {
            told(where, Spread.lacking(scene));
        }
        if (Pictures.wanted()) {
            save(scene, where);
        }
        scene.setRoot(new Group());
        shown.setRoot(root);
        if (focus != null) {
            focus.requestFocus();
        }
    }

    private void told(String where, List<String> faults) {
        faults.forEach(fault -> found.add(where + ": " + fault));
    }

    private static void save(Scene scene, String name) {
        File file = new File("target/pictures/look-" + name + ".png");
        try {
            file.getParentFile().mkdirs();
            ImageIO.write(SwingFXUtils.fromFXImage(scene.snapshot(null), null), "png", file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
