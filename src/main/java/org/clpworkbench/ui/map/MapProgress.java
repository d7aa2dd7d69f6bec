package org.clpworkbench.ui.map;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;

import org.clpworkbench.job.JobSnapshot;
import org.clpworkbench.job.JobState;
import org.clpworkbench.job.RunningJob;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.Texts;
import org.jspecify.annotations.Nullable;

/// How far the drawing of a map is: its stage, the amount, the time that is left in this stage.
final class MapProgress extends HBox {
    private final ProgressBar bar = new ProgressBar();
    private final Label words = new Label();
    private final Texts texts;
    private final Timeline pulls;
    private @Nullable RunningJob<?> job;

    MapProgress(Texts texts, ObservableValue<? extends @Nullable RunningJob<?>> running) {
        this.texts = texts;
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(texts.get("progress"));
        HBox.setHgrow(bar, Priority.ALWAYS);
        words.setId("mapProgress");
        words.getStyleClass().add("text-muted");
        getStyleClass().add("working-bar");
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(words, bar);
        pulls = new Timeline(new KeyFrame(Duration.millis(250), tick -> pull()));
        pulls.setCycleCount(Animation.INDEFINITE);
        running.addListener((property, before, now) -> follow(now));
        follow(running.getValue());
    }

    private void follow(@Nullable RunningJob<?> next) {
        job = next;
        setVisible(next != null);
        setManaged(next != null);
        if (next == null) {
            pulls.stop();
        } else {
            pull();
            pulls.playFromStart();
        }
    }

    private void pull() {
        if (job != null) {
            JobSnapshot now = job.snapshot();
            bar.setProgress(now.fraction());
            words.setText(sentence(now));
        }
    }

    private String sentence(JobSnapshot now) {
        if (now.state() == JobState.WAITING) {
            return texts.get("progress.waiting");
        }
        String stage = now.stage().isEmpty() ? now.title() : now.stage();
        if (now.total() <= 0 || now.done() <= 0) {
            return stage;
        }
        String amount =
                texts.get(
                        "progress.amount",
                        stage,
                        Numbers.whole(now.done()),
                        Numbers.whole(now.total()),
                        now.unit());
        return now.remaining()
                .map(left -> texts.get("progress.left", amount, Numbers.duration(left)))
                .orElse(amount);
    }
}
