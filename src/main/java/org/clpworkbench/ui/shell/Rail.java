package org.clpworkbench.ui.shell;

import javafx.collections.SetChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.clpworkbench.ui.common.ScreenName;
import org.clpworkbench.ui.common.Texts;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/// The way through, from top to bottom: one button a screen, the open one marked, a tick where the
/// step is done for this pair.
final class Rail extends VBox {
    private static final Map<ScreenName, String> ICONS =
            new EnumMap<>(
                    Map.of(
                            ScreenName.MODELS, "mdi2c-cube-outline",
                            ScreenName.DATA, "mdi2t-text-box-multiple-outline",
                            ScreenName.OVERLAP, "mdi2s-set-center",
                            ScreenName.NEIGHBOURS, "mdi2g-graph-outline",
                            ScreenName.TRANSFER, "mdi2s-swap-horizontal-bold",
                            ScreenName.TRAINING, "mdi2c-chart-line",
                            ScreenName.RUNS, "mdi2v-view-list-outline",
                            ScreenName.GENERATE, "mdi2p-pencil-outline"));

    private final Texts texts = Texts.of(ShellViewModel.class);
    private final Map<ScreenName, Label> ticks = new EnumMap<>(ScreenName.class);

    Rail(ShellViewModel viewModel) {
        getStyleClass().add("rail");
        var name = new Label(texts.get("program"));
        name.getStyleClass().add("rail-name");
        name.setWrapText(true);
        getChildren().add(name);
        for (ScreenName screen : ScreenName.values()) {
            getChildren().add(button(screen, viewModel));
        }
        var done = viewModel.pair().done();
        done.addListener(
                (SetChangeListener<ScreenName>)
                        change ->
                                ticks.forEach(
                                        (screen, tick) -> tick.setVisible(done.contains(screen))));
    }

    private ToggleButton button(ScreenName screen, ShellViewModel viewModel) {
        String word = texts.get("screen." + screen);
        String key = "Ctrl+" + (screen.ordinal() + 1);
        var tick = new Label("✓");
        tick.getStyleClass().add("rail-tick");
        tick.setVisible(viewModel.pair().done().contains(screen));
        tick.setAccessibleText(texts.get("done"));
        ticks.put(screen, tick);
        tick.setMinWidth(USE_PREF_SIZE);
        var name = new Label(word);
        name.setMinWidth(USE_PREF_SIZE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var content = new HBox(new FontIcon(ICONS.get(screen)), name, gap, tick);
        content.getStyleClass().add("rail-content");

        var button = new ToggleButton();
        button.setId("rail-" + screen.name().toLowerCase(Locale.ROOT));
        button.setGraphic(content);
        button.getStyleClass().addAll("rail-button");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAccessibleText(word + ", " + key);
        button.setTooltip(new Tooltip(texts.get("hint." + screen) + "  (" + key + ")"));
        button.setOnAction(
                pressed -> {
                    viewModel.open(screen);
                    button.setSelected(true);
                });
        viewModel.screen().subscribe(open -> button.setSelected(open == screen));
        return button;
    }
}
