package org.clpworkbench.ui.neighbours;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;

import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.ui.ComputeGate;
import org.clpworkbench.ui.TestContext;
import org.clpworkbench.ui.WorkbenchWindow;
import org.clpworkbench.ui.common.WorkingBar;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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

    @Test
    void drawsTheGraphWhileOthersComputeAndLetsGoOfTheSumThatWaits() throws IOException {
        try (var test = new TestContext(folder)) {
            NeighboursViewModel viewModel = SmallPair.write(folder).open(test);
            Explanation explanation = viewModel.first();
            ExplainView explained =
                    WorkbenchWindow.onFxThread(
                            () -> new ExplainView(explanation, viewModel::token, true));
            WorkingBar bar = bar(explained);
            try (var _ = new ComputeGate(test.context().jobs())) {
                SmallPair.look(viewModel, SmallPair.NEU);
                assertThat(answer(viewModel)).startsWith("‘neu’ lives among");
                WorkbenchWindow.waitUntil("the bar", bar::isVisible);
                assertThat(texts(bar)).contains("Weights of neu by procrustes · Waiting", "Cancel");
                press(bar, 0);
            }
            WorkbenchWindow.waitUntil(
                    "its end", () -> explanation.mixing().current().get() == null);
            assertThat(explanation.mixture().get()).isNull();
            assertThat(texts(bar)).contains("Try again");
            press(bar, 1);
            WorkbenchWindow.waitUntil("the sum", () -> explanation.mixture().get() != null);
        }
    }

    private static WorkingBar bar(ExplainView view) {
        return WorkbenchWindow.onFxThread(() -> (WorkingBar) view.root().lookup(".working-bar"));
    }

    private static List<String> texts(WorkingBar bar) {
        return WorkbenchWindow.onFxThread(
                () ->
                        bar.getChildren().stream()
                                .filter(Labeled.class::isInstance)
                                .filter(Node::isVisible)
                                .map(part -> ((Labeled) part).getText())
                                .toList());
    }

    /// @param button 0 cancels, 1 tries again
    private static void press(WorkingBar bar, int button) {
        onFx(
                () ->
                        bar.getChildren().stream()
                                .filter(Button.class::isInstance)
                                .skip(button)
                                .findFirst()
                                .ifPresent(part -> ((Button) part).fire()));
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
