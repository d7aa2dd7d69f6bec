package org.clpworkbench.ui.neighbours;

import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.checkpoint.TinyModels;
import org.clpworkbench.ui.TestContext;
import org.clpworkbench.ui.WorkbenchWindow;
import org.clpworkbench.ui.common.Pair;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A pair of few tokens, whose space is open at once: a special token that only the helper has,
/// eight anchors, a missing word, one that the helper knows nothing of, and words of other scripts.
record SmallPair(ModelSummary source, ModelSummary helper) {
    static final int PAD = 0;
    static final int HAUS = 1;
    static final int NEU = 9;
    static final int EMPTY = 10;
    static final int HEBREW = 11;
    static final int ARABIC = 12;
    static final int DEVANAGARI = 13;

    static final List<String> SCRIPTS = List.of("שלום", "سلام", "नमस्ते");

    private static final int WIDTH = 4;
    private static final List<String> ANCHORS =
            List.of("haus", "hof", "hut", "hand", "hund", "holz", "herz", "heim");

    static SmallPair write(Path folder) throws IOException {
        var source = new ArrayList<>(List.of("<s>"));
        source.addAll(ANCHORS);
        var helper = new ArrayList<>(List.of("<pad>"));
        helper.addAll(ANCHORS);
        helper.addAll(List.of("neu", "leer"));
        helper.addAll(SCRIPTS);
        return new SmallPair(
                ModelSummary.read(TinyModels.write(folder.resolve("source"), WIDTH, source, 1)),
                ModelSummary.read(
                        TinyModels.write(folder.resolve("helper"), WIDTH, helper, 2, EMPTY)));
    }

    /// A screen of the pair, its space open and a token looked at.
    NeighboursViewModel open(TestContext test) {
        NeighboursViewModel viewModel =
                WorkbenchWindow.onFxThread(
                        () -> {
                            choose(test.pair());
                            return new NeighboursViewModel(test.context());
                        });
        WorkbenchWindow.waitUntil("the space", () -> viewModel.space().get() != null);
        look(viewModel, HAUS);
        return viewModel;
    }

    void choose(Pair pair) {
        pair.source().set(source);
        pair.helper().set(helper);
    }

    static void look(NeighboursViewModel viewModel, int token) {
        WorkbenchWindow.onFxThread(
                () -> {
                    viewModel.go(token);
                    return true;
                });
        WorkbenchWindow.waitUntil(
                "the token",
                () -> {
                    var drawn = viewModel.graph().drawn().get();
                    return drawn != null && drawn.state().root() == token;
                });
    }
}
