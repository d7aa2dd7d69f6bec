package org.clpworkbench.ui.neighbours;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.ui.TestContext;
import org.clpworkbench.ui.WorkbenchWindow;
import org.clpworkbench.ui.common.Isolated;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;

class ScriptsTest {
    @TempDir Path folder;

    @BeforeAll
    static void startTheToolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void putsTokensOfEveryScriptIntoSentencesByThemselves() throws IOException {
        try (var test = new TestContext(folder)) {
            NeighboursViewModel viewModel = SmallPair.write(folder).open(test);
            List<Integer> ids = List.of(SmallPair.HEBREW, SmallPair.ARABIC, SmallPair.DEVANAGARI);
            for (int at = 0; at < ids.size(); at++) {
                SmallPair.look(viewModel, ids.get(at));
                String token = SmallPair.SCRIPTS.get(at);
                String alone = Isolated.of(token);
                assertThat(viewModel.token(ids.get(at)).display()).isEqualTo(token);
                assertThat(ask(viewModel, "answer")).startsWith("‘" + alone + "’ lives among ");
                assertThat(ask(viewModel, "chosen")).startsWith(alone + "  ◆ missing");
                assertThat(ask(viewModel, "undo"))
                        .isEqualTo("Undo: look at " + alone + " (Ctrl+Z)");
            }
        }
    }

    private static String ask(NeighboursViewModel viewModel, String what) {
        return WorkbenchWindow.onFxThread(
                () ->
                        switch (what) {
                            case "answer" -> viewModel.answer().getValue();
                            case "chosen" -> viewModel.graph().chosen().getValue();
                            default -> viewModel.graph().undoing().getValue();
                        });
    }
}
