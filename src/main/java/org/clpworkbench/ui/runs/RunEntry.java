package org.clpworkbench.ui.runs;

import org.clpworkbench.race.RunFigures;
import org.clpworkbench.run.Baselines;
import org.clpworkbench.run.RunFolder;
import org.clpworkbench.run.RunNotes;
import org.clpworkbench.run.RunState;
import org.clpworkbench.run.SeedGroup;

import java.nio.file.Path;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/// A folder under the workspace's runs, as it was seen last.
public sealed interface RunEntry {
    Path folder();

    default String id() {
        return String.valueOf(folder().getFileName());
    }

    /// What tells its row from others.
    default String row() {
        return id();
    }

    /// The entries that stand behind it: itself, or the runs that are put together.
    default List<RunEntry> members() {
        return List.of(this);
    }

    /// A run whose specification could be read.
    ///
    /// @param damage why its notes cannot be read, in a sentence; empty where they can
    /// @param averageLoss moving average of the training loss in nats per token, NaN before the
    ///   first step
    /// @param checkpointed whether there is a checkpoint of it, whose model can write
    /// @param measuredOn the text of its validation loss and bits per byte, in a few words
    record Readable(
            RunFolder run,
            RunFigures figures,
            RunNotes notes,
            String damage,
            double averageLoss,
            boolean checkpointed,
            String measuredOn)
            implements RunEntry, Baselines.Seeded {
        @Override
        public Path folder() {
            return run.path();
        }

        @Override
        public String id() {
            return RunEntry.super.id();
        }

        @Override
        public long seed() {
            return run.spec().seed();
        }

        @Override
        public String settings() {
            return SeedGroup.of(run);
        }

        boolean resumable() {
            return figures.state().resumable();
        }

        boolean done() {
            return figures.state() == RunState.DONE;
        }

        @Override
        public boolean evaluated() {
            return !figures.evaluations().isEmpty();
        }

        /// Whether the losses of two runs can be compared: of the same text, of one vocabulary's
        /// tokens.
        boolean comparable(Readable other) {
            return run.spec().validation().equals(other.run.spec().validation());
        }
    }

    /// Runs that differ in their seed alone, the newest first.
    ///
    /// @param row what they share besides the seed, in one text
    record Repeated(String row, List<Readable> runs) implements RunEntry {
        public Repeated {
            runs = List.copyOf(runs);
        }

        @Override
        public Path folder() {
            return runs.getFirst().folder();
        }

        @Override
        public List<RunEntry> members() {
            return List.copyOf(runs);
        }

        int seeds() {
            return (int) SeedRows.seeds(runs);
        }

        /// Of a figure of every run; empty unless all were evaluated last at the same step.
        Optional<DoubleSummaryStatistics> figure(ToDoubleFunction<Readable> figure) {
            return Repetitions.of(runs, _ -> OptionalDouble.empty())
                    .map(_ -> runs.stream().mapToDouble(figure).summaryStatistics());
        }
    }

    /// A folder that is no whole run.
    ///
    /// @param reason one sentence for people
    record Unreadable(Path folder, String reason) implements RunEntry {}
}
