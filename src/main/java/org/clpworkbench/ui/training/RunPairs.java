package org.clpworkbench.ui.training;

import org.clpworkbench.ui.chart.ChartRun;

import java.util.List;
import java.util.Optional;

/// Which run each is held against: the chosen baseline, or its repetition with the run's own seed
/// where there is one, since that saw the same batches.
record RunPairs(List<RunRow> rows, Optional<RunRow> baseline) {
    /// The baseline where none was chosen; empty where a run is alone.
    static Optional<RunRow> usual(List<RunRow> rows) {
        for (String method : BegunRace.BASELINES) {
            for (RunRow row : rows) {
                if (row.method().equals(method)) {
                    return Optional.of(row);
                }
            }
        }
        return rows.size() > 1 ? Optional.of(rows.getFirst()) : Optional.empty();
    }

    /// Empty where there is no baseline.
    Optional<RunRow> against(RunRow row) {
        long seed = row.chartRun().group().seed();
        return rows.stream()
                .filter(this::isBaseline)
                .filter(other -> other.chartRun().group().seed() == seed)
                .findFirst()
                .or(() -> baseline);
    }

    /// Whether it is the baseline or a repetition of it.
    boolean isBaseline(RunRow row) {
        return baseline.map(RunRow::chartRun)
                .map(ChartRun::group)
                .map(ChartRun.Group::key)
                .equals(Optional.of(row.chartRun().group().key()));
    }
}
