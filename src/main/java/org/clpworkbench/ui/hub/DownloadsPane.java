package org.clpworkbench.ui.hub;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import org.clpworkbench.hub.Download;
import org.clpworkbench.ui.common.ProblemBar;
import org.clpworkbench.ui.common.Shown;
import org.clpworkbench.ui.common.Texts;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Map;

/// The downloads of the program, looked at a few times a second while they are shown; gone while
/// there are none.
final class DownloadsPane extends VBox {
    private static final double LEAST = 100;
    private static final Duration LOOK = Duration.millis(250);

    private final Texts texts = Texts.of(HubView.class);
    private final DownloadsViewModel viewModel;
    private final VBox rows = new VBox();
    private final Map<Download, DownloadRow> made = new IdentityHashMap<>();
    private final Timeline looks = new Timeline(new KeyFrame(LOOK, _ -> look()));

    DownloadsPane(DownloadsViewModel viewModel) {
        this.viewModel = viewModel;
        setId("downloads");
        getStyleClass().addAll("panel", "downloads");
        var title = new Label(texts.get("downloads"));
        title.getStyleClass().add("section");
        title.setMinWidth(USE_PREF_SIZE);
        var clear = new Button(texts.get("downloads.clear"));
        clear.setId("downloadsClear");
        clear.getStyleClass().addAll("flat", "small");
        clear.setMinWidth(USE_PREF_SIZE);
        clear.setOnAction(_ -> viewModel.clearEnded());
        clear.visibleProperty().bind(viewModel.ended());
        clear.managedProperty().bind(clear.visibleProperty());
        var problem = new ProblemBar();
        problem.setSentenceId("downloadsProblem");
        problem.tell(viewModel.problem());
        rows.getStyleClass().add("download-rows");
        var scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("plain");
        // what went wrong is read without scrolling
        scroll.minHeightProperty().bind(Bindings.min(LEAST, rows.heightProperty()));
        HBox.setHgrow(scroll, Priority.ALWAYS);
        var all = new HBox(title, scroll, clear);
        all.getStyleClass().add("row");
        all.setAlignment(Pos.TOP_LEFT);
        getChildren().addAll(problem, all);
        viewModel.list().addListener((ListChangeListener<Download>) _ -> fill());
        viewModel.problem().addListener(_ -> fill());
        looks.setCycleCount(Animation.INDEFINITE);
        Shown.watch(this, looks::play, looks::stop);
        fill();
    }

    private void fill() {
        var now = new ArrayList<DownloadRow>();
        for (Download download : viewModel.list()) {
            now.add(made.computeIfAbsent(download, one -> new DownloadRow(one, viewModel)));
        }
        made.keySet().retainAll(viewModel.list());
        rows.getChildren().setAll(now);
        setVisible(!now.isEmpty() || !viewModel.problem().get().isEmpty());
        setManaged(isVisible());
    }

    private void look() {
        made.values().forEach(DownloadRow::look);
    }
}
