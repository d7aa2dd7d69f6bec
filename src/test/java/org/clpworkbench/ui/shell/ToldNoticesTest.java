package org.clpworkbench.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;

import org.clpworkbench.settings.Language;
import org.clpworkbench.ui.Person;
import org.clpworkbench.ui.WorkbenchWindow;
import org.clpworkbench.ui.common.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Notices of the real window, which its drawer keeps.
class ToldNoticesTest {
    private static final String DAMAGED = "Not all settings could be read";
    private static final String STEP = "#notices .notice-steps .button";

    @TempDir private Path workspace;

    @AfterEach
    void speakEnglish() {
        Texts.speak(Locale.ENGLISH);
    }

    @Test
    void saysThatSettingsWereDamagedAndKeepsSayingSoInTheDrawer() throws Exception {
        Files.writeString(workspace.resolve("settings.json"), "{ half");
        try (var window = WorkbenchWindow.open(workspace)) {
            window.fire("#jobsButton");
            window.await("the notice in the drawer", () -> told(window).contains(DAMAGED));
            window.fire("#jobs-clear");
            assertThat(told(window))
                    .contains(DAMAGED)
                    .anyMatch(words -> words.contains("settings-damaged.json"));
            window.picture("shell-notices");
            assertThat(WorkbenchWindow.onFxThread(() -> step(window).getAccessibleText()))
                    .isEqualTo("Show log: " + DAMAGED);
            new Person(window::scene).tabTo(STEP);
            window.robot().push(KeyCode.SPACE);
            window.await("the log", () -> window.sees("#log-entries"));
            window.robot().push(KeyCode.ESCAPE);
            window.await("no log", () -> !window.sees("#log-entries"));
            assertThat(WorkbenchWindow.onFxThread(() -> step(window).isFocused())).isTrue();

            window.speak(Language.GERMAN);
            window.await("the notice still", () -> told(window).contains(DAMAGED));
            window.fire(STEP);
            window.await("the log of this window", () -> window.sees("#log-entries"));
        }
        assertThat(workspace.resolve("settings-damaged.json")).hasContent("{ half");
    }

    private static Button step(WorkbenchWindow window) {
        return window.node(STEP, Button.class);
    }

    private static List<String> told(WorkbenchWindow window) {
        return WorkbenchWindow.onFxThread(
                () ->
                        window.scene().getRoot().lookupAll("#notices .label").stream()
                                .map(label -> ((Label) label).getText())
                                .toList());
    }
}
