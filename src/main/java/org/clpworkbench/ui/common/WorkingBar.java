package org.clpworkbench.ui.common;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;

import org.clpworkbench.job.JobSnapshot;
import org.clpworkbench.job.JobState;
import org.clpworkbench.job.RunningJob;
import org.jspecify.annotations.Nullable;

/// The quiet bar at the top of a panel while its job runs: what is done, how far it is, the time
/// that is left in this stage, a button to cancel. Gone when nothing runs, and for jobs shorter
/// than a blink.
public final class WorkingBar extends HBox {
    private final ProgressBar bar = new ProgressBar();
    private final Label words = new Label();
    private final Timeline pulls;
    private @Nullable RunningJob<?> job;

    public WorkingBar(ObservableValue<? extends @Nullable RunningJob<?>> running) {
        var cancel = new Button(Texts.of(WorkingBar.class).get("cancel"));
        cancel.getStyleClass().addAll("flat", "small");
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setOnAction(pressed -> cancel());
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(Texts.of(WorkingBar.class).get("progress"));
        HBox.setHgrow(bar, Priority.ALWAYS);
        words.getStyleClass().add("text-muted");
        getStyleClass().add("working-bar");
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(words, bar, cancel);
        pulls = new Timeline(new KeyFrame(Duration.millis(250), tick -> pull()));
        pulls.setCycleCount(Animation.INDEFINITE);
        visible(false);
        running.addListener((property, before, now) -> follow(now));
        follow(running.getValue());
    }

    private void follow(@Nullable RunningJob<?> next) {
        job = next;
        if (next == null) {
            pulls.stop();
            visible(false);
        } else {
            pulls.playFromStart();
        }
    }

    private void pull() {
        if (job == null) {
            return;
        }
        JobSnapshot now = job.snapshot();
        visible(!now.state().ended());
        bar.setProgress(now.fraction());
        words.setText(sentence(now));
    }

    /// "Arranging tokens · 120 of 500 epochs · 60 epochs/s · 6 s left".
    private static String sentence(JobSnapshot now) {
        if (now.state() == JobState.WAITING) {
            return now.title() + " · " + JobWords.state(now);
        }
        return now.stage().isEmpty() ? now.title() : JobWords.doing(now);
    }

    private void cancel() {
        if (job != null) {
            job.cancel();
        }
    }

    private void visible(boolean shown) {
        setVisible(shown);
        setManaged(shown);
    }
}
