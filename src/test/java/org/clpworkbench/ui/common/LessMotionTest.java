package org.clpworkbench.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.clpworkbench.ui.chart.OnScreen;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/// What moves to say that something goes on stands still where the system asks for less motion.
class LessMotionTest {
    private static final int LOOKS = 20;
    private static final int APART_MILLIS = 50;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aBarThatCannotSayHowFarItIsStandsStillOnlyWhereThatIsAskedFor(boolean less)
            throws Exception {
        StackPane root = OnScreen.get(() -> new StackPane(new ProgressBar()));
        Stage stage = OnScreen.get(() -> shown(root, less));
        Set<Double> places = new HashSet<>();
        for (int look = 0; look < LOOKS; look++) {
            Thread.sleep(APART_MILLIS);
            places.add(OnScreen.get(() -> place(root)));
        }
        OnScreen.run(stage::hide);
        assertThat(places.size() == 1).isEqualTo(less);
    }

    private static Stage shown(StackPane root, boolean less) {
        Scene scene = OnScreen.scene(root, 300, 60, false);
        scene.getPreferences().setReducedMotion(less);
        var stage = new Stage();
        stage.setScene(scene);
        stage.show();
        return stage;
    }

    private static double place(StackPane root) {
        return Objects.requireNonNull(root.lookup(".bar"), "the bar").getTranslateX();
    }
}
