package org.clpworkbench.ui.shell;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.clpworkbench.job.JobSnapshot;
import org.clpworkbench.job.JobState;
import org.clpworkbench.job.Jobs;
import org.clpworkbench.job.RunningJob;
import org.clpworkbench.ui.common.JobWords;
import org.clpworkbench.ui.common.Texts;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// The one list of background work, on the right of every screen, and below it what was told in a
/// corner of the window. Answers that came within a second leave no card.
final class JobsDrawer extends VBox {
    private final Texts texts = Texts.of(ShellViewModel.class);
    private final Jobs jobs;
    private final Notices notices;
    private final VBox cards = new VBox();
    private final VBox told = new VBox();
    private final Label toldTitle = new Label(texts.get("notices"));
    private final Label empty = new Label(texts.get("jobs.empty"));
    private final Map<RunningJob<?>, JobCard> byJob = new IdentityHashMap<>();
    private final Map<Notices.Told, NoticeCard> byNotice = new IdentityHashMap<>();
    private List<Notices.Told> toldBefore = List.of();

    JobsDrawer(Jobs jobs, Notices notices, Runnable close) {
        this.jobs = jobs;
        this.notices = notices;
        getStyleClass().add("jobs-drawer");
        var title = new Label(texts.get("jobs"));
        title.getStyleClass().add("section");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var clear = new Button(texts.get("jobs.clear"));
        clear.setId("jobs-clear");
        clear.setAccessibleText(texts.get("jobs.clear.named"));
        clear.getStyleClass().addAll("flat", "small");
        clear.setOnAction(pressed -> clear());
        var hide = new Button(texts.get("jobs.hide"));
        hide.setAccessibleText(texts.get("jobs.hide.named"));
        hide.getStyleClass().addAll("flat", "small");
        hide.setOnAction(pressed -> close.run());
        var head = new HBox(title, gap, clear, hide);
        head.getStyleClass().add("drawer-head");
        cards.getStyleClass().add("job-cards");
        empty.setWrapText(true);
        empty.getStyleClass().add("text-muted");
        toldTitle.getStyleClass().add("section");
        told.setId("notices");
        told.getStyleClass().add("job-cards");
        var both = new VBox(cards, told);
        both.getStyleClass().add("drawer-lists");
        var scroll = new ScrollPane(both);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, scroll);
    }

    /// Looks at every job and notice; called a few times a second while the window is open.
    void pull() {
        pullJobs();
        pullNotices();
    }

    private void pullNotices() {
        List<Notices.Told> now = notices.told();
        if (!now.equals(toldBefore)) {
            toldBefore = now;
            byNotice.keySet().retainAll(now);
            var shown = new ArrayList<Region>();
            shown.add(toldTitle);
            now.forEach(each -> shown.add(byNotice.computeIfAbsent(each, NoticeCard::withSteps)));
            told.getChildren().setAll(shown);
        }
    }

    private void pullJobs() {
        var shown = new ArrayList<Region>();
        List<RunningJob<?>> all = jobs.list();
        for (RunningJob<?> job : all) {
            JobSnapshot now = job.snapshot();
            if (JobWords.worthTelling(now)) {
                JobCard card = byJob.computeIfAbsent(job, JobCard::new);
                card.update(now);
                shown.add(card);
            }
        }
        byJob.keySet().retainAll(all);
        if (shown.isEmpty()) {
            shown.add(empty);
        }
        if (!cards.getChildren().equals(shown)) {
            cards.getChildren().setAll(shown);
        }
    }

    private void clear() {
        jobs.clearEnded();
        pull();
    }

    /// How many jobs wait or run long enough to be told.
    long busy() {
        return jobs.list().stream()
                .map(RunningJob::snapshot)
                .filter(job -> !job.state().ended() && JobWords.worthTelling(job))
                .count();
    }

    /// Whether a failure stands in the list.
    boolean anyFailed() {
        return jobs.list().stream().anyMatch(job -> job.state() == JobState.FAILED);
    }
}
