package org.clpworkbench.ui.helper;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.common.TokenChip;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;

/// A sentence cut by the tokenizer that was made, and the first pairs that it learned to merge.
final class TokenizerPane extends VBox {
    private final Texts texts = Texts.of(HelperView.class);
    private final Outcome outcome;
    private final Label count = new Label();
    private final FlowPane chips = new FlowPane();
    private final FlowPane merges = new FlowPane();

    TokenizerPane(Outcome outcome) {
        this.outcome = outcome;
        getStyleClass().addAll("panel", "tokenizer-pane");
        var sentence = new TextField();
        sentence.setId("sentence");
        sentence.setPromptText(texts.get("work.prompt"));
        sentence.setAccessibleText(texts.get("work.prompt"));
        sentence.textProperty().bindBidirectional(outcome.sentence());
        chips.setId("sentenceChips");
        chips.getStyleClass().add("chips");
        count.getStyleClass().add("text-muted");
        merges.setId("merges");
        merges.getStyleClass().add("merges");
        getChildren()
                .addAll(
                        section("work.title"),
                        sentence,
                        chips,
                        count,
                        section("merges.title"),
                        muted("merges.how"),
                        merges);
        outcome.atWork().subscribe(this::show);
    }

    private Label section(String key) {
        var label = new Label(texts.get(key));
        label.getStyleClass().add("section");
        return label;
    }

    private Label muted(String key) {
        var label = new Label(texts.get(key));
        label.getStyleClass().add("text-muted");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private void show(@Nullable TokenizerAtWork work) {
        if (work == null) {
            chips.getChildren().clear();
            merges.getChildren().clear();
            count.setText("");
            return;
        }
        chips.getChildren().setAll(work.sentence().stream().map(TokenizerPane::chip).toList());
        int tokens = work.sentence().size();
        int bytes = outcome.sentence().get().getBytes(StandardCharsets.UTF_8).length;
        count.setText(
                texts.get(
                        "work.count",
                        tokens,
                        bytes,
                        Numbers.decimal((double) bytes / Math.max(1, tokens), 1)));
        var steps = new ArrayList<Node>();
        for (TokenizerAtWork.Merged merge : work.merges()) {
            steps.add(step(steps.size() + 1, merge));
        }
        merges.getChildren().setAll(steps);
    }

    private static HBox step(int number, TokenizerAtWork.Merged merge) {
        var place = new Label(Numbers.whole(number));
        place.getStyleClass().addAll("text-muted", "merge-number");
        var row =
                new HBox(
                        place,
                        chip(merge.left()),
                        new Label("+"),
                        chip(merge.right()),
                        new Label("→"),
                        chip(merge.both()));
        row.getStyleClass().add("merge");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static TokenChip chip(TokenizerAtWork.Shown token) {
        return new TokenChip(token.display(), token.raw());
    }
}
