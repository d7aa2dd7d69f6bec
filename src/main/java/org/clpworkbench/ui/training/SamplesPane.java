package org.clpworkbench.ui.training;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.clpworkbench.training.RunEvent;
import org.clpworkbench.ui.common.Hint;
import org.clpworkbench.ui.common.TextClipboard;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.common.WordConverter;

import java.util.ArrayList;
import java.util.OptionalInt;

/// What the models on show write, run beside run.
final class SamplesPane extends TitledPane {
    /// The least width of a run's text, in sizes of the text.
    private static final double LEAST = 20;

    private final Texts texts = Texts.of(TrainingView.class);
    private final TrainingViewModel viewModel;
    private final SampleSteps steps;
    private final FlowPane place = new FlowPane();
    private final RunCards cards;
    private final ComboBox<OptionalInt> chooser = new ComboBox<>();
    private final Label key = new Label(texts.get("samples.key"));
    private boolean filling;

    SamplesPane(TrainingViewModel viewModel) {
        this.viewModel = viewModel;
        this.steps = viewModel.sampleSteps();
        this.cards = new RunCards(place, this::card);
        setText(texts.get("samples"));
        setId("samples");
        setAnimated(false);
        getStyleClass().addAll("dense", "samples");
        place.getStyleClass().add("samples-place");
        key.getStyleClass().addAll("text-muted", "small-print");
        key.setWrapText(true);
        key.setMinHeight(USE_PREF_SIZE);
        var scroll = new ScrollPane(place);
        scroll.setFitToWidth(true);
        place.setMinWidth(0); // else as wide as the cards were once
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().addAll("plain", "samples-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var content = new VBox(tools(), key, scroll);
        content.getStyleClass().add("samples-content");
        setContent(content);
        expandedProperty().bindBidirectional(viewModel.samplesOpen().open());
        steps.choices().addListener((ListChangeListener<OptionalInt>) _ -> fill());
        steps.chosen().subscribe(this::chosen);
        viewModel.rows().addListener((ListChangeListener<RunRow>) _ -> showRuns());
        fill();
        showRuns();
    }

    private HBox tools() {
        var word = new Label(texts.get("samples.step"));
        word.setLabelFor(chooser);
        word.setMinWidth(USE_PREF_SIZE);
        chooser.setId("sampleStep");
        chooser.setAccessibleText(texts.get("samples.step"));
        chooser.setConverter(
                new WordConverter<>(
                        step ->
                                step.isEmpty()
                                        ? texts.get("samples.newest")
                                        : texts.get("samples.at", step.getAsInt())));
        Hint.on(chooser, texts.get("samples.step.hint"));
        chooser.valueProperty()
                .addListener(
                        (_, _, now) -> {
                            if (!filling && now != null) {
                                steps.chosen().set(now);
                            }
                        });
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var copy = new Button(texts.get("samples.copy.all"));
        copy.setId("copySamples");
        copy.getStyleClass().add("small");
        copy.setMinWidth(USE_PREF_SIZE);
        copy.setOnAction(_ -> copy());
        var tools = new HBox(word, chooser, gap, copy);
        tools.getStyleClass().add("run-head");
        tools.setAlignment(Pos.CENTER_LEFT);
        return tools;
    }

    /// The box forgets what is chosen in it when its choices are other ones.
    private void fill() {
        filling = true;
        chooser.getItems().setAll(steps.choices());
        chooser.getSelectionModel().select(steps.chosen().get());
        filling = false;
        tellKey();
    }

    private void chosen() {
        chooser.getSelectionModel().select(steps.chosen().get());
        for (var card : place.getChildren()) {
            if (card instanceof SampleCard sample) {
                sample.show();
            }
        }
        tellKey();
    }

    private void showRuns() {
        cards.show(viewModel.rows());
        tellKey();
    }

    /// While there is a text that begins with what was given; its line is kept, so that nothing
    /// moves when the first comes.
    private void tellKey() {
        key.setVisible(
                viewModel.rows().stream()
                        .flatMap(row -> steps.of(row).stream())
                        .anyMatch(sample -> !sample.prompt().isEmpty()));
    }

    /// As many beside each other as there is room for.
    private SampleCard card(RunRow row) {
        var card = new SampleCard(row, steps);
        DoubleBinding width =
                Bindings.createDoubleBinding(
                        this::cardWidth,
                        place.widthProperty(),
                        place.hgapProperty(),
                        fontProperty(),
                        viewModel.rows());
        card.prefWidthProperty().bind(width);
        return card;
    }

    private double cardWidth() {
        double gap = place.getHgap();
        double least = LEAST * getFont().getSize() + gap;
        int most = Math.max(1, viewModel.rows().size());
        int beside = Math.clamp((long) ((place.getWidth() + gap) / least), 1, most);
        return Math.floor((place.getWidth() + gap) / beside - gap);
    }

    private void copy() {
        var all = new ArrayList<String>();
        for (RunRow row : viewModel.rows()) {
            steps.of(row).ifPresent(sample -> all.add(words(row, sample)));
        }
        TextClipboard.put(String.join("\n\n", all));
    }

    private String words(RunRow row, RunEvent.Sample sample) {
        String head = texts.get("samples.copied", row.chartRun().label(), sample.step());
        return head + "\n" + sample.text();
    }
}
