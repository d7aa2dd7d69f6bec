package org.clpworkbench.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Parent;

import org.clpworkbench.settings.Language;
import org.clpworkbench.ui.common.ScreenName;
import org.clpworkbench.ui.common.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.Locale;

/// What a window showed is let go of: it would go on moving, and take memory, for as long as the
/// program runs.
class ClosedWindowTest {
    private static final int TRIES = 40;

    @TempDir private Path workspace;

    @AfterEach
    void speakEnglish() {
        Texts.speak(Locale.ENGLISH);
    }

    @Test
    void isLetGoOfWithAllItsScreens() throws Exception {
        WeakReference<Parent> shown;
        try (var window = WorkbenchWindow.open(workspace)) {
            visitAll(window);
            shown = new WeakReference<>(window.scene().getRoot());
        }
        assertLetGo(shown);
    }

    @Test
    void theContentInAnotherLanguageIsToo() throws Exception {
        try (var window = WorkbenchWindow.open(workspace)) {
            visitAll(window);
            var shown = new WeakReference<>(window.scene().getRoot());
            window.speak(Language.GERMAN);
            visitAll(window);
            window.forgetEvents();
            assertLetGo(shown);
        }
    }

    private static void visitAll(WorkbenchWindow window) {
        for (ScreenName screen : ScreenName.values()) {
            window.open(screen);
        }
    }

    private static void assertLetGo(WeakReference<?> shown) throws InterruptedException {
        for (int i = 0; i < TRIES && shown.get() != null; i++) {
            System.gc();
            Thread.sleep(250);
        }
        assertThat(shown.get()).isNull();
    }
}
