package org.clpworkbench.ui.generate;

import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

import org.clpworkbench.generation.LikelyToken;
import org.clpworkbench.generation.WriterLine.Written;
import org.clpworkbench.ui.common.Isolated;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.ShareBars;
import org.clpworkbench.ui.common.Texts;
import org.jspecify.annotations.Nullable;

/// What else could have stood where a token stands: the likeliest with their probabilities.
final class ChancesPane extends VBox {
    private static final double BAR = 220;

    /// That can be told with one decimal.
    private static final double LEAST = 0.001;

    private final Texts texts = Texts.of(GenerateView.class);
    private final Label sentence = new Label();
    private final ShareBars bars = new ShareBars(BAR);

    ChancesPane() {
        getStyleClass().addAll("panel", "chances");
        sentence.setId("chance");
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        bars.setMaxWidth(USE_PREF_SIZE);
        // in a low window the likeliest are seen, and the others scrolled to
        var scroll = new ScrollPane(new VBox(bars));
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(0);
        scroll.getStyleClass().add("plain");
        getChildren().addAll(sentence, scroll);
        show(null);
    }

    void show(@Nullable Written token) {
        bars.clear();
        if (token == null) {
            sentence.setText(texts.get("chances.none"));
            return;
        }
        LikelyToken drawn = token.token();
        sentence.setText(
                texts.get(
                        "chances",
                        Isolated.of(drawn.display()),
                        figure(drawn.probability()),
                        place(token)));
        for (LikelyToken likely : token.likeliest()) {
            bars.add(
                    likely.display(),
                    likely.probability(),
                    figure(likely.probability()),
                    likely.id() == drawn.id() ? "anchor" : "special");
        }
    }

    /// A token that was drawn had some probability, however small.
    private String figure(double probability) {
        return probability < LEAST
                ? texts.get("chances.under", Numbers.percent(LEAST))
                : Numbers.percent(probability);
    }

    private String place(Written token) {
        for (int at = 0; at < token.likeliest().size(); at++) {
            if (token.likeliest().get(at).id() == token.token().id()) {
                return texts.get("chances.place", at + 1);
            }
        }
        return texts.get("chances.later", token.likeliest().size());
    }
}
