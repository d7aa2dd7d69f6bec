package org.clpworkbench.ui.training;

import java.util.List;
import java.util.Optional;

/// Which run of those in the chart is the baseline where nobody has chosen one.
final class UsualBaseline {
    private UsualBaseline() {}

    /// Empty where a run is alone.
    static Optional<RunRow> of(List<RunRow> rows) {
        for (String method : BegunRace.BASELINES) {
            for (RunRow row : rows) {
                if (row.method().equals(method)) {
                    return Optional.of(row);
                }
            }
        }
        return rows.size() > 1 ? Optional.of(rows.getFirst()) : Optional.empty();
    }
}
