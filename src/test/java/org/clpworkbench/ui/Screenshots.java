package org.clpworkbench.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Group;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.image.WritableImage;

import org.clpworkbench.ui.common.ScreenName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import javax.imageio.ImageIO;

/// Takes the pictures of every screen anew, light and dark, from the running window: `mvn -q test
/// -Pscreenshots`.
@Tag("screenshots")
class Screenshots {
    private static final Path FOLDER =
            Path.of(System.getProperty("clp.screenshots", "screenshots"));

    private record Size(int width, int height, String suffix) {}

    @Test
    void takesAPictureOfEveryScreenInEveryTheme(@TempDir Path workspace) throws Exception {
        Files.createDirectories(FOLDER);
        try (var hub = new HubOnShow(workspace);
                var window = WorkbenchWindow.open(workspace, hub.environment())) {
            for (ScreenName screen : ScreenName.values()) {
                prepare(window, screen);
                takeInThemes(window, screen.name());
                if (screen == ScreenName.MODELS) {
                    hub.fill(window);
                    takeInThemes(window, "HUB");
                    window.fire("#segment-hand");
                }
            }
            makeAHelper(window);
            window.fire("#jobsButton");
            takeBoth(window, "JOBS", "dark");
            window.theme("light");
            takeBoth(window, "JOBS", "light");
        }
        try (var pictures = Files.list(FOLDER)) {
            assertThat(pictures.filter(file -> file.toString().endsWith(".png")).count())
                    .isGreaterThanOrEqualTo(4L * ScreenName.values().length);
        }
    }

    /// Brings a screen into the state that shows best what it is for.
    private static void prepare(WorkbenchWindow window, ScreenName screen) {
        window.open(screen);
        switch (screen) {
            case DATA -> {
                window.await("the texts", () -> window.text("#answer").contains("tokens of"));
                window.fire("#measure-share");
                window.await("the split", () -> window.text("#answer").contains("kept to"));
                window.await("the count", () -> window.text("#answer").contains("documents;"));
                WorkbenchWindow.pause(500);
            }
            case OVERLAP -> window.await("the overlap", () -> window.shows(".token-chip"));
            case NEIGHBOURS -> {
                window.await("the space", () -> window.text("#answer").contains("among"));
                WorkbenchWindow.pause(1000);
            }
            case TRANSFER -> {
                window.await(
                        "the estimate", () -> !window.node("#transfer", Button.class).isDisabled());
                window.fire("#transfer");
                window.await("the report", () -> window.node("#train", Button.class).isVisible());
            }
            case TRAINING -> MainJob.race(window, 32, 4, 128);
            case RUNS -> window.await("the runs", () -> window.text("#answer").contains("2 runs"));
            case GENERATE -> {
                window.await("the models", () -> !window.node("#write", Button.class).isDisabled());
                window.fire("#write");
                window.await("the texts", () -> window.node("#stop", Button.class).isDisabled());
            }
            case MODELS -> WorkbenchWindow.pause(500);
        }
    }

    private static void makeAHelper(WorkbenchWindow window) throws IOException {
        window.open(ScreenName.MODELS);
        window.fire("#segment-text");
        window.await("the text's size", () -> window.text("#helperAnswer").contains("MB"));
        window.await("the passes", () -> window.text("#plan").contains("passes"));
        takeInThemes(window, "HELPER");
        SmallHelper.make(window);
        window.await("the tokenizer", () -> window.shows("#merges .token-chip"));
        takeInThemes(window, "HELPER-MADE");
        window.theme("dark");
    }

    private static void takeInThemes(WorkbenchWindow window, String name) throws IOException {
        for (String theme : new String[] {"light", "dark"}) {
            window.theme(theme);
            takeBoth(window, name, theme);
        }
    }

    /// The test screen is smaller than the pictures, so the window's content is moved into a scene
    /// of the picture's size for the moment.
    private static void takeBoth(WorkbenchWindow window, String name, String theme)
            throws IOException {
        WorkbenchWindow.pause(400);
        take(window, name, theme, new Size(1600, 1000, ""));
        take(window, name, theme, new Size(1024, 700, "-small"));
    }

    private static void take(WorkbenchWindow window, String what, String theme, Size size)
            throws IOException {
        WritableImage image = WorkbenchWindow.onFxThread(() -> picture(window.scene(), size));
        String name = what.toLowerCase(Locale.ROOT) + "-" + theme + size.suffix() + ".png";
        ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", FOLDER.resolve(name).toFile());
    }

    private static WritableImage picture(Scene shown, Size size) {
        Parent root = shown.getRoot();
        shown.setRoot(new Group());
        var scene = new Scene(root, size.width(), size.height());
        scene.getStylesheets().setAll(shown.getStylesheets());
        scene.snapshot(null);
        WritableImage image = scene.snapshot(null);
        scene.setRoot(new Group());
        shown.setRoot(root);
        return image;
    }
}
