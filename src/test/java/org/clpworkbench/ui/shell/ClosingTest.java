package org.clpworkbench.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.event.Event;
import javafx.scene.control.ButtonBase;
import javafx.stage.WindowEvent;

import org.clpworkbench.ui.WorkbenchWindow;
import org.clpworkbench.ui.common.ScreenName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/// The real window, as somebody closes it.
class ClosingTest {
    @TempDir private Path workspace;

    @Test
    void closesWithoutAQuestionWhereNothingWouldBeLost() throws Exception {
        try (var window = WorkbenchWindow.open(workspace)) {
            WorkbenchWindow.onFxThread(() -> closes(window));
            assertThat(window.stage().isShowing()).isFalse();
            assertThat(window.dialogs().asked()).isEmpty();
        }
    }

    @Test
    void asksWhileAMapIsDrawnAndDoesAsIsAnswered() throws Exception {
        try (var window = WorkbenchWindow.open(workspace)) {
            window.open(ScreenName.NEIGHBOURS);
            window.await("the neighbours", () -> window.shows("#openMap"));
            window.fire("#openMap");
            awaitIdle(window);
            window.choose("#model", "English small (source)");
            window.choose("#method", "PCA");
            awaitIdle(window);

            WorkbenchWindow.onFxThread(() -> drawsAndCloses(window));
            assertThat(window.stage().isShowing()).isTrue();
            assertThat(window.dialogs().asked())
                    .singleElement()
                    .asString()
                    .contains("English small", "nothing of it is kept");
            window.await("the map all the same", () -> window.text("#caption").contains("PCA"));

            awaitIdle(window);
            window.dialogs().willAgree();
            WorkbenchWindow.onFxThread(() -> drawsAndCloses(window));
            assertThat(window.stage().isShowing()).isFalse();
        }
    }

    private static void awaitIdle(WorkbenchWindow window) {
        window.await("the button", () -> !window.node("#draw", ButtonBase.class).isDisabled());
    }

    /// Before the map can be there.
    private static boolean drawsAndCloses(WorkbenchWindow window) {
        window.fire("#draw");
        return closes(window);
    }

    private static boolean closes(WorkbenchWindow window) {
        Event.fireEvent(
                window.stage(), new WindowEvent(window.stage(), WindowEvent.WINDOW_CLOSE_REQUEST));
        return true;
    }
}
