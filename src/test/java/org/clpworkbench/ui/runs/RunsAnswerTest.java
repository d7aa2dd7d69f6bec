package org.clpworkbench.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.race.MadeUpRuns;
import org.clpworkbench.run.RunFolder;
import org.clpworkbench.training.TrainingSpec;
import org.clpworkbench.ui.runs.RunEntry.Readable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

class RunsAnswerTest {
    @TempDir private Path workspace;

    /// @param last validation loss in nats per token; bits per byte are a 2.7th of it
    private void make(String name, Path texts, double last) throws IOException {
        TrainingSpec spec = MadeUpRuns.spec(name, texts, 200);
        RunFolder run = RunFolder.create(workspace.resolve("runs"), spec, name);
        MadeUpRuns.started(run, 0);
        MadeUpRuns.evaluated(run, 200, last);
    }

    private List<RunEntry> look() throws IOException {
        return new RunFolders(workspace.resolve("runs")).look(() -> true, _ -> {}).orElseThrow();
    }

    private static Optional<Readable> find(List<RunEntry> entries, String name) {
        return RunsViewModel.readable(entries).stream()
                .filter(run -> run.run().spec().name().equals(name))
                .findFirst();
    }

    @Test
    void onlyRunsThatWereMeasuredOnTheBaselinesTextAreHeldTogether() throws IOException {
        Path german = workspace.resolve("german");
        make("random", german, 6.75);
        make("linear", german, 5.4);
        // tables of numbers are easy to foretell
        make("zeros", workspace.resolve("numbers"), 0.27);
        List<RunEntry> entries = look();
        assertThat(RunsAnswer.of(entries, find(entries, "random")))
                .isEqualTo(
                        "Of 2 runs measured on valid.txt, linear has the fewest bits per byte: 2.");
        assertThat(RunsAnswer.of(entries, find(entries, "zeros")))
                .startsWith("Of one run measured on valid.txt, zeros has the fewest");
    }

    @Test
    void whereThereIsNoBaselineTheNewestRunsTextCounts() throws IOException {
        // of one second, that whose name comes later in the alphabet counts as the newer
        make("a", workspace.resolve("numbers"), 0.27);
        make("b", workspace.resolve("german"), 6.75);
        assertThat(RunsAnswer.of(look(), Optional.empty())).contains(", b has the fewest");
    }

    @Test
    void countsRunsThatWereNeverEvaluated() throws IOException {
        assertThat(RunsAnswer.of(List.of(), Optional.empty()))
                .isEqualTo("What has been trained here?");
        MadeUpRuns.started(MadeUpRuns.create(workspace, "linear", 200), 0);
        assertThat(RunsAnswer.of(look(), Optional.empty()))
                .isEqualTo("One run; none has been evaluated yet.");
    }
}
