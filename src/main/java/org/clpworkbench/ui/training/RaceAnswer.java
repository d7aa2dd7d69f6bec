package org.clpworkbench.ui.training;

import org.clpworkbench.race.RunFigures;
import org.clpworkbench.run.Baselines;
import org.clpworkbench.ui.chart.ChartRun;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.Texts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// The sentence at the top of the training screen: who needs how many tokens less than the
/// baseline, as far as that can be said.
final class RaceAnswer {
    private final Texts texts = Texts.of(TrainingViewModel.class);

    private final List<RunRow> rows;
    private final Optional<RunRow> baseline;

    /// @param share mean over seeds
    private record Saved(String name, double share) {}

    private final Baselines<RunRow> baselines;

    /// @param baseline that the others are held against
    RaceAnswer(List<RunRow> rows, Optional<RunRow> baseline) {
        this.rows = rows;
        this.baseline = baseline;
        baselines = new Baselines<>(rows, baseline);
    }

    String sentence() {
        List<RunRow> evaluated = rows.stream().filter(RunRow::evaluated).toList();
        if (rows.isEmpty()) {
            return texts.get("answer.none");
        }
        if (evaluated.isEmpty()) {
            return texts.get("answer.starting");
        }
        List<RunRow> others = evaluated.stream().filter(row -> !baselines.isBaseline(row)).toList();
        if (baseline.isEmpty() || !baseline.get().evaluated() || others.isEmpty()) {
            return alone(evaluated.getLast());
        }
        return compared(others, baseline.get());
    }

    private String alone(RunRow row) {
        RunFigures figures = figures(row);
        return texts.get(
                "answer.alone",
                capital(row.chartRun().label()),
                Numbers.significant(figures.validation()),
                figures.step(),
                figures.steps());
    }

    private String compared(List<RunRow> others, RunRow baseline) {
        RunFigures base = figures(baseline);
        boolean finished = !base.state().live();
        var byGroup = new LinkedHashMap<String, List<RunRow>>();
        for (RunRow row : others) {
            byGroup.computeIfAbsent(row.chartRun().group().key(), _ -> new ArrayList<>()).add(row);
        }
        Saved best = null;
        for (List<RunRow> seeds : byGroup.values()) {
            Optional<Saved> saved = saved(seeds);
            if (saved.isPresent() && (best == null || saved.get().share() > best.share())) {
                best = saved.get();
            }
        }
        if (best == null) {
            RunRow latest = others.getLast();
            return texts.get(
                    "answer.notReached",
                    capital(latest.chartRun().label()),
                    Numbers.significant(figures(latest).validation()),
                    Numbers.significant(base.validation()));
        }
        boolean more = best.share() < 0;
        String key =
                finished
                        ? more ? "answer.savedMore" : "answer.saved"
                        : more ? "answer.savedMoreSoFar" : "answer.savedSoFar";
        return texts.get(key, capital(best.name()), Numbers.percent(Math.abs(best.share())));
    }

    private static RunFigures figures(RunRow row) {
        RunFigures figures = row.figures().get();
        if (figures == null) {
            throw new IllegalStateException(row.id() + " has not been looked at");
        }
        return figures;
    }

    /// Empty unless every one of the runs has reached its baseline's loss.
    private Optional<Saved> saved(List<RunRow> seeds) {
        double sum = 0;
        for (RunRow row : seeds) {
            OptionalDouble share =
                    baselines
                            .against(row)
                            .filter(RunRow::evaluated)
                            .map(base -> figures(row).saved(figures(base)))
                            .orElse(OptionalDouble.empty());
            if (share.isEmpty()) {
                return Optional.empty();
            }
            sum += share.getAsDouble();
        }
        ChartRun first = seeds.getFirst().chartRun();
        String name = seeds.size() == 1 ? first.label() : first.group().name();
        return Optional.of(new Saved(name, sum / seeds.size()));
    }

    private static String capital(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
