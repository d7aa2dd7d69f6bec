package org.clpworkbench.ui.shell;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.clpworkbench.job.JobSnapshot;
import org.clpworkbench.job.JobState;
import org.clpworkbench.job.RunningJob;
import org.clpworkbench.ui.common.Failure;
import org.clpworkbench.ui.common.JobWords;
import org.clpworkbench.ui.common.TextClipboard;
import org.clpworkbench.ui.common.Texts;

/// One job in the drawer: title, stage, how far, how fast, how long still.
final class JobCard extends VBox {
    private final Texts texts = Texts.of(ShellViewModel.class);
    private final RunningJob<?> job;
    private final Label stage = new Label();
    private final Label figures = new Label();
    private final Label failure = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Button cancel = new Button(texts.get("job.cancel"));
    private final Button copy = new Button(texts.get("job.copy"));

    JobCard(RunningJob<?> job) {
        this.job = job;
        getStyleClass().add("job-card");
        var title = new Label(job.title());
        title.getStyleClass().add("job-title");
        title.setWrapText(true);
        for (Label words : new Label[] {stage, figures, failure}) {
            words.setWrapText(true);
            words.getStyleClass().add("text-muted");
        }
        failure.getStyleClass().setAll("label", "failure");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(texts.get("job.progress", job.title()));
        cancel.getStyleClass().addAll("small");
        cancel.setAccessibleText(texts.get("job.cancel.named", job.title()));
        cancel.setOnAction(pressed -> job.cancel());
        copy.getStyleClass().addAll("small");
        copy.setAccessibleText(texts.get("job.copy.named", job.title()));
        copy.setOnAction(pressed -> copyDetails());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox.setHgrow(stage, Priority.ALWAYS);
        getChildren().addAll(title, stage, bar, figures, failure, new HBox(gap, copy, cancel));
        update(job.snapshot());
    }

    void update(JobSnapshot now) {
        boolean ended = now.state().ended();
        stage.setText(ended || now.stage().isEmpty() ? JobWords.state(now) : JobWords.stage(now));
        bar.setProgress(now.fraction());
        show(bar, !ended);
        figures.setText(JobWords.figures(now));
        show(figures, !ended && !figures.getText().isEmpty());
        failure.setText(JobWords.failure(now));
        show(failure, now.state() == JobState.FAILED);
        show(copy, now.state() == JobState.FAILED);
        show(cancel, !ended);
    }

    private void copyDetails() {
        job.snapshot()
                .failure()
                .map(why -> Failure.of(job.title(), why).details())
                .ifPresent(TextClipboard::put);
        copy.setText(texts.get("job.copied"));
    }

    private static void show(Region node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
