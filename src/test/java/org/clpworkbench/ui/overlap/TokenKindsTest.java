package org.clpworkbench.ui.overlap;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.Labeled;

import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.checkpoint.TinyModels;
import org.clpworkbench.ui.TestContext;
import org.clpworkbench.ui.WorkbenchWindow;
import org.clpworkbench.ui.common.TokenKind;
import org.clpworkbench.ui.overlap.Segmentation.Part;
import org.clpworkbench.vocab.Overlap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;

/// What tokens of a pair are taken for whose words are whole tokens; the first of each is special
/// and stands for every word that is none.
class TokenKindsTest {
    @TempDir Path folder;
    private ModelSummary source;

    @BeforeAll
    static void startTheToolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    @BeforeEach
    void writeTheSource() throws IOException {
        source = model("source", List.of("<s>", "haus", "hello", "house"), 1);
    }

    private ModelSummary model(String name, List<String> tokens, long seed) throws IOException {
        return ModelSummary.read(TinyModels.write(folder.resolve(name), 4, tokens, seed));
    }

    @Test
    void tellsTheTokensOfASentenceApartInBothSegmentations() throws IOException {
        ModelSummary helper = model("helper", List.of("<s>", "haus", "neu"), 2);
        try (var test = new TestContext(folder)) {
            OverlapViewModel viewModel = compare(test, helper);
            onFx(() -> viewModel.sentence().set("haus neu hello"));
            Segmentation cut = cut(viewModel, 3);
            assertThat(cut.source().first())
                    .extracting(Part::display)
                    .containsExactly("haus", "<s>", "hello");
            assertThat(cut.source().first())
                    .extracting(Part::kind)
                    .containsExactly(TokenKind.ANCHOR, TokenKind.SPECIAL, TokenKind.SOURCE_ONLY);
            assertThat(cut.source().shared()).isEqualTo(2);
            assertThat(cut.helper().first())
                    .extracting(Part::display)
                    .containsExactly("haus", "neu", "<s>");
            assertThat(cut.helper().first())
                    .extracting(Part::kind)
                    .containsExactly(TokenKind.ANCHOR, TokenKind.MISSING, TokenKind.SPECIAL);
            assertThat(cut.helper().shared()).isEqualTo(2);
        }
    }

    @Test
    void takesASpecialTokenThatOneOfThemLacksForWhatBecomesOfIt() throws IOException {
        ModelSummary helper = model("helper", List.of("<pad>", "haus", "neu"), 2);
        try (var test = new TestContext(folder)) {
            OverlapViewModel viewModel = compare(test, helper);
            onFx(() -> viewModel.sentence().set("neu hello"));
            Segmentation cut = cut(viewModel, 2);
            assertThat(cut.source().first())
                    .extracting(Part::kind)
                    .containsExactly(TokenKind.SOURCE_ONLY, TokenKind.SOURCE_ONLY);
            assertThat(cut.helper().first())
                    .extracting(Part::kind)
                    .containsExactly(TokenKind.MISSING, TokenKind.MISSING);
            assertThat(rows(viewModel, TokenKind.MISSING)).containsExactly("<pad>", "neu");
            assertThat(rows(viewModel, TokenKind.SPECIAL)).containsExactly("<pad>");
        }
    }

    @Test
    void showsTokensOfEveryScriptAsChips() throws IOException {
        List<String> words = List.of("שלום", "سلام", "नमस्ते");
        var tokens = new ArrayList<>(List.of("<s>", "haus"));
        tokens.addAll(words);
        ModelSummary helper = model("helper", tokens, 2);
        try (var test = new TestContext(folder)) {
            OverlapViewModel viewModel = compare(test, helper);
            onFx(() -> viewModel.sentence().set(String.join(" ", words)));
            Segmentation cut = cut(viewModel, 3);
            var row =
                    WorkbenchWindow.onFxThread(
                            () -> new ChipRow(viewModel.selected(), _ -> {}, _ -> {}));
            List<Node> chips = show(row, cut);
            assertThat(chips)
                    .extracting(chip -> ((Labeled) chip).getText())
                    .containsExactlyElementsOf(words);
            assertThat(chips)
                    .extracting(Node::getAccessibleText)
                    .containsExactly(
                            "\u2068שלום\u2069, missing",
                            "\u2068سلام\u2069, missing",
                            "नमस्ते, missing");
        }
    }

