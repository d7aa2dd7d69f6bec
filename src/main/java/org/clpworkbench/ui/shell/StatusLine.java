package org.clpworkbench.ui.shell;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.clpworkbench.gpu.GpuGauge;
import org.clpworkbench.job.JobSnapshot;
import org.clpworkbench.job.Jobs;
import org.clpworkbench.job.RunningJob;
import org.clpworkbench.ui.common.Hint;
import org.clpworkbench.ui.common.JobWords;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.shell.Gauges.Reading;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The line at the bottom: how busy the machine is, how fast what is trained goes, and what was
/// said last.
final class StatusLine extends HBox {
    private static final int HISTORY = 8;
    private static final String BLOCKS = "▁▂▃▄▅▆▇█";

    private final Texts texts = Texts.of(ShellViewModel.class);
    private final Supplier<Reading> gauges;
    private final Jobs jobs;
    private final Label history = new Label();
    private final Label figures = new Label();
    private final Label gpu = new Label();
    private final Label pace = new Label();
    private final Label message = new Label(texts.get("status.ready"));
    private final Deque<Double> loads = new ArrayDeque<>();
    private Reading last = Gauges.NONE;

    /// @param gauges gives the last reading
    StatusLine(Supplier<Reading> gauges, Jobs jobs) {
        this.gauges = gauges;
        this.jobs = jobs;
        getStyleClass().add("status-line");
        history.getStyleClass().add("mono");
        history.setId("cpu-history");
        figures.setId("gauges");
        gpu.setId("gpu");
        pace.setId("pace");
        message.setId("last-message");
        figures.getStyleClass().add("text-muted");
        figures.setMinWidth(USE_PREF_SIZE);
        history.getStyleClass().add("text-muted");
        history.setMinWidth(USE_PREF_SIZE);
        for (Label words : new Label[] {gpu, pace}) {
            words.getStyleClass().add("text-muted");
            words.setMinWidth(USE_PREF_SIZE);
            words.visibleProperty().bind(words.textProperty().isNotEmpty());
            words.managedProperty().bind(words.visibleProperty());
        }
        message.getStyleClass().add("text-muted");
        var whole = new Tooltip();
        whole.textProperty().bind(message.textProperty());
        message.setTooltip(whole);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(message, gap, history, figures, gpu, pace);
    }

    /// Called a few times a second while the window is open.
    void pull() {
        Reading now = gauges.get();
        if (!now.equals(last)) {
            last = now;
            loads.addLast(now.cpu());
            if (loads.size() > HISTORY) {
                loads.removeFirst();
            }
            history.setText(sparkline());
            figures.setText(
                    figures("status.gauges", now.cpu(), now.memoryUsed(), now.memoryTotal()));
            tellGpu(now);
        }
        List<JobSnapshot> all = jobs.list().stream().map(RunningJob::snapshot).toList();
        told(all).map(this::sentence).ifPresent(message::setText);
        pace.setText(
                all.stream()
                        .map(JobWords::pace)
                        .filter(words -> !words.isEmpty())
                        .findFirst()
                        .orElse(""));
    }

    private void tellGpu(Reading now) {
        Optional<GpuGauge.Reading> busiest = now.gpu();
        if (busiest.isPresent()) {
            GpuGauge.Reading is = busiest.get();
            gpu.setText(figures("status.gpu", is.load(), is.memoryUsed(), is.memoryTotal()));
            gpu.setAccessibleText(gpu.getText());
            gpu.setTooltip(null);
        } else if (now.withoutGpu().isPresent()) {
            String why = now.withoutGpu().get().in(Texts.language());
            gpu.setText(texts.get("status.gpu.none"));
            gpu.setAccessibleText(why);
            Hint.on(gpu, why);
        } else {
            gpu.setText("");
        }
    }

    private String figures(String key, double load, long memoryUsed, long memoryTotal) {
        return texts.get(
                key,
                Numbers.decimal(load * 100, 0),
                Numbers.decimal(memoryUsed / 1e9, 1),
                Numbers.decimal(memoryTotal / 1e9, 0));
    }

    /// The newest job worth telling of; in place of one that has not got anywhere yet, as a run
    /// that waits for its turn, one that has, if there is any.
    ///
    /// @param all the newest first
    static Optional<JobSnapshot> told(List<JobSnapshot> all) {
        List<JobSnapshot> worth = all.stream().filter(JobWords::worthTelling).toList();
        Optional<JobSnapshot> newest = worth.stream().findFirst();
        if (newest.isEmpty() || newest.get().state().ended() || newest.get().done() > 0) {
            return newest;
        }
        return worth.stream()
                .filter(job -> !job.state().ended() && job.done() > 0)
                .findFirst()
                .or(() -> newest);
    }

    private String sentence(JobSnapshot job) {
        // the pace has a place of its own
        String going = job.pace().isPresent() ? JobWords.standing(job) : JobWords.doing(job);
        String words =
                job.failure().isEmpty()
                        ? going
                        : JobWords.failure(job).lines().findFirst().orElse("");
        return texts.get("status.job", job.title(), words);
    }

    private String sparkline() {
        var line = new StringBuilder();
        loads.forEach(load -> line.append(BLOCKS.charAt((int) Math.min(7, load * 8))));
        return line.toString();
    }
}
