package org.clpworkbench.ui.overlap;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.embedded.EmbeddedDemo;
import org.clpworkbench.ui.TestContext;
import org.clpworkbench.ui.WorkbenchWindow;
import org.clpworkbench.ui.common.AnchorCount;
import org.clpworkbench.ui.common.ScreenName;
import org.clpworkbench.ui.common.TokenKind;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

import java.nio.file.Path;
import java.util.concurrent.TimeoutException;

class OverlapViewModelTest {
    @TempDir Path folder;

    @BeforeAll
    static void startTheToolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void countsFiltersAndLeadsOn() throws Exception {
        EmbeddedDemo demo = EmbeddedDemo.unpack(folder);
        ModelSummary source = ModelSummary.read(demo.source());
        ModelSummary helper = ModelSummary.read(demo.helper());
        try (var test = new TestContext(folder)) {
            var viewModel = new OverlapViewModel(test.context());
            assertThat(viewModel.answer().getValue()).contains("Choose");
            WorkbenchWindow.onFxThread(
                    () -> {
                        test.pair().validation().set(demo.validation());
                        test.pair().source().set(source);
                        test.pair().helper().set(helper);
                        return true;
                    });
            WorkbenchWindow.waitUntil(
                    "the sentence to be cut", () -> viewModel.segmentation().get() != null);

            // 1,603 exact anchors, as the reference implementation counts them
            assertThat(test.pair().anchors().get()).isEqualTo(new AnchorCount(1603, 8192));
            WorkbenchWindow.onFxThread(
                    () -> {
                        viewModel.rows().kind().set(TokenKind.MISSING);
                        return true;
                    });
            assertThat(viewModel.rows().shown()).hasSize(8192 - 1603);

            viewModel.explore(5);
            assertThat(test.pair().token().get()).isEqualTo(5);
            assertThat(test.opened()).containsExactly(ScreenName.NEIGHBOURS);
        }
    }
}
