package org.clpworkbench.ui.neighbours;

import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.clpworkbench.transfer.TokenSpace.Mixture;
import org.clpworkbench.transfer.TokenSpace.Share;
import org.clpworkbench.ui.common.Hint;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.common.TokenChip;
import org.clpworkbench.ui.common.Visibility;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.IntFunction;

/// The anchors that a missing token's new embedding is made of: a bar for each weight, the formula
/// with the actual tokens, and how many anchors it comes down to.
final class MixturePanel extends VBox {
    private static final double BAR = 84;
    private static final int IN_FORMULA = 3;

    private final Texts texts = Texts.of(NeighboursView.class);
    private final IntFunction<TokenReference> tokens;
    private final Label instead = new Label();
    private final Label formula = new Label();
    private final GridPane figures = new GridPane();
    private final GridPane bars = new GridPane();

    MixturePanel(IntFunction<TokenReference> tokens) {
        this.tokens = tokens;
        getStyleClass().add("mixture");
        instead.getStyleClass().add("no-sum");
        instead.setWrapText(true);
        instead.setMinHeight(USE_PREF_SIZE);
        formula.getStyleClass().addAll("mono", "formula");
        formula.setWrapText(true);
        formula.setMinHeight(USE_PREF_SIZE);
        figures.getStyleClass().add("mixture-figures");
        var words = new ColumnConstraints();
        words.setHgrow(Priority.ALWAYS);
        figures.getColumnConstraints().addAll(words, new ColumnConstraints());
        bars.getStyleClass().add("share-bars");
        var chip = new ColumnConstraints();
        chip.setHgrow(Priority.ALWAYS);
        bars.getColumnConstraints()
                .addAll(chip, new ColumnConstraints(BAR), new ColumnConstraints());
        getChildren().addAll(instead, formula, figures, bars);
    }

    void show(@Nullable Mixture mixture) {
        bars.getChildren().clear();
        formula.setText("");
        figures.getChildren().clear();
        String why = mixture == null ? "" : whyNoSum(mixture);
        instead.setText(why);
        Visibility.set(instead, !why.isEmpty());
        Visibility.set(formula, why.isEmpty());
        if (mixture == null || !why.isEmpty()) {
            return;
        }
        formula.setText(formula(mixture));
        figure("top", mixture.shares().size(), Numbers.percent(mixture.topMass()));
        figure("effective", mixture.anchors(), Numbers.significant(mixture.effectiveAnchors()));
        figure("mean", mixture.anchors(), Numbers.significant(mixture.toMean()));
        figure("usual", mixture.anchors(), Numbers.significant(mixture.usualToMean()));
        double most =
                mixture.shares().stream().mapToDouble(s -> Math.abs(s.weight())).max().orElse(1);
        for (Share share : mixture.shares()) {
            addBar(share, most);
        }
    }

    /// Empty where there is one.
    private String whyNoSum(Mixture mixture) {
        String token = display(mixture.id());
        return switch (mixture.origin()) {
            case COMBINED -> "";
            case COPIED -> texts.get("mixture.copied", token, mixture.method());
            case MEAN -> texts.get("mixture.mean", token);
            case DRAWN -> texts.get("mixture.drawn", token);
        };
    }

    private void figure(String name, int count, String value) {
        var words = new Label(texts.get("figure." + name, Numbers.whole(count)));
        words.getStyleClass().add("text-muted");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        Hint.on(words, texts.get("figure." + name + ".hint"));
        var number = new Label(value);
        number.getStyleClass().add("share-figure");
        number.setMinWidth(USE_PREF_SIZE);
        figures.addRow(figures.getRowCount(), words, number);
    }

    private void addBar(Share share, double most) {
        TokenReference token = tokens.apply(share.id());
        var fill = new Region();
        fill.getStyleClass().addAll("share-fill", share.weight() < 0 ? "negative" : "anchor");
        fill.setMinWidth(Math.max(1, BAR * Math.abs(share.weight()) / most));
        var track = new HBox(fill);
        track.getStyleClass().add("share-track");
        var weight = new Label(weight(share.weight()));
        weight.getStyleClass().add("share-figure");
        weight.setMinWidth(USE_PREF_SIZE);
        bars.addRow(
                bars.getRowCount(),
                new TokenChip(token.display(), token.raw(), token.kind()),
                track,
                weight);
    }

    /// "x(·Haus) = 0.042·e(·house) + … (1,603 anchors)".
    private String formula(Mixture mixture) {
        List<Share> first = mixture.shares().stream().limit(IN_FORMULA).toList();
        var sum = new StringBuilder("x(" + display(mixture.id()) + ") =");
        for (int at = 0; at < first.size(); at++) {
            Share share = first.get(at);
            String sign = share.weight() < 0 ? " − " : at == 0 ? " " : " + ";
            sum.append(sign)
                    .append(weight(Math.abs(share.weight())))
                    .append(" e(")
                    .append(display(share.id()))
                    .append(')');
        }
        int more = mixture.anchors() - first.size();
        if (more > 0) {
            sum.append(' ').append(texts.get("mixture.more", Numbers.whole(more)));
        }
        return sum.toString();
    }

    private String display(int id) {
        return tokens.apply(id).inSentence();
    }

    private static String weight(double weight) {
        double size = Math.abs(weight);
        return Numbers.decimal(weight, size >= 0.1 ? 3 : size >= 0.001 ? 4 : 6);
    }
}
