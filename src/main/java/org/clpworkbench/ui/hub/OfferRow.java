package org.clpworkbench.ui.hub;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import org.clpworkbench.problem.Sentence;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.common.Visibility;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;
import java.util.stream.Collectors;

/// What can be done about a model: the buttons for it, or why there is none.
final class OfferRow extends VBox {
    private final Texts texts = Texts.of(HubView.class);
    private final PageViewModel viewModel;
    private final Label reason = new Label();
    private final Button fetch = new Button();
    private final Button source = new Button(texts.get("use.source"));
    private final Button helper = new Button(texts.get("use.helper"));
    private final Button show = new Button(texts.get("use.show"));
    private final Button token = new Button(texts.get("token"));

    OfferRow(PageViewModel viewModel) {
        this.viewModel = viewModel;
        getStyleClass().add("hub-offer");
        setMinHeight(USE_PREF_SIZE);
        reason.setId("pageReason");
        reason.setWrapText(true);
        reason.setMinHeight(USE_PREF_SIZE);
        fetch.setId("pageFetch");
        fetch.getStyleClass().add("accent");
        fetch.setGraphic(new FontIcon("mdi2d-download"));
        fetch.setOnAction(_ -> viewModel.fetch());
        source.setId("pageSource");
        source.setOnAction(_ -> viewModel.useAsSource());
        helper.setId("pageHelper");
        helper.setOnAction(_ -> viewModel.useAsHelper());
        show.setId("pageShow");
        show.getStyleClass().add("flat");
        show.setOnAction(_ -> viewModel.show());
        token.setId("offerToken");
        token.setOnAction(_ -> viewModel.askForToken());
        var buttons = new FlowPane(fetch, source, helper, show, token);
        buttons.getStyleClass().add("hub-buttons");
        buttons.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(reason, buttons);
        viewModel.offer().subscribe(this::show);
    }

    private void show(Offer offer) {
        boolean here = offer instanceof Offer.Here;
        Visibility.set(source, here);
        Visibility.set(helper, here);
        Visibility.set(show, here);
        Visibility.set(token, offer instanceof Offer.Closed(boolean known) && !known);
        Visibility.set(fetch, offer instanceof Offer.Fetch || blocks(offer));
        fetch.setDisable(!(offer instanceof Offer.Fetch));
        Visibility.set(this, !(offer instanceof Offer.Nothing));
        reason.setText(reason(offer));
        Visibility.set(reason, !reason.getText().isEmpty());
        reason.getStyleClass().setAll("label", blocks(offer) ? "failure" : "text-muted");
        fetch.setText(
                offer instanceof Offer.Fetch(long bytes, _)
                        ? texts.get("fetch", Numbers.bytes(bytes))
                        : texts.get("fetch.not"));
    }

    private String reason(Offer offer) {
        return switch (offer) {
            case Offer.Nothing _ -> "";
            case Offer.Fetch(_, var lacking) when lacking.isEmpty() -> "";
            case Offer.Fetch(_, var lacking) -> texts.get("reason.lacking", words(lacking));
            case Offer.NoRoom(long bytes, long room) ->
                    texts.get("reason.room", Numbers.bytes(bytes), Numbers.bytes(room));
            case Offer.Closed(boolean known) ->
                    texts.get(known ? "reason.closed.known" : "reason.closed", viewModel.address());
            case Offer.Coming _ -> texts.get("reason.coming");
            case Offer.Here _ -> "";
        };
    }

    private static String words(List<Sentence> lacking) {
        return lacking.stream()
                .map(each -> each.in(Texts.language()))
                .collect(Collectors.joining(", "));
    }

    private static boolean blocks(Offer offer) {
        return switch (offer) {
            case Offer.NoRoom _, Offer.Closed _ -> true;
            case Offer.Fetch(_, var lacking) -> !lacking.isEmpty();
            case Offer.Nothing _, Offer.Coming _, Offer.Here _ -> false;
        };
    }
}
