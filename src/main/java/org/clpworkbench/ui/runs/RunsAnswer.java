package org.clpworkbench.ui.runs;

import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.runs.RunEntry.Readable;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The sentence above the table of runs: which has the fewest bits per byte. Another text may be
/// easier to foretell, so only runs that were measured on the same one are held together.
final class RunsAnswer {
    private RunsAnswer() {}

    /// @param entries the newest first
    /// @param baseline the text is its, or that of the newest run where it was never evaluated
    static String of(List<RunEntry> entries, Optional<Readable> baseline) {
        Texts texts = Texts.of(RunsViewModel.class);
        if (entries.isEmpty()) {
            return texts.get("answer.none");
        }
        List<Readable> evaluated =
                RunsViewModel.readable(entries).stream().filter(Readable::evaluated).toList();
        if (evaluated.isEmpty()) {
            return texts.get("answer.count", entries.size());
        }
        Readable measure = baseline.filter(Readable::evaluated).orElseGet(evaluated::getFirst);
        List<Readable> same = evaluated.stream().filter(measure::comparable).toList();
        Readable best =
                same.stream()
                        .min(Comparator.comparingDouble(run -> run.figures().bitsPerByte()))
                        .orElse(measure);
        return texts.get(
                "answer.best",
                same.size(),
                best.run().spec().name(),
                Numbers.significant(best.figures().bitsPerByte()),
                measure.measuredOn());
    }
}
