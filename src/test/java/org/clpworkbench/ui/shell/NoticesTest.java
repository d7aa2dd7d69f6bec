package org.clpworkbench.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;

import org.clpworkbench.settings.Theme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class NoticesTest {
    private final StackPane root = new StackPane();

    @Start
    void start(Stage stage) {
        stage.setScene(new Scene(root, 600, 400));
        stage.show();
    }

    @AfterAll
    static void lightAgain() {
        Platform.runLater(() -> ThemeStyle.apply(Theme.LIGHT, new StackPane()));
        WaitForAsyncUtils.waitForFxEvents();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void wordsStandOutInEveryTheme(Theme theme, FxRobot robot) {
        robot.interact(
                () -> {
                    ThemeStyle.apply(theme, root);
                    Notices.on(root.getScene().getWindow()).text("done " + theme).show();
                });

        Label words = robot.lookup("done " + theme).queryAs(Label.class);
        double brightness = ((Color) words.getTextFill()).getBrightness();
        assertThat(brightness > 0.5).isEqualTo(theme == Theme.DARK);
    }
}