    @Test
    void showsTheFirstTokensOfALongTextAndCountsAll() throws IOException {
        ModelSummary helper = model("helper", List.of("<s>", "haus", "neu"), 2);
        try (var test = new TestContext(folder)) {
            OverlapViewModel viewModel = compare(test, helper);
            onFx(() -> viewModel.sentence().set("haus neu ".repeat(2500)));
            Segmentation cut = cut(viewModel, 5000);
            assertThat(cut.helper().tokens()).isEqualTo(5000);
            assertThat(cut.helper().shared()).isEqualTo(2500);
            assertThat(cut.perWord(cut.helper())).isEqualTo(1);
            var row =
                    WorkbenchWindow.onFxThread(
                            () -> new ChipRow(viewModel.selected(), _ -> {}, _ -> {}));
            List<Node> all = show(row, cut);
            assertThat(all).hasSize(301);
            assertThat(((Labeled) all.getLast()).getText()).isEqualTo("+ 4,700 more");

            // nothing is made again of what stands there
            onFx(() -> viewModel.sentence().set("haus neu ".repeat(100)));
            List<Node> fewer = show(row, cut(viewModel, 200));
            assertThat(fewer).isEqualTo(all.subList(0, 200));
            onFx(() -> viewModel.sentence().set("haus neu haus haus"));
            List<Node> four = show(row, cut(viewModel, 4));
            assertThat(four.subList(0, 3)).isEqualTo(all.subList(0, 3));
            assertThat(((Labeled) four.getLast()).getText()).isEqualTo("haus");
            assertThat(four).filteredOn(Node::isFocusTraversable).hasSize(1);
        }
    }

    private static List<Node> show(ChipRow row, Segmentation cut) {
        return WorkbenchWindow.onFxThread(
                () -> {
                    row.show(cut.helper());
                    return List.copyOf(row.getChildren());
                });
    }

    @Test
    void filtersAsManyTokensOfAKindAsTheHeadlineCounts() throws IOException {
        ModelSummary helper = model("helper", List.of("<s>", "haus", "neu", "wohnung"), 2);
        try (var test = new TestContext(folder)) {
            OverlapViewModel viewModel = compare(test, helper);
            Overlap overlap = Objects.requireNonNull(viewModel.findings().get()).overlap();
            assertThat(rows(viewModel, TokenKind.ANCHOR))
                    .containsExactly("<s>", "haus")
                    .hasSize(overlap.sharedOfTarget());
            assertThat(rows(viewModel, TokenKind.MISSING))
                    .containsExactly("neu", "wohnung")
                    .hasSize(overlap.missing().size());
            assertThat(rows(viewModel, TokenKind.SPECIAL)).containsExactly("<s>");
        }
    }

    private OverlapViewModel compare(TestContext test, ModelSummary helper) {
        OverlapViewModel viewModel =
                WorkbenchWindow.onFxThread(() -> new OverlapViewModel(test.context()));
        onFx(
                () -> {
                    test.pair().source().set(source);
                    test.pair().helper().set(helper);
                });
        WorkbenchWindow.waitUntil("the findings", () -> viewModel.findings().get() != null);
        return viewModel;
    }

    /// Of the sentence that has so many words, once it is cut.
    private static Segmentation cut(OverlapViewModel viewModel, int words) {
        WorkbenchWindow.waitUntil(
                "the sentence",
                () -> {
                    Segmentation cut = viewModel.segmentation().get();
                    return cut != null && cut.words() == words;
                });
        return Objects.requireNonNull(viewModel.segmentation().get());
    }

    private static List<String> rows(OverlapViewModel viewModel, TokenKind kind) {
        return WorkbenchWindow.onFxThread(
                () -> {
                    viewModel.rows().kind().set(kind);
                    return viewModel.rows().shown().stream().map(TokenRow::display).toList();
                });
    }

    private static void onFx(Runnable act) {
        WorkbenchWindow.onFxThread(
                () -> {
                    act.run();
                    return true;
                });
    }
}
