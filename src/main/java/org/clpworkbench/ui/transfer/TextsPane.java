package org.clpworkbench.ui.transfer;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.clpworkbench.transfer.Space;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.common.Visibility;
import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/// The texts that the chosen space is trained on; not there for a space that needs none.
final class TextsPane extends VBox {
    private final Texts texts = Texts.of(TransferView.class);

    TextsPane(TextChoice choice, ObservableValue<Space> space) {
        setId("texts");
        getStyleClass().add("transfer-texts");
        var bilingual =
                Bindings.createBooleanBinding(
                        () -> space.getValue() == Space.STATIC_BILINGUAL, space);
        Visibility.bind(
                this, Bindings.createBooleanBinding(() -> space.getValue().readsTexts(), space));
        var title = new Label(texts.get("texts"));
        title.getStyleClass().add("section");
        VBox source = field("text.source", choice.source(), choice::chooseSource);
        VBox dictionary = field("text.dictionary", choice.dictionary(), choice::chooseDictionary);
        Visibility.bind(source, bilingual);
        Visibility.bind(dictionary, bilingual);
        VBox target = named("text.target", choice.targetName(), choice.targetPlaces());
        getChildren().addAll(title, target, source, dictionary);
    }

    private VBox field(
            String key, ObservableValue<? extends @Nullable Path> file, Runnable choose) {
        VBox field =
                named(
                        key,
                        Bindings.createStringBinding(() -> words(file.getValue()), file),
                        Bindings.createStringBinding(() -> place(file.getValue()), file));
        var button = new Button(texts.get("text.choose"));
        button.setId(key.replace("text.", "") + "Button");
        button.getStyleClass().add("small");
        button.setMinWidth(USE_PREF_SIZE);
        button.setAccessibleText(texts.get(key + ".title"));
        button.setOnAction(_ -> choose.run());
        ((HBox) field.getChildren().getFirst()).getChildren().add(button);
        return field;
    }

    /// @param place where the file is, for a name that is cut or says too little
    private VBox named(String key, ObservableValue<String> file, ObservableValue<String> place) {
        var label = new Label(texts.get(key));
        label.setMinWidth(USE_PREF_SIZE);
        var name = new Label();
        name.setId(key.replace("text.", "") + "Text");
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        name.getStyleClass().add("report-value");
        name.textProperty().bind(file);
        name.tooltipProperty().bind(place.map(TextsPane::tooltip));
        var between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        var row = new HBox(label, name, between);
        row.getStyleClass().add("row");
        row.setAlignment(Pos.CENTER_LEFT);
        var hint = new Label(texts.get(key + ".hint"));
        hint.setWrapText(true);
        hint.setMinHeight(USE_PREF_SIZE);
        hint.getStyleClass().addAll("text-muted", "report-meaning");
        return new VBox(row, hint);
    }

    private static @Nullable Tooltip tooltip(String place) {
        return place.isEmpty() ? null : new Tooltip(place);
    }

    private static String place(@Nullable Path file) {
        return file == null ? "" : file.toString();
    }

    private String words(@Nullable Path file) {
        return file == null ? texts.get("text.none") : String.valueOf(file.getFileName());
    }
}
