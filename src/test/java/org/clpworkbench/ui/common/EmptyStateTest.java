package org.clpworkbench.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Button;
import javafx.scene.control.Label;

import org.clpworkbench.ui.chart.OnScreen;
import org.junit.jupiter.api.Test;

import java.util.concurrent.atomic.AtomicInteger;

class EmptyStateTest {
    @Test
    void saysWhatBelongsThereAndDoesTheStep() throws Exception {
        var done = new AtomicInteger();
        EmptyState empty =
                OnScreen.get(
                        () ->
                                new EmptyState(
                                        "Models stand here.", "Choose one", done::incrementAndGet));
        assertThat(empty.getChildren())
                .satisfiesExactly(
                        words ->
                                assertThat(((Label) words).getText())
                                        .isEqualTo("Models stand here."),
                        step -> assertThat(((Button) step).getText()).isEqualTo("Choose one"));
        OnScreen.run(() -> ((Button) empty.getChildren().getLast()).fire());
        assertThat(done).hasValue(1);
    }
}
