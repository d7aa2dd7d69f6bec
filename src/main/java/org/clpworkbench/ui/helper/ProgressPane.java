package org.clpworkbench.ui.helper;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import org.clpworkbench.run.RunFolder;
import org.clpworkbench.ui.common.Hint;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.common.Visibility;

/// The training so far, and what can be done about it.
final class ProgressPane extends VBox {
    private final Texts texts = Texts.of(HelperView.class);

    ProgressPane(HelperViewModel viewModel) {
        getStyleClass().addAll("panel", "helper-progress");
        TrainingSoFar soFar = viewModel.soFar();
        var title = new Label();
        title.getStyleClass().add("section");
        var before = soFar.words().isEmpty();
        title.textProperty()
                .bind(
                        Bindings.when(before)
                                .then(texts.get("progress.before"))
                                .otherwise(texts.get("progress.training")));
        var wait = sentence(new Label(texts.get("progress.wait")), "text-muted");
        Visibility.bind(wait, before);
        getChildren()
                .addAll(
                        title,
                        wait,
                        told(soFar.words(), "figure", "loss"),
                        told(soFar.meaning(), "text-muted", "meaning"),
                        told(soFar.evaluated(), "evaluated", "evaluated"),
                        told(soFar.said(), "said", "said"),
                        buttons(viewModel));
    }

    private static Label told(ReadOnlyStringProperty words, String style, String id) {
        var label = sentence(new Label(), style);
        label.setId(id);
        HelperView.tell(label, words);
        return label;
    }

    private static Label sentence(Label label, String style) {
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private FlowPane buttons(HelperViewModel viewModel) {
        ObservableValue<RunFolder> run = viewModel.making().flatMap(Making::run);
        var waiting = Bindings.createBooleanBinding(() -> run.getValue() == null, run);
        var watch = new Button(texts.get("progress.watch"));
        watch.setId("watch");
        watch.setOnAction(_ -> viewModel.watch());
        Hint.on(watch, texts.get("progress.watch.hint"));
        watch.disableProperty().bind(waiting);
        var stop = new Button(texts.get("progress.stop"));
        stop.setId("stopHere");
        stop.setOnAction(_ -> viewModel.stopHere());
        Hint.on(stop, texts.get("progress.stop.hint"));
        stop.disableProperty().bind(waiting);
        var row = new FlowPane(watch, stop);
        row.getStyleClass().add("helper-buttons");
        return row;
    }
}
