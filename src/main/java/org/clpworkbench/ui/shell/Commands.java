package org.clpworkbench.ui.shell;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Spinner;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Toggle;

import org.clpworkbench.settings.Language;
import org.clpworkbench.ui.common.ScreenName;
import org.clpworkbench.ui.common.Texts;

import java.util.ArrayList;
import java.util.List;

/// Everything that can be done from the keyboard: what the window does on every screen, and what
/// can be pressed, ticked, expanded and chosen on the screen that is open and in the list of jobs,
/// each with how it stands.
final class Commands {
    private final Texts texts = Texts.of(ShellViewModel.class);
    private final List<Command> everywhere = new ArrayList<>();

    /// @param palette opens the list of commands
    /// @param keys opens the list of keys
    /// @param log opens the log
    /// @param tour begins the tour
    Commands(
            ShellViewModel viewModel,
            Runnable palette,
            Runnable keys,
            Runnable log,
            Runnable tour) {
        everywhere.add(Command.of(texts.get("command.palette"), palette, "Shortcut+K"));
        everywhere.add(Command.of(texts.get("command.keys"), keys, "F1"));
        for (ScreenName screen : ScreenName.values()) {
            everywhere.add(
                    Command.of(
                            texts.get("command.open", texts.get("screen." + screen)),
                            () -> viewModel.open(screen),
                            "Shortcut+" + (screen.ordinal() + 1)));
        }
        everywhere.add(
                Command.of(
                        texts.get("command.jobs"),
                        () -> viewModel.jobsShown().set(!viewModel.jobsShown().get()),
                        "Shortcut+J"));
        everywhere.add(Command.of(texts.get("command.log"), log, "Shortcut+L"));
        everywhere.add(Command.of(texts.get("tour.hint"), tour));
        everywhere.add(
                Command.of(texts.get("command.theme"), viewModel::nextTheme, "Shortcut+Shift+T"));
        everywhere.add(
                Command.of(
                        texts.get("command.larger"),
                        viewModel::larger,
                        "Shortcut+Plus",
                        "Shortcut+Equals",
                        "Shortcut+Add"));
        everywhere.add(
                Command.of(
                        texts.get("command.smaller"),
                        viewModel::smaller,
                        "Shortcut+Minus",
                        "Shortcut+Subtract"));
        everywhere.add(Command.of(texts.get("command.usual"), viewModel::usualSize, "Shortcut+0"));
        for (Language language : Language.values()) {
            everywhere.add(
                    Command.of(
                            language == Language.SYSTEM
                                    ? texts.get("command.language.SYSTEM")
                                    : texts.get("command.language", language.ownName()),
                            () -> viewModel.speak(language)));
        }
    }

    List<Command> everywhere() {
        return List.copyOf(everywhere);
    }

    /// What can be done in places of the window as they stand, before what can be done everywhere.
    List<Command> on(List<Parent> places) {
        var all = new ArrayList<Command>();
        places.forEach(place -> collect(place, all));
        all.addAll(everywhere);
        return all;
    }

    private void collect(Node node, List<Command> found) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        switch (node) {
            case MenuButton menu -> collect(words(menu), menu.getItems(), found);
            case ButtonBase button -> {
                if (!words(button).isBlank()) {
                    found.add(Command.of(withState(button), button::fire));
                }
            }
            case TitledPane pane when pane.isCollapsible() -> {
                found.add(Command.of(turning(pane), () -> pane.setExpanded(!pane.isExpanded())));
                collectChildren(pane, found);
            }
            case ComboBoxBase<?> box -> leadTo(box, found);
            case Spinner<?> spinner -> leadTo(spinner, found);
            case Parent parent -> collectChildren(parent, found);
            default -> {}
        }
    }

    private void collectChildren(Parent parent, List<Command> found) {
        parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
    }

    private String withState(ButtonBase button) {
        return switch (button) {
            case CheckBox box -> told(box.isSelected(), words(box));
            case Toggle toggle -> told(toggle.isSelected(), words(button));
            default -> words(button);
        };
    }

    private String told(boolean selected, String words) {
        return texts.get(selected ? "command.on" : "command.off", words);
    }

    /// What is chosen or typed in it is chosen or typed there.
    private void leadTo(Control entered, List<Command> found) {
        String name = entered.getAccessibleText();
        if (name != null && !name.isBlank()) {
            found.add(Command.of(texts.get("command.go", name), entered::requestFocus));
        }
    }

    private String turning(TitledPane pane) {
        return texts.get(pane.isExpanded() ? "command.collapse" : "command.expand", pane.getText());
    }

    private static void collect(String menu, List<MenuItem> items, List<Command> found) {
        for (MenuItem item : items) {
            if (item.getText() != null && !item.isDisable()) {
                String words = menu + ": " + item.getText();
                if (item instanceof Menu inner) {
                    collect(words, inner.getItems(), found);
                } else {
                    found.add(Command.of(words, item::fire));
                }
            }
        }
    }

    private static String words(ButtonBase button) {
        String shown = button.getText() == null ? "" : button.getText();
        String read = button.getAccessibleText() == null ? "" : button.getAccessibleText();
        return read.isBlank() ? shown : read;
    }
}
