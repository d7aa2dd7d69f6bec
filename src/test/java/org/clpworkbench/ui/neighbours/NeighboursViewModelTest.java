package org.clpworkbench.ui.neighbours;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;

import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.embedded.EmbeddedDemo;
import org.clpworkbench.settings.Explored;
import org.clpworkbench.ui.ComputeGate;
import org.clpworkbench.ui.TestContext;
import org.clpworkbench.ui.WorkbenchWindow;
import org.clpworkbench.ui.common.WorkingBar;
import org.clpworkbench.ui.graph.Exploration;
import org.clpworkbench.ui.graph.GraphChange;
import org.clpworkbench.ui.graph.GraphLayout;
import org.clpworkbench.ui.graph.Place;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
                            () ->
                                    new ExplainView(
                                            explanation,
                                            viewModel::token,
                                            true,
                                            viewModel::chooseModels));
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

    @Test
    void looksForExamplesOnceWhenTheSpaceIsOpened() throws IOException {
        EmbeddedDemo demo = EmbeddedDemo.unpack(folder);
        var pair =
                new SmallPair(ModelSummary.read(demo.source()), ModelSummary.read(demo.helper()));
        try (var test = new TestContext(folder)) {
            NeighboursViewModel viewModel = pair.open(test);
            assertThat(viewModel.examples()).hasSize(4).isSameAs(viewModel.examples());
            onFx(viewModel::close);
            assertThat(viewModel.examples()).isEmpty();
        }
    }

    @Test
    void goesOnWithTheGraphWhereTheFilesAreTheSame() throws IOException {
        SmallPair pair = SmallPair.write(folder);
        Explored left = explore(pair);
        try (var test = new TestContext(folder)) {
            NeighboursViewModel again = again(pair, test, left);
            WorkbenchWindow.waitUntil("the graph", () -> again.graph().drawn().get() != null);
            Exploration state = Objects.requireNonNull(again.graph().history().get()).present();
            assertThat(state)
                    .isEqualTo(
                            new Exploration(
                                    SmallPair.NEU,
                                    List.of(SmallPair.HAUS),
                                    Map.of(SmallPair.HAUS, new Place(0.5, -0.25)),
                                    3,
                                    0.05,
                                    GraphLayout.CIRCLE));
            assertThat(test.pair().token().get()).isEqualTo(SmallPair.NEU);
            assertThat(again.way().get()).isEqualTo(Way.SPACES);
            assertThat(again.explored()).contains(left);
        }
    }

    @Test
    void beginsAnewWhereAFileIsAnotherOrATokenIsNone() throws IOException {
        SmallPair pair = SmallPair.write(folder);
        Explored left = explore(pair);
        var beyond =
                new Explored(
                        left.source(),
                        left.helper(),
                        left.way(),
                        SmallPair.DEVANAGARI + 1,
                        List.of(),
                        List.of(),
                        left.k(),
                        left.threshold(),
                        left.layout(),
                        Optional.empty());
        try (var test = new TestContext(folder)) {
            NeighboursViewModel again = again(pair, test, beyond);
            assertThat(again.graph().history().get()).isNull();
            assertThat(again.explored()).isEmpty();
        }
        Files.setLastModifiedTime(
                pair.helper().folder().resolve("config.json"),
                FileTime.from(Instant.parse("2100-01-01T00:00:00Z")));
        try (var test = new TestContext(folder)) {
            assertThat(again(pair, test, left).graph().history().get()).isNull();
        }
    }

    @Test
    void theTokenThatIsComeFromAnotherScreenWithIsBeforeTheOneThatWasLeft() throws IOException {
        SmallPair pair = SmallPair.write(folder);
        Explored left = explore(pair);
        try (var test = new TestContext(folder)) {
            onFx(() -> pair.choose(test.pair()));
            onFx(() -> test.pair().token().set(SmallPair.HAUS));
            NeighboursViewModel viewModel =
                    WorkbenchWindow.onFxThread(
                            () -> {
                                var made = new NeighboursViewModel(test.context());
                                made.goOn(left);
                                assertThat(made.explored()).contains(left);
                                return made;
                            });
            WorkbenchWindow.waitUntil("the space", () -> viewModel.space().get() != null);
            assertThat(viewModel.graph().root()).isEqualTo(SmallPair.HAUS);
        }
    }

    /// What is left of a token looked at, another expanded and put elsewhere.
    private Explored explore(SmallPair pair) {
        try (var test = new TestContext(folder)) {
            NeighboursViewModel viewModel = pair.open(test);
            SmallPair.look(viewModel, SmallPair.NEU);
            onFx(
                    () -> {
                        viewModel.graph().toggle(SmallPair.HAUS);
                        viewModel.graph().pin(SmallPair.HAUS, new Place(0.5, -0.25));
                        viewModel.graph().make(new GraphChange.Neighbours(3));
                        viewModel.graph().make(new GraphChange.Threshold(0.05));
                        viewModel.graph().make(new GraphChange.Arrange(GraphLayout.CIRCLE));
                        viewModel.way().set(Way.SPACES);
                    });
            Explored left = viewModel.explored().orElseThrow();
            onFx(viewModel::close);
            return left;
        }
    }

    /// Another start of the program, the space open.
    private static NeighboursViewModel again(SmallPair pair, TestContext test, Explored left) {
        NeighboursViewModel viewModel =
                WorkbenchWindow.onFxThread(
                        () -> {
                            var made = new NeighboursViewModel(test.context());
                            made.goOn(left);
                            pair.choose(test.pair());
                            return made;
                        });
        WorkbenchWindow.waitUntil("the space", () -> viewModel.space().get() != null);
        return viewModel;
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
