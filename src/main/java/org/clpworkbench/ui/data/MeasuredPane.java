package org.clpworkbench.ui.data;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.clpworkbench.ui.common.DataSetWords;
import org.clpworkbench.ui.common.Hint;
import org.clpworkbench.ui.common.Texts;

/// What is kept to measure on: a share of the documents, or a text of its own.
final class MeasuredPane extends VBox {
    private final Texts texts = Texts.of(DataView.class);
    private final DataForm form;

    MeasuredPane(DataViewModel viewModel) {
        form = viewModel.form();
        getStyleClass().add("data-measured");
        var group = new ToggleGroup();
        RadioButton share = choice("share", group);
        RadioButton apart = choice("apart", group);
        form.apart().subscribe(own -> (own ? apart : share).setSelected(true));
        apart.selectedProperty().subscribe(own -> form.apart().set(own));
        HBox split = split();
        split.disableProperty().bind(form.apart());
        HBox text = text(viewModel);
        text.disableProperty().bind(form.apart().not());
        getChildren().addAll(share, split, apart, text);
    }

    private RadioButton choice(String key, ToggleGroup group) {
        var choice = new RadioButton(texts.get("measure." + key));
        choice.setId("measure-" + key);
        choice.setToggleGroup(group);
        choice.setWrapText(true);
        choice.setMinHeight(USE_PREF_SIZE);
        Hint.on(choice, texts.get("measure." + key + ".hint"));
        return choice;
    }

    private HBox split() {
        var share = new TextField();
        share.setId("share");
        share.setPrefColumnCount(4);
        share.textProperty().bindBidirectional(form.share());
        share.setAccessibleText(texts.get("share.name"));
        Hint.on(share, texts.get("measure.share.hint"));
        var seed = new TextField();
        seed.setId("seed");
        seed.setPrefColumnCount(4);
        seed.textProperty().bindBidirectional(form.seed());
        seed.setAccessibleText(texts.get("seed"));
        Hint.on(seed, texts.get("seed.hint"));
        return indented(share, word("percent"), word("seed"), seed);
    }

    private Label word(String key) {
        var word = new Label(texts.get(key));
        word.setMinWidth(USE_PREF_SIZE);
        return word;
    }

    private HBox text(DataViewModel viewModel) {
        var name = new Label();
        name.setId("validation");
        name.getStyleClass().add("mono");
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        name.setMinWidth(0);
        name.setMaxWidth(Double.MAX_VALUE);
        name.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        form.validation().get().isEmpty()
                                                ? texts.get("validation.none")
                                                : DataSetWords.fileName(form.validation().get()),
                                form.validation()));
        form.validation().subscribe(path -> Hint.on(name, path));
        HBox.setHgrow(name, Priority.ALWAYS);
        var choose = new Button(texts.get("choose"));
        choose.setId("chooseValidation");
        choose.getStyleClass().add("small");
        choose.setMinWidth(USE_PREF_SIZE);
        choose.setAccessibleText(texts.get("choose.name"));
        choose.setOnAction(_ -> viewModel.chooseValidation());
        return indented(name, choose);
    }

    private static HBox indented(Node... parts) {
        var row = new HBox(parts);
        row.getStyleClass().addAll("row", "data-indented");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
