package org.clpworkbench.ui.neighbours;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.checkpoint.TinyModels;
import org.clpworkbench.settings.GraphSight;
import org.clpworkbench.ui.WorkbenchWindow;
import org.clpworkbench.ui.common.Pair;
import org.clpworkbench.ui.graph.Exploration;
import org.clpworkbench.ui.graph.Place;
import org.clpworkbench.vocab.Matching;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// What somebody explored, while the space is opened anew.
class KeptGraphTest extends OpenedSmallPair {
    private static final Place PLACE = new Place(0.5, -0.25);
    private static final GraphSight SIGHT = new GraphSight(0, 0, 1, 1, 2, 10, 20);

    @BeforeEach
    void explore() {
        SmallPair.look(viewModel, SmallPair.NEU);
        onFx(
                () -> {
                    viewModel.graph().toggle(SmallPair.HAUS);
                    viewModel.graph().pin(SmallPair.HAUS, PLACE);
                    viewModel.graph().sight().set(Optional.of(SIGHT));
                });
    }

    @Test
    void anotherMatchingRuleLeavesTheGraphAndWhatCanBeUndone() {
        onFx(() -> test.pair().matching().set(Matching.FUZZY));
        assertKept();
    }

    @Test
    void anotherSourceDoesToo() throws IOException {
        ModelSummary other = other();
        onFx(() -> test.pair().source().set(other));
        assertKept();
    }

    /// As the tour borrows the pair.
    @Test
    void aHelperThatComesBackBringsItsGraphAlong() throws IOException {
        ModelSummary other = other();
        Pair own = WorkbenchWindow.onFxThread(() -> test.pair().copy());
        onFx(() -> test.pair().helper().set(other));
        WorkbenchWindow.waitUntil("its space", () -> viewModel.space().get() != null);
        assertThat(viewModel.graph().history().get()).isNull();
        onFx(() -> test.pair().takeUp(own));
        assertKept();
    }

    private ModelSummary other() throws IOException {
        return ModelSummary.read(
                TinyModels.write(
                        folder.resolve("other"), 4, List.of("<s>", "haus", "hof", "hut"), 3));
    }

    private void assertKept() {
        WorkbenchWindow.waitUntil("the graph", () -> viewModel.graph().drawn().get() != null);
        assertThat(state()).isEqualTo(explored());
        assertThat(test.pair().token().get()).isEqualTo(SmallPair.NEU);
        assertThat(viewModel.graph().sight().get()).contains(SIGHT);
        onFx(viewModel.graph()::undo);
        assertThat(state().pins()).isEmpty();
        assertThat(state().expanded()).containsExactly(SmallPair.HAUS);
        onFx(viewModel.graph()::undo);
        assertThat(state().expanded()).isEmpty();
        onFx(viewModel.graph()::redo);
        assertThat(state().expanded()).containsExactly(SmallPair.HAUS);
        onFx(viewModel.graph()::back);
        assertThat(state().root()).isEqualTo(SmallPair.HAUS);
    }

    private static Exploration explored() {
        Exploration beginning = Exploration.of(SmallPair.NEU, 20);
        return new Exploration(
                SmallPair.NEU,
                List.of(SmallPair.HAUS),
                Map.of(SmallPair.HAUS, PLACE),
                beginning.k(),
                beginning.threshold(),
                beginning.layout());
    }

    private Exploration state() {
        return Objects.requireNonNull(viewModel.graph().history().get()).present();
    }

    private static void onFx(Runnable act) {
        WorkbenchWindow.onFxThread(
                () -> {
                    act.run();
                    return true;
                });
    }
}
