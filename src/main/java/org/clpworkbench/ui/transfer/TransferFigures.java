package org.clpworkbench.ui.transfer;

import org.clpworkbench.transfer.TransferPlan;
import org.clpworkbench.transfer.TransferReport;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.Texts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Estimates and reports as lines for people.
final class TransferFigures {
    private final Texts texts = Texts.of(TransferViewModel.class);

    /// @param time empty where no transfer of the kind was measured
    List<ReportFigure> of(TransferPlan plan, Optional<Duration> time) {
        var lines = new ArrayList<ReportFigure>();
        add(lines, "anchors", Numbers.whole(plan.anchors()));
        add(lines, "specials", Numbers.whole(plan.specials()));
        add(lines, "missing", Numbers.whole(plan.missing()));
        if (plan.drawn() > 0) {
            add(lines, "fallback", texts.get("value.atLeast", Numbers.whole(plan.drawn())));
        }
        add(lines, "padding", Numbers.whole(plan.padding()));
        add(
                lines,
                "computed",
                texts.get(
                        "value.computed",
                        String.join(", ", plan.vocabularyTensors()),
                        Numbers.whole(plan.rows()),
                        Numbers.whole(plan.width())));
        add(lines, "copied", texts.get("value.copied", plan.copiedTensors()));
        add(lines, "memory", Numbers.bytes(plan.memoryBytes()));
        add(
                lines,
                "disk",
                texts.get(
                        "value.disk",
                        Numbers.bytes(plan.outputBytes()),
                        Numbers.bytes(plan.freeDiskBytes())));
        if (time.isPresent()) {
            add(lines, "time", words(time.get()));
        } else {
            add(lines, "untimed", texts.get("value.untimed"));
        }
        return lines;
    }

    private String words(Duration time) {
        return time.toMillis() < 1000
                ? texts.get("value.moment")
                : texts.get("value.about", Numbers.duration(time));
    }

    /// What became of the tokens.
    List<ReportFigure> tokens(TransferReport report) {
        var lines = new ArrayList<ReportFigure>();
        var counts = report.counts();
        add(lines, "anchors", Numbers.whole(counts.anchors()));
        add(lines, "missing", Numbers.whole(counts.missing()));
        add(lines, "specials", Numbers.whole(counts.specials()));
        add(lines, "fallback", Numbers.whole(counts.fallback()));
        if (counts.padding() > 0) {
            add(lines, "padding", Numbers.whole(counts.padding()));
        }
        return lines;
    }

    /// How the new rows lie.
    List<ReportFigure> rows(TransferReport report) {
        var lines = new ArrayList<ReportFigure>();
        add(lines, "collapse", Numbers.decimal(report.collapse(), 2));
        add(
                lines,
                "rank",
                texts.get(
                        "value.rank",
                        Numbers.decimal(report.rank(), 1),
                        Numbers.decimal(report.sourceRank(), 1)));
        if (report.effectiveAnchors() > 0) {
            add(lines, "effective", Numbers.significant(report.effectiveAnchors()));
        }
        Double explained = report.leaveOneOutR2();
        if (explained != null) {
            add(lines, "r2", Numbers.decimal(explained, 2));
        }
        return lines;
    }

    List<ReportFigure> cost(TransferReport report) {
        var lines = new ArrayList<ReportFigure>();
        add(lines, "size", Numbers.bytes(report.outputBytes()));
        add(lines, "seconds", texts.get("value.seconds", Numbers.significant(report.seconds())));
        return lines;
    }

    private void add(List<ReportFigure> lines, String key, String value) {
        lines.add(
                new ReportFigure(
                        texts.get("figure." + key),
                        value,
                        texts.get("figure." + key + ".meaning")));
    }
}
