package org.clpworkbench.ui.hub;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.clpworkbench.hub.Download;
import org.clpworkbench.hub.DownloadSnapshot;
import org.clpworkbench.hub.DownloadState;
import org.clpworkbench.ui.common.Failure;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.common.Visibility;
import org.jspecify.annotations.Nullable;

/// One download: how far it is, and what can be done about it.
final class DownloadRow extends VBox {
    private final Texts texts = Texts.of(HubView.class);
    private final Download download;
    private final Label figures = new Label();
    private final Label trouble = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Button pause = new Button(texts.get("download.pause"));
    private final Button resume = new Button(texts.get("download.resume"));
    private final Button cancel = new Button(texts.get("download.cancel"));
    private final Button show = new Button(texts.get("use.show"));
    private @Nullable DownloadSnapshot last;

    DownloadRow(Download download, DownloadsViewModel viewModel) {
        this.download = download;
        String id = download.request().id().name();
        getStyleClass().add("download-row");
        var name = new Label(id);
        name.getStyleClass().add("model-name");
        name.setTooltip(new Tooltip(id));
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(texts.get("download.progress", id));
        for (Label words : new Label[] {figures, trouble}) {
            words.setWrapText(true);
            words.setMinHeight(USE_PREF_SIZE);
        }
        figures.getStyleClass().addAll("text-muted", "download-figures");
        trouble.getStyleClass().addAll("failure", "download-trouble");
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        button(pause, "pause", id).setOnAction(_ -> viewModel.pause(download));
        button(resume, "resume", id).setOnAction(_ -> viewModel.resume(download));
        button(cancel, "cancel", id).setOnAction(_ -> viewModel.cancel(download));
        button(show, "show", id)
                .setOnAction(_ -> download.snapshot().folder().ifPresent(viewModel::show));
        var head = new HBox(name, figures, pause, resume, cancel, show);
        head.getStyleClass().add("row");
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, bar, trouble);
        look();
    }

    private Button button(Button button, String what, String id) {
        button.getStyleClass().addAll("small", "download-" + what);
        button.setMinWidth(USE_PREF_SIZE);
        button.setAccessibleText(texts.get("download." + what + ".named", id));
        return button;
    }

    /// Looks how far it is, and changes what has changed.
    void look() {
        DownloadSnapshot now = download.snapshot();
        if (now.equals(last)) {
            return;
        }
        last = now;
        DownloadState state = now.state();
        figures.setText(figures(now));
        bar.setProgress(now.fraction());
        Visibility.set(bar, state != DownloadState.DONE);
        trouble.setText(trouble(now));
        Visibility.set(trouble, !trouble.getText().isEmpty());
        Visibility.set(pause, !state.resting());
        Visibility.set(resume, state == DownloadState.PAUSED || state == DownloadState.FAILED);
        Visibility.set(cancel, state != DownloadState.DONE);
        Visibility.set(show, state == DownloadState.DONE && DownloadsViewModel.isModel(download));
    }

    /// How far it is and how fast, or what it waits for.
    static String figures(DownloadSnapshot now) {
        Texts texts = Texts.of(HubView.class);
        String far =
                now.total() == 0
                        ? ""
                        : " · "
                                + texts.get(
                                        "download.far",
                                        now.filesDone(),
                                        now.files(),
                                        Numbers.bytes(now.done()),
                                        Numbers.bytes(now.total()));
        return switch (now.state()) {
            case WAITING -> texts.get("download.waiting") + far;
            case FETCHING ->
                    now.verifying()
                            ? texts.get("download.verifying") + far
                            : far.replaceFirst("^ · ", "") + speed(now, texts);
            case PAUSED -> texts.get("download.paused") + far;
            case FAILED -> texts.get("download.failed") + far;
            case CANCELLED -> texts.get("download.cancelled");
            case DONE -> texts.get("download.done", Numbers.bytes(now.total()));
        };
    }

    private static String speed(DownloadSnapshot now, Texts texts) {
        if (now.rate() <= 0) {
            return "";
        }
        String rate = " · " + texts.get("download.rate", Numbers.bytes(Math.round(now.rate())));
        return rate
                + now.remaining()
                        .map(left -> " · " + texts.get("download.left", Numbers.duration(left)))
                        .orElse("");
    }

    private String trouble(DownloadSnapshot now) {
        if (now.state() == DownloadState.FAILED) {
            return now.cause().map(this::told).orElse("");
        }
        return now.trouble()
                .map(what -> texts.get("download.again", what.in(Texts.language())))
                .orElse("");
    }

    private String told(Exception cause) {
        return Failure.of(texts.get("download.doing", download.request().id()), cause).sentence();
    }
}
