package org.clpworkbench.ui.chart;

import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.clpworkbench.ui.common.Texts;

import java.util.Arrays;
import java.util.Locale;

/// What can be chosen about the chart, in two rows above it.
final class ChartTools extends VBox {
    /// Steps that the average may remember: each place of the slider about doubles them.
    private static final int[] WINDOWS = {0, 5, 10, 20, 50, 100, 200, 500, 1000};

    private final Texts texts = Texts.of(LossChart.class);
    private final LossChartModel model;

    ChartTools(LossChartModel model, Button save) {
        this.model = model;
        getStyleClass().add("loss-bar");
        var axis = new Label(texts.get("axis.across"));
        axis.getStyleClass().add("chart-key");
        axis.setMinWidth(USE_PREF_SIZE);
        HBox choice = horizontal();
        axis.setLabelFor(choice);
        HBox first =
                row(
                        axis,
                        choice,
                        toggle("toggle.logAcross", model.logarithmicAcross()),
                        toggle("toggle.log", model.logarithmic()),
                        space(),
                        toggle("toggle.details", model.details()),
                        toggle("toggle.table", model.table()),
                        save);
        ToggleButton band = toggle("toggle.band", model.band());
        band.disableProperty().bind(model.window().isEqualTo(0));
        ToggleButton seeds = toggle("toggle.seedsTogether", model.seedsTogether());
        seeds.visibleProperty().bind(model.hasSeeds());
        seeds.managedProperty().bind(seeds.visibleProperty());
        getChildren().addAll(first, row(smoothing(), band, seeds, key()));
    }

    private static HBox row(Node... parts) {
        var row = new HBox(parts);
        row.getStyleClass().add("loss-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Region space() {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    private HBox horizontal() {
        var group = new ToggleGroup();
        var box = new HBox();
        box.setId("horizontal");
        for (Horizontal horizontal : Horizontal.values()) {
            ToggleButton button = button("across." + horizontal);
            button.setId("across-" + horizontal.name().toLowerCase(Locale.ROOT));
            button.setToggleGroup(group);
            button.getStyleClass()
                    .add(
                            switch (horizontal) {
                                case STEPS -> "left-pill";
                                case TOKENS -> "center-pill";
                                case TIME -> "right-pill";
                            });
            // a second press on the chosen one would leave none chosen
            button.setOnAction(
                    _ -> {
                        model.horizontal().set(horizontal);
                        button.setSelected(true);
                    });
            model.horizontal().subscribe(now -> button.setSelected(now == horizontal));
            box.getChildren().add(button);
        }
        return box;
    }

    private HBox smoothing() {
        var slider = new Slider(0, WINDOWS.length - 1, place(model.window().get()));
        slider.setId("smoothing");
        slider.setMajorTickUnit(1);
        slider.setMinorTickCount(0);
        slider.setBlockIncrement(1);
        slider.setSnapToTicks(true);
        slider.setTooltip(new Tooltip(texts.get("smoothing.hint")));
        slider.setAccessibleText(texts.get("smoothing.hint"));
        slider.valueProperty()
                .addListener(
                        (_, _, now) ->
                                model.window().set(WINDOWS[(int) Math.round(now.doubleValue())]));
        model.window()
                .addListener(
                        (_, _, now) -> {
                            if (WINDOWS[(int) Math.round(slider.getValue())] != now.intValue()) {
                                slider.setValue(place(now.intValue()));
                            }
                        });
        var words = new Label();
        words.getStyleClass().addAll("chart-key", "smoothing-words");
        words.setLabelFor(slider);
        words.setMinWidth(USE_PREF_SIZE);
        words.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        model.window().get() == 0
                                                ? texts.get("smoothing.none")
                                                : texts.get("smoothing", model.window().get()),
                                model.window()));
        return row(words, slider);
    }

    private static int place(int window) {
        int found = Arrays.binarySearch(WINDOWS, window);
        return found >= 0 ? found : Math.min(WINDOWS.length - 1, -found - 1);
    }

    private Label key() {
        var key = new Label();
        key.getStyleClass().add("chart-key");
        key.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        texts.get(
                                                model.seedsTogether().get()
                                                                && model.hasSeeds().get()
                                                        ? "key.seeds"
                                                        : model.window().get() == 0
                                                                ? "key.raw"
                                                                : model.band().get()
                                                                        ? "key.band"
                                                                        : "key.average"),
                                model.window(),
                                model.band(),
                                model.seedsTogether(),
                                model.hasSeeds()));
        var whole = new Tooltip();
        whole.textProperty().bind(key.textProperty());
        key.setTooltip(whole);
        key.setMinWidth(0);
        return key;
    }

    private ToggleButton toggle(String key, BooleanProperty value) {
        ToggleButton button = button(key);
        button.setId(key.replace("toggle.", "toggle-"));
        button.selectedProperty().bindBidirectional(value);
        return button;
    }

    private ToggleButton button(String key) {
        var button = new ToggleButton(texts.get(key));
        button.setTooltip(new Tooltip(texts.get(key + ".hint")));
        button.setAccessibleText(texts.get(key + ".hint"));
        button.getStyleClass().addAll("small", "chart-toggle");
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }
}
