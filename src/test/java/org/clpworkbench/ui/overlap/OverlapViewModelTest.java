package org.clpworkbench.ui.overlap;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.embedded.EmbeddedDemo;
import org.clpworkbench.ui.ComputeGate;
import org.clpworkbench.ui.TestContext;
import org.clpworkbench.ui.WorkbenchWindow;
import org.clpworkbench.ui.common.AnchorCount;
import org.clpworkbench.ui.common.LatestJob;
import org.clpworkbench.ui.common.ScreenName;
import org.clpworkbench.ui.common.TokenKind;
import org.clpworkbench.vocab.Matching;
import org.clpworkbench.vocab.TokenizerFolder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;

class OverlapViewModelTest {
    @TempDir Path folder;
    private Path source;
    private Path helper;
    private Path text;

    @BeforeAll
    static void startTheToolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    @BeforeEach
    void writeASmallPair() throws IOException {
        source = TokenizerFolder.byteLevel(folder.resolve("source"), List.of("haus", "Ġund", "x"));
        helper =
                TokenizerFolder.byteLevel(
                        folder.resolve("helper"), List.of("haus", "Ġund", "Haus", "wohnung"));
        text = Files.writeString(folder.resolve("text.txt"), "haus Haus");
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

            // 1,472 exact anchors, as the reference implementation counts them
            assertThat(test.pair().anchors().get()).isEqualTo(new AnchorCount(1472, 8192));
            WorkbenchWindow.onFxThread(
                    () -> {
                        viewModel.rows().kind().set(TokenKind.MISSING);
                        return true;
                    });
            assertThat(viewModel.rows().shown()).hasSize(8192 - 1472);

            viewModel.explore(5);
            assertThat(test.pair().token().get()).isEqualTo(5);
            assertThat(test.opened()).containsExactly(ScreenName.NEIGHBOURS);
        }
    }

    @Test
    void saysThatItWasCancelledAndTriesAgain() throws Exception {
        try (var test = new TestContext(folder)) {
            OverlapViewModel viewModel =
                    WorkbenchWindow.onFxThread(() -> new OverlapViewModel(test.context()));
            try (var _ = new ComputeGate(test.context().jobs())) {
                choosePair(test);
                assertThat(answer(viewModel)).contains("Comparing");
                cancel(viewModel.matching());
            }
            WorkbenchWindow.waitUntil(
                    "its end", () -> viewModel.matching().current().get() == null);
            assertThat(answer(viewModel)).startsWith("Cancelled");
            onFx(viewModel::compare);
            assertThat(answer(viewModel)).contains("Comparing");
            WorkbenchWindow.waitUntil(
                    "the answer", () -> viewModel.answer().getValue().contains("is shared"));
        }
    }

    @Test
    void countsATextAgainAfterItWasCancelled() throws Exception {
        try (var test = new TestContext(folder)) {
            OverlapViewModel viewModel =
                    WorkbenchWindow.onFxThread(() -> new OverlapViewModel(test.context()));
            choosePair(test);
            WorkbenchWindow.waitUntil("the findings", () -> viewModel.findings().get() != null);
            try (var _ = new ComputeGate(test.context().jobs())) {
                onFx(() -> viewModel.text().choose(text));
                cancel(viewModel.counting());
            }
            WorkbenchWindow.waitUntil(
                    "its end", () -> viewModel.counting().current().get() == null);
            assertThat(viewModel.counting().cancelled().get()).isNotNull();
            onFx(viewModel::count);
            assertThat(viewModel.counting().cancelled().get()).isNull();
            WorkbenchWindow.waitUntil("the count", () -> viewModel.counted().get() != null);
        }
    }

    @Test
    void anotherRuleNeedsNeitherFilesNorTokenizersNorItsTurn() throws Exception {
        try (var test = new TestContext(folder)) {
            OverlapViewModel viewModel =
                    WorkbenchWindow.onFxThread(() -> new OverlapViewModel(test.context()));
            onFx(() -> viewModel.text().choose(text));
            choosePair(test);
            WorkbenchWindow.waitUntil("the count", () -> viewModel.counted().get() != null);
            OverlapFindings before = Objects.requireNonNull(viewModel.findings().get());
            TextFindings counted = Objects.requireNonNull(viewModel.counted().get());
            assertThat(before.overlap().anchors()).hasSize(2);
            Files.delete(source.resolve("tokenizer.json"));
            Files.delete(helper.resolve("tokenizer.json"));
            try (var _ = new ComputeGate(test.context().jobs())) {
                onFx(() -> test.pair().matching().set(Matching.FUZZY));
                WorkbenchWindow.waitUntil(
                        "the rule", () -> counted(viewModel).tokens().matching() == Matching.FUZZY);
            }
            OverlapFindings after = Objects.requireNonNull(viewModel.findings().get());
            assertThat(after.pair()).isSameAs(before.pair());
            assertThat(counted(viewModel).count()).isSameAs(counted.count());
            assertThat(after.tokens().rows())
                    .zipSatisfy(
                            before.tokens().rows(),
                            (one, other) -> assertThat(one.token()).isSameAs(other.token()));
            // haus, ·und and Haus, which is the source's haus too
            assertThat(test.pair().anchors().get()).isEqualTo(new AnchorCount(3, 4));
            assertThat(after.overlap().sharedOfSource()).isEqualTo(2);
        }
    }

    @Test
    void cutsASentenceWhileOthersCompute() {
        try (var test = new TestContext(folder)) {
            OverlapViewModel viewModel =
                    WorkbenchWindow.onFxThread(() -> new OverlapViewModel(test.context()));
            choosePair(test);
            WorkbenchWindow.waitUntil("the findings", () -> viewModel.findings().get() != null);
            try (var _ = new ComputeGate(test.context().jobs())) {
                onFx(() -> viewModel.sentence().set("one two three four five"));
                WorkbenchWindow.waitUntil(
                        "the sentence",
                        () -> {
                            Segmentation cut = viewModel.segmentation().get();
                            return cut != null && cut.words() == 5;
                        });
            }
        }
    }

    @Test
    void whoeverLeavesTakesTheSelectedTokenAlong() {
        try (var test = new TestContext(folder)) {
            OverlapViewModel viewModel =
                    WorkbenchWindow.onFxThread(() -> new OverlapViewModel(test.context()));
            choosePair(test);
            WorkbenchWindow.waitUntil("the findings", () -> viewModel.findings().get() != null);
            onFx(
                    () -> {
                        viewModel.inView(true);
                        viewModel.selected().set(2);
                    });
            // at once: the neighbours look for an example where there is none
            assertThat(test.pair().token().get()).isEqualTo(2);
            onFx(() -> viewModel.selected().set(3));
            assertThat(test.pair().token().get()).isEqualTo(2);
            onFx(() -> viewModel.inView(false));
            assertThat(test.pair().token().get()).isEqualTo(3);
            assertThat(viewModel.selected().get()).isEqualTo(3);
        }
    }

    private void choosePair(TestContext test) {
        onFx(
                () -> {
                    test.pair().source().set(summary(source));
                    test.pair().helper().set(summary(helper));
                });
    }

    private static ModelSummary summary(Path folder) {
        return new ModelSummary(
                String.valueOf(folder.getFileName()),
                folder,
                "gpt2",
                1,
                1,
                1,
                1,
                4,
                1,
                true,
                "F32",
                1);
    }

    private static String answer(OverlapViewModel viewModel) {
        return WorkbenchWindow.onFxThread(() -> viewModel.answer().getValue());
    }

    private static TextFindings counted(OverlapViewModel viewModel) {
        return Objects.requireNonNull(viewModel.counted().get());
    }

    private static void cancel(LatestJob question) {
        onFx(() -> Objects.requireNonNull(question.current().get()).cancel());
    }

    private static void onFx(Runnable act) {
        WorkbenchWindow.onFxThread(
                () -> {
                    act.run();
                    return true;
                });
    }
}
