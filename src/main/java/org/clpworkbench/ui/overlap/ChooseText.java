package org.clpworkbench.ui.overlap;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.clpworkbench.ui.common.Texts;

/// Stands where figures of a text would stand, and offers to choose one.
final class ChooseText extends VBox {
    ChooseText(OverlapViewModel viewModel, String sentence) {
        var words = new Label(sentence);
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        var choose = new Button(Texts.of(OverlapView.class).get("text.choose"));
        choose.setOnAction(_ -> viewModel.chooseText());
        getStyleClass().add("overlap-empty");
        getChildren().addAll(words, choose);
    }
}
