package org.clpworkbench.ui.neighbours;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.checkpoint.TinyModels;
import org.clpworkbench.job.JobState;
import org.clpworkbench.job.RunningJob;
import org.clpworkbench.ui.TestContext;
import org.clpworkbench.ui.WorkbenchWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;

/// Fitting a method to many anchors takes a while.
class ExplanationUnderWayTest {
    private static final int ANCHORS = 20_000;
    private static final int WIDTH = 384;

    @TempDir private Path folder;

    private SmallPair pairOfManyAnchors() throws IOException {
        var words = new ArrayList<>(List.of("<s>"));
        for (int id = 1; id <= ANCHORS; id++) {
            words.add("wort" + id);
        }
        Path source = TinyModels.write(folder.resolve("source"), WIDTH, words, 1);
        words.add("neu");
        Path helper = TinyModels.write(folder.resolve("helper"), WIDTH, words, 2);
        return new SmallPair(ModelSummary.read(source), ModelSummary.read(helper));
    }

    @Test
    void tellsItsStageAndEndsOnceItIsCancelled() throws IOException, TimeoutException {
        FxToolkit.registerPrimaryStage();
        SmallPair pair = pairOfManyAnchors();
        try (var test = new TestContext(folder)) {
            NeighboursViewModel viewModel = pair.open(test);
            Explanation explanation = viewModel.first();
            WorkbenchWindow.onFxThread(
                    () -> {
                        explanation.method().set("linear");
                        return true;
                    });
            SmallPair.look(viewModel, ANCHORS + 1);
            WorkbenchWindow.waitUntil("its stage", () -> isLearning(explanation));
            RunningJob<?> job = Objects.requireNonNull(explanation.mixing().current().get());
            job.cancel();
            WorkbenchWindow.waitUntil("its end", () -> job.state().ended());
            assertThat(job.state()).isEqualTo(JobState.CANCELLED);
            assertThat(explanation.mixture().get()).isNull();
        }
    }

    private static boolean isLearning(Explanation explanation) {
        RunningJob<?> job = explanation.mixing().current().get();
        return job != null && job.snapshot().stage().equals("Learning the combination");
    }
}
