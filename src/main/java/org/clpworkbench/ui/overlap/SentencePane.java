package org.clpworkbench.ui.overlap;

import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.overlap.Segmentation.Side;
import org.jspecify.annotations.Nullable;

/// A sentence to type, and how both tokenizers cut it.
final class SentencePane extends VBox {
    private final Texts texts = Texts.of(OverlapView.class);
    private final OverlapViewModel viewModel;
    private final Label sourceCut = words("sourceCut");
    private final Label helperCut = words("helperCut");
    private final ChipRow sourceChips;
    private final ChipRow helperChips;

    SentencePane(OverlapViewModel viewModel) {
        this.viewModel = viewModel;
        getStyleClass().add("overlap-page");
        var sentence = new TextField();
        sentence.setId("sentence");
        sentence.setPromptText(texts.get("sentence.prompt"));
        sentence.setAccessibleText(texts.get("sentence.prompt"));
        sentence.textProperty().bindBidirectional(viewModel.sentence());
        sourceChips = new ChipRow(viewModel.selected(), this::select, viewModel::explore);
        sourceChips.setId("sourceChips");
        helperChips = new ChipRow(viewModel.selected(), this::select, viewModel::explore);
        helperChips.setId("helperChips");
        Label hint = words("sentenceHint");
        hint.setText(texts.get("sentence.hint"));
        getChildren().addAll(sentence, helperCut, helperChips, sourceCut, sourceChips, hint);
        viewModel.segmentation().subscribe(this::show);
    }

    private static Label words(String id) {
        var label = new Label();
        label.setId(id);
        label.getStyleClass().add("text-muted");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private void select(int token) {
        if (viewModel.rows().place(token) < 0) {
            viewModel.rows().showAll();
        }
        viewModel.selected().set(token);
    }

    private void show(@Nullable Segmentation cut) {
        sourceChips.show(cut == null ? Side.NONE : cut.source());
        helperChips.show(cut == null ? Side.NONE : cut.helper());
        if (cut == null || cut.helper().tokens() == 0) {
            boolean ready = viewModel.findings().get() != null;
            sourceCut.setText("");
            helperCut.setText(texts.get(ready ? "sentence.none" : "sentence.wait"));
            return;
        }
        sourceCut.setText(cutWords("sentence.source", cut, cut.source()));
        helperCut.setText(cutWords("sentence.helper", cut, cut.helper()));
    }

    private String cutWords(String key, Segmentation cut, Side side) {
        boolean source = key.equals("sentence.source");
        return texts.get(
                key,
                name(source ? viewModel.pair().source().get() : viewModel.pair().helper().get()),
                Numbers.whole(side.tokens()),
                Numbers.decimal(cut.perWord(side), 2),
                Numbers.whole(side.shared()),
                Numbers.whole(side.tokens() - side.shared()));
    }

    private static String name(@Nullable ModelSummary model) {
        return model == null ? "" : model.name();
    }
}
