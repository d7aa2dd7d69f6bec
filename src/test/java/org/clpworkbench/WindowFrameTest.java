package org.clpworkbench;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Rectangle2D;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.clpworkbench.settings.Frame;
import org.clpworkbench.settings.Frame.Corner;
import org.clpworkbench.settings.SettingsFile;
import org.clpworkbench.ui.WorkbenchWindow;
import org.clpworkbench.ui.chart.OnScreen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

class WindowFrameTest {
    private static final Rectangle2D LEFT = new Rectangle2D(-1920, 0, 1920, 1080);
    private static final Rectangle2D RIGHT = new Rectangle2D(0, 30, 1600, 870);

    @TempDir private Path workspace;

    /// Of a window 1000 pixels wide whose corner is there.
    @ParameterizedTest
    @CsvSource({
        "100, 50, right",
        "-1800, 0, left",
        // the larger part on either
        "-500, 40, left",
        "1500, 50, none",
        "-2900, 50, none",
        // the title above or below
        "100, 10, none",
        "100, 850, none"
    })
    void isOnTheScreenWhereItCanBeTakenHoldOf(double x, double y, String screen) {
        var frame = new Frame(1000, 700, false, Optional.of(new Corner(x, y)));
        Optional<Rectangle2D> expected =
                switch (screen) {
                    case "left" -> Optional.of(LEFT);
                    case "right" -> Optional.of(RIGHT);
                    default -> Optional.empty();
                };
        assertThat(WindowFrame.screenOf(frame, List.of(LEFT, RIGHT))).isEqualTo(expected);
    }

    @Test
    void keepsItsUsualSizeAndPlaceWhileItFillsTheScreen() throws Exception {
        var left = new Frame(970, 640, false, Optional.of(new Corner(20, 10)));
        Frame closed =
                OnScreen.get(
                        () -> {
                            var stage = new Stage();
                            var frame = new WindowFrame(stage, left);
                            stage.setScene(frame.scene(new StackPane()));
                            frame.open();
                            // the new size may come before the word that it is the largest
                            stage.setX(0);
                            stage.setWidth(1500);
                            stage.setMaximized(true);
                            Frame next = frame.close();
                            stage.hide();
                            return next;
                        });
        assertThat(closed).isEqualTo(new Frame(970, 640, true, left.corner()));
    }

    @Test
    void opensTheWindowWhereItWasClosed() throws Exception {
        Stage stage;
        try (var window = WorkbenchWindow.open(workspace)) {
            stage = window.stage();
            move(stage, 24, 12);
        }
        move(stage, 200, 100); // the next window has the same stage
        try (var settings = new SettingsFile(workspace.resolve("settings.json"))) {
            assertThat(settings.current().frame().corner()).contains(new Corner(24, 12));
        }
        try (var window = WorkbenchWindow.open(workspace)) {
            assertThat(window.stage().getX()).isEqualTo(24);
            assertThat(window.stage().getY()).isEqualTo(12);
        }
    }

    private static void move(Stage stage, double x, double y) throws Exception {
        OnScreen.run(
                () -> {
                    stage.setX(x);
                    stage.setY(y);
                });
    }
}
