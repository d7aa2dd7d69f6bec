package org.clpworkbench.ui.training;

import org.clpworkbench.race.RunFigures;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.Texts;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// The sentence at the top of the training screen: who needs how many tokens less than the
/// baseline, as far as that can be said.
final class RaceAnswer {
    private final Texts texts = Texts.of(TrainingViewModel.class);

    private record Saved(RunRow row, double share) {}

    String of(List<RunRow> rows, Optional<RunRow> baseline) {
        List<RunRow> evaluated = rows.stream().filter(RaceAnswer::evaluated).toList();
        if (rows.isEmpty()) {
            return texts.get("answer.none");
        }
        if (evaluated.isEmpty()) {
            return texts.get("answer.starting");
        }
        List<RunRow> others =
                evaluated.stream().filter(row -> !baseline.equals(Optional.of(row))).toList();
        if (baseline.isEmpty() || !evaluated(baseline.get()) || others.isEmpty()) {
            return alone(evaluated.getLast());
        }
        return compared(others, baseline.get());
    }

    private static boolean evaluated(RunRow row) {
        RunFigures figures = row.figures().get();
        return figures != null && !figures.evaluations().isEmpty();
    }

    private String alone(RunRow row) {
        RunFigures figures = figures(row);
        return texts.get(
                "answer.alone",
                capital(row),
                Numbers.significant(figures.validation()),
                figures.step(),
                figures.steps());
    }

    private String compared(List<RunRow> others, RunRow baseline) {
        RunFigures base = figures(baseline);
        boolean finished = !base.state().live();
        Saved best = null;
        for (RunRow row : others) {
            OptionalDouble share = figures(row).saved(base);
            if (share.isPresent() && (best == null || share.getAsDouble() > best.share())) {
                best = new Saved(row, share.getAsDouble());
            }
        }
        if (best == null) {
            RunRow latest = others.getLast();
            return texts.get(
                    "answer.notReached",
                    capital(latest),
                    Numbers.significant(figures(latest).validation()),
                    Numbers.significant(base.validation()));
        }
        boolean more = best.share() < 0;
        String key =
                finished
                        ? more ? "answer.savedMore" : "answer.saved"
                        : more ? "answer.savedMoreSoFar" : "answer.savedSoFar";
        return texts.get(key, capital(best.row()), Numbers.percent(Math.abs(best.share())));
    }

    private static RunFigures figures(RunRow row) {
        RunFigures figures = row.figures().get();
        if (figures == null) {
            throw new IllegalStateException(row.id() + " has not been looked at");
        }
        return figures;
    }

    private static String capital(RunRow row) {
        String name = row.chartRun().label();
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
