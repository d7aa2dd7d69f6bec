package org.clpworkbench.ui.models;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;

import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.lm.FreeMemory;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.Texts;
import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Optional;

/// The source or the helper: its figures, and a bar that shows how much of it is vocabulary and how
/// much is trunk.
final class ModelCard extends VBox {
    private final Texts texts = Texts.of(ModelsView.class);
    private final boolean source;
    private final Label name = new Label();
    private final Label subtitle = new Label();
    private final CardFacts facts = new CardFacts();
    private final TilePane figures = new TilePane();
    private final VBox parts = new VBox();

    ModelCard(boolean source) {
        this.source = source;
        getStyleClass().addAll("panel", "model-card", source ? "source" : "helper");
        var role = new Label(texts.get(source ? "role.source" : "role.helper"));
        role.getStyleClass().addAll("text-muted");
        name.getStyleClass().add("section");
        subtitle.getStyleClass().add("text-muted");
        for (Label words : new Label[] {role, subtitle}) {
            words.setWrapText(true);
            words.setMinHeight(USE_PREF_SIZE);
        }
        figures.getStyleClass().add("card-figures");
        figures.setTileAlignment(Pos.TOP_LEFT);
        figures.setMinHeight(USE_PREF_SIZE);
        parts.getStyleClass().add("card-parts");
        getChildren().addAll(role, name, subtitle, facts, figures, parts);
        show(null);
    }

    void show(@Nullable ModelSummary model) {
        figures.getChildren().clear();
        parts.getChildren().clear();
        if (model == null) {
            name.setText(texts.get("card.none"));
            subtitle.setText(texts.get("card.none.how"));
            return;
        }
        name.setText(model.name());
        subtitle.setText(
                texts.get(
                        model.contextLength() == 0 ? "card.subtitle.unlimited" : "card.subtitle",
                        model.modelType().toUpperCase(Locale.ROOT),
                        model.dtype(),
                        Numbers.whole(model.contextLength())));
        figure(Numbers.count(model.parameters()), "figure.parameters");
        figure(Numbers.whole(model.layers()), "figure.layers");
        figure(Numbers.whole(model.width()), "figure.width");
        figure(Numbers.whole(model.heads()), "figure.heads");
        figure(Numbers.whole(model.vocabularySize()), "figure.vocabulary");
        figure(Numbers.bytes(model.bytes()), "figure.disk");
        figure(Numbers.bytes(ModelEntry.trainingBytes(model)), "figure.memory")
                .setTooltip(new Tooltip(texts.get("figure.training")));
        showParts(ModelEntry.vocabularyShare(model));
    }

    private Label figure(String number, String key) {
        var value = new Label(number);
        value.getStyleClass().add("figure");
        var word = new Label(texts.get(key));
        word.getStyleClass().add("text-muted");
        figures.getChildren().add(new VBox(value, word));
        return word;
    }

    /// What is known besides its figures.
    void tell(Optional<ModelEntry> entry, Optional<FreeMemory> free) {
        entry.ifPresentOrElse(known -> facts.show(known, free), facts::clear);
    }

    private void showParts(double share) {
        var vocabulary = part("part-vocabulary", share);
        var trunk = part("part-trunk", 1 - share);
        var bar = new HBox(vocabulary, trunk);
        bar.getStyleClass().add("parts-bar");
        vocabulary.prefWidthProperty().bind(bar.widthProperty().multiply(share));
        trunk.prefWidthProperty().bind(bar.widthProperty().multiply(1 - share));
        var words =
                new Label(
                        texts.get(
                                source ? "parts.source" : "parts.helper",
                                Numbers.percent(share),
                                Numbers.percent(1 - share)));
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        words.getStyleClass().add("text-muted");
        bar.setAccessibleText(words.getText());
        parts.getChildren().setAll(bar, words);
    }

    private StackPane part(String styleClass, double share) {
        var label = new Label(texts.get(styleClass));
        label.setMinWidth(0);
        var part = new StackPane(label);
        part.getStyleClass().addAll("part", styleClass);
        part.setMinWidth(0);
        part.setVisible(share > 0);
        return part;
    }
}
