package org.clpworkbench.ui.transfer;

import javafx.beans.binding.Bindings;
import javafx.beans.property.Property;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.clpworkbench.transfer.Methods;
import org.clpworkbench.transfer.Space;
import org.clpworkbench.ui.common.Hint;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.common.WordConverter;
import org.clpworkbench.vocab.Matching;

import java.util.List;
import java.util.function.Function;

/// The three parts of a recipe, folded away until somebody wants another than the method's.
final class CompositionPane extends TitledPane {
    private final Texts texts = Texts.of(TransferView.class);
    private final GridPane parts = new GridPane();

    CompositionPane(RecipeChoice choice) {
        setId("composition");
        getStyleClass().add("dense");
        setText(texts.get("composition"));
        setExpanded(false);
        setAnimated(false);
        parts.getStyleClass().add("transfer-grid");
        var whole = new ColumnConstraints();
        whole.setHgrow(Priority.ALWAYS);
        whole.setMinWidth(0);
        parts.getColumnConstraints().add(whole);
        part(
                "matching",
                List.of(Matching.values()),
                rule -> texts.get("matching." + rule),
                choice.matching());
        part(
                "space",
                List.of(Space.values()),
                space -> texts.get("space." + space),
                choice.space());
        part("weighting", Methods.weightings(), Function.identity(), choice.weighting());
        setContent(new VBox(parts, name(choice), back(choice)));
    }

    private <T> void part(
            String key, List<T> choices, Function<T, String> words, Property<T> chosen) {
        var box = new ComboBox<T>();
        box.setId(key);
        box.getItems().setAll(choices);
        box.setConverter(new WordConverter<>(words));
        box.setMaxWidth(Double.MAX_VALUE);
        box.setMinWidth(0);
        box.setAccessibleText(texts.get(key));
        box.setAccessibleHelp(texts.get(key + ".hint"));
        box.valueProperty().bindBidirectional(chosen);
        Hint.withChoice(box);
        var label = new Label(texts.get(key));
        label.setLabelFor(box);
        var hint = new Label(texts.get(key + ".hint"));
        hint.setWrapText(true);
        hint.setMinHeight(USE_PREF_SIZE);
        hint.getStyleClass().addAll("text-muted", "report-meaning");
        parts.addColumn(0, label, box, hint);
    }

    private Label name(RecipeChoice choice) {
        var name = new Label();
        name.setId("recipe");
        name.setWrapText(true);
        name.setMinHeight(USE_PREF_SIZE);
        name.getStyleClass().add("recipe-name");
        name.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        texts.get(
                                                choice.own().get() ? "recipe.own" : "recipe.named",
                                                choice.recipe().get().name()),
                                choice.recipe(),
                                choice.own()));
        return name;
    }

    private Hyperlink back(RecipeChoice choice) {
        var back = new Hyperlink();
        back.setId("back");
        back.textProperty()
                .bind(choice.method().map(method -> texts.get("recipe.back", method.name())));
        back.visibleProperty().bind(choice.own());
        back.managedProperty().bind(choice.own());
        back.setOnAction(_ -> choice.back());
        return back;
    }
}
