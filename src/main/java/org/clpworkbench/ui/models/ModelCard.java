package org.clpworkbench.ui.models;

import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.Texts;
import org.jspecify.annotations.Nullable;

import java.util.Locale;

/// The source or the helper: its figures, and a bar that shows how much of it is vocabulary and how
/// much is trunk.
final class ModelCard extends VBox {
    private final Texts texts = Texts.of(ModelsView.class);
    private final boolean source;
    private final Label name = new Label();
    private final Label subtitle = new Label();
    private final GridPane figures = new GridPane();
    private final VBox parts = new VBox();

    ModelCard(boolean source) {
        this.source = source;
        getStyleClass().addAll("panel", "model-card", source ? "source" : "helper");
        var role = new Label(texts.get(source ? "role.source" : "role.helper"));
        role.getStyleClass().addAll("text-muted");
        name.getStyleClass().add("section");
        subtitle.getStyleClass().add("text-muted");
        figures.getStyleClass().add("card-figures");
        parts.getStyleClass().add("card-parts");
        for (int column = 0; column < 4; column++) {
            var constraints = new ColumnConstraints();
            constraints.setPercentWidth(25);
            figures.getColumnConstraints().add(constraints);
        }
        getChildren().addAll(role, name, subtitle, figures, parts);
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
        figure(0, 0, Numbers.count(model.parameters()), "figure.parameters");
        figure(1, 0, Numbers.whole(model.layers()), "figure.layers");
        figure(2, 0, Numbers.whole(model.width()), "figure.width");
        figure(3, 0, Numbers.whole(model.heads()), "figure.heads");
        figure(0, 1, Numbers.whole(model.vocabularySize()), "figure.vocabulary");
        figure(1, 1, Numbers.bytes(model.bytes()), "figure.disk");
        figure(
                2,
                1,
                Numbers.bytes(new ModelEntry(model, false).trainingBytes()),
                "figure.training");
        showParts(new ModelEntry(model, false));
    }

    private void figure(int column, int row, String number, String key) {
        var value = new Label(number);
        value.getStyleClass().add("figure");
        var word = new Label(texts.get(key));
        word.getStyleClass().add("text-muted");
        figures.add(new VBox(value, word), column, row, row == 1 && column == 2 ? 2 : 1, 1);
    }

    private void showParts(ModelEntry entry) {
        double share = entry.vocabularyShare();
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
