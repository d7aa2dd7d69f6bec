package org.clpworkbench.ui.neighbours;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.ui.ComputeGate;
import org.clpworkbench.ui.TestContext;
import org.clpworkbench.ui.WorkbenchWindow;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeoutException;

class NeighboursViewModelTest {
    @TempDir Path folder;

    @BeforeAll
    static void startTheToolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void saysWhenTheSpaceWasNotOpenedInsteadOfOpeningItForEver() {
        try (var test = new TestContext(folder)) {
            NeighboursViewModel viewModel =
                    WorkbenchWindow.onFxThread(() -> new NeighboursViewModel(test.context()));
            try (var _ = new ComputeGate(test.context().jobs())) {
                onFx(
                        () -> {
                            test.pair().source().set(absent("source"));
                            test.pair().helper().set(absent("helper"));
                        });
                assertThat(answer(viewModel)).startsWith("Opening");
                onFx(() -> Objects.requireNonNull(viewModel.opening().current().get()).cancel());
            }
            WorkbenchWindow.waitUntil("its end", () -> viewModel.opening().current().get() == null);
            assertThat(answer(viewModel)).startsWith("Cancelled");

            // there are no such folders
            onFx(viewModel::openSpace);
            WorkbenchWindow.waitUntil("the problem", () -> viewModel.problem().isNotEmpty().get());
            assertThat(answer(viewModel)).contains("could not be opened");
        }
    }

    private ModelSummary absent(String name) {
        return new ModelSummary(
                name, folder.resolve(name), "gpt2", 1, 1, 1, 1, 1, 1, true, "F32", 1);
    }

    private static String answer(NeighboursViewModel viewModel) {
        return WorkbenchWindow.onFxThread(() -> viewModel.answer().getValue());
    }

    private static void onFx(Runnable act) {
        WorkbenchWindow.onFxThread(
                () -> {
                    act.run();
                    return true;
                });
    }
}
