package org.clpworkbench.ui.transfer;

import org.clpworkbench.transfer.Recipe;
import org.clpworkbench.transfer.TransferPlan;
import org.clpworkbench.transfer.TransferReport;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.transfer.Planning.Answer.Planned;
import org.clpworkbench.vocab.Matching;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Estimates and reports as lines for people.
final class TransferFigures {
    private final Texts texts = Texts.of(TransferViewModel.class);

    /// In a sentence.
    String answer(TransferPlan plan, Recipe recipe) {
        String missing = Numbers.whole(plan.missing());
        String anchors = Numbers.whole(plan.anchors());
        return switch (RowFate.of(recipe)) {
            case COMBINED -> texts.get("answer.plan", missing, anchors);
            case NORMAL -> texts.get("answer.plan.normal", missing, anchors);
            case MEAN -> texts.get("answer.plan.mean", missing, anchors);
            case SHUFFLED -> texts.get("answer.plan.shuffled", missing, anchors);
            case RANDOM ->
                    texts.get(
                            "answer.plan.random",
                            Numbers.whole(plan.rows()),
                            Numbers.whole(plan.drawnTensors()));
        };
    }

    List<ReportFigure> of(Planned planned, Recipe recipe) {
        TransferPlan plan = planned.plan();
        var lines = new ArrayList<ReportFigure>();
        RowFate fate = RowFate.of(recipe);
        addTokens(lines, fate, plan.anchors(), plan.missing());
        if (fate.matches()) {
            addSpecials(lines, recipe.matching().word(), plan.specials());
        }
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
        if (fate == RowFate.RANDOM) {
            add(lines, "drawn", texts.get("value.copied", plan.drawnTensors()));
        } else {
            add(lines, "copied", texts.get("value.copied", plan.copiedTensors()));
        }
        boolean much = plan.memoryBytes() > planned.freeMemory();
        String memory =
                texts.get(
                        "value.disk",
                        Numbers.bytes(plan.memoryBytes()),
                        Numbers.bytes(planned.freeMemory()));
        lines.add(figure("memory", memory, much ? ".much" : "", much));
        add(
                lines,
                "disk",
                texts.get(
                        "value.disk",
                        Numbers.bytes(plan.outputBytes()),
                        Numbers.bytes(plan.freeDiskBytes())));
        planned.time()
                .ifPresentOrElse(
                        time -> add(lines, "time", words(time)),
                        () -> add(lines, "rough", rough(planned.rough())));
        return lines;
    }

    private String rough(Duration guess) {
        return texts.get("value.rough", Numbers.duration(guess.plusSeconds(1)));
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
        RowFate fate = RowFate.of(report.weighting());
        addTokens(lines, fate, counts.anchors(), counts.missing());
        if (fate.matches()) {
            addSpecials(lines, report.matching(), counts.specials());
        }
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

    private void addTokens(List<ReportFigure> lines, RowFate fate, int anchors, int missing) {
        add(lines, "anchors", Numbers.whole(anchors), "." + fate.word());
        add(lines, "missing", Numbers.whole(missing), "." + fate.word());
    }

    /// Exact matching knows no roles.
    private void addSpecials(List<ReportFigure> lines, String matching, int specials) {
        String rule = matching.equals(Matching.EXACT.word()) ? ".exact" : "";
        add(lines, "specials", Numbers.whole(specials), rule);
    }

    private void add(List<ReportFigure> lines, String key, String value) {
        add(lines, key, value, "");
    }

    /// @param kind of what is meant, where there are several
    private void add(List<ReportFigure> lines, String key, String value, String kind) {
        lines.add(figure(key, value, kind, false));
    }

    private ReportFigure figure(String key, String value, String kind, boolean warns) {
        return new ReportFigure(
                texts.get("figure." + key),
                value,
                texts.get("figure." + key + ".meaning" + kind),
                warns);
    }
}
