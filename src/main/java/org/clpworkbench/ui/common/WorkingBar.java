package org.clpworkbench.ui.common;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
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
/// than a blink; once cancelled it says so, and offers to try again.
public final class WorkingBar extends HBox {
    private final ProgressBar bar = new ProgressBar();
    private final Label words = new Label();
    private final Button cancel = new Button(Texts.of(WorkingBar.class).get("cancel"));
    private final Button again = new Button(Texts.of(WorkingBar.class).get("again"));
    private final Timeline pulls;
    private @Nullable RunningJob<?> job;
    private boolean stopped;

    /// @param again asks the question anew
    public WorkingBar(LatestJob question, Runnable again) {
        this(question.current());
        this.again.setOnAction(pressed -> again.run());
        question.cancelled().subscribe(this::stopped);
    }

    /// For what is begun elsewhere.
    public WorkingBar(ObservableValue<? extends @Nullable RunningJob<?>> running) {
        again.getStyleClass().addAll("small", "try-again");
        cancel.getStyleClass().addAll("flat", "small");
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setOnAction(pressed -> cancel());
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(Texts.of(WorkingBar.class).get("progress"));
        HBox.setHgrow(bar, Priority.ALWAYS);
        words.getStyleClass().add("text-muted");
        getStyleClass().add("working-bar");
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(words, bar, cancel, again);
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
            visible(stopped);
        } else {
            pulls.playFromStart();
        }
    }

    private void pull() {
        if (job == null) {
            return;
        }
        JobSnapshot now = job.snapshot();
        working(true);
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

    private void stopped(@Nullable RunningJob<?> cancelled) {
        stopped = cancelled != null;
        if (cancelled != null) {
            pulls.stop();
            job = null;
            words.setText(Texts.of(WorkingBar.class).get("cancelled", cancelled.title()));
            working(false);
        }
        visible(stopped);
    }

    /// Or stopped.
    private void working(boolean now) {
        show(bar, now);
        show(cancel, now);
        show(again, !now);
    }

    private static void show(Node part, boolean shown) {
        part.setVisible(shown);
        part.setManaged(shown);
    }

    private void visible(boolean shown) {
        show(this, shown);
    }
}
