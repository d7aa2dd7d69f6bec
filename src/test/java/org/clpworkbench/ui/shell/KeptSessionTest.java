package org.clpworkbench.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.util.Duration;

import org.clpworkbench.settings.Session;
import org.clpworkbench.settings.SettingsFile;
import org.clpworkbench.settings.Workspace;
import org.clpworkbench.ui.WorkbenchWindow;
import org.clpworkbench.ui.common.ScreenName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/// What a window that nobody closes has kept: the settings are taken while it is open.
class KeptSessionTest {
    private static final Duration OFTEN = Duration.millis(200);

    @TempDir private Path workspace;
    @TempDir private Path another;

    @Test
    void isKeptWhenAnotherScreenIsOpened() throws Exception {
        try (var window = WorkbenchWindow.open(workspace)) {
            window.fire("#segment-text");
            window.open(ScreenName.RUNS);
            window.await("the screen kept", () -> kept().screen().equals("RUNS"));
            takeSettings();
        }
        try (var window = WorkbenchWindow.open(another)) {
            window.await("the runs", () -> window.shows("#rail-runs:selected"));
            window.open(ScreenName.MODELS);
            window.await("the segment", () -> window.shows("#segment-text:selected"));
        }
    }

    @Test
    void isKeptWhileTheScreenStaysAndWrittenOnlyWhereItIsNew() throws Exception {
        try (var window = WorkbenchWindow.open(workspace, OFTEN)) {
            window.fire("#jobsButton");
            window.await("the jobs kept", () -> kept().layout().jobs());
            WorkbenchWindow.pause(1000);
            FileTime written = written();
            WorkbenchWindow.pause(1000);
            assertThat(written()).isEqualTo(written);
            takeSettings();
            window.fire("#jobsButton");
        }
        try (var window = WorkbenchWindow.open(another)) {
            assertThat(window.sees(".jobs-drawer")).isTrue();
        }
    }

    private Path file() {
        return new Workspace(workspace).settingsFile();
    }

    private Session kept() {
        try (var settings = new SettingsFile(file())) {
            return settings.current().session();
        }
    }

    private FileTime written() throws IOException {
        return Files.getLastModifiedTime(file());
    }

    private void takeSettings() throws IOException {
        Files.copy(file(), new Workspace(another).settingsFile());
    }
}
