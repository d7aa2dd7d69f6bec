package org.clpworkbench.ui.tour;

import org.clpworkbench.transfer.Methods;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.tour.TourFacts.Named;
import org.clpworkbench.ui.tour.TourFacts.Sum;

import java.util.List;
import java.util.stream.Collectors;

/// The formula by which each step decides, filled in with tokens and figures of the pair.
final class TourFormula {
    private static final String APART = "   ";

    private final Texts texts;

    TourFormula(Texts texts) {
        this.texts = texts;
    }

    /// Empty where a step decides nothing, or where the pair has nothing to show of it.
    String of(TourStep step, TourFacts known) {
        return switch (step) {
            case MODELS -> "";
            case ANCHORS -> anchors(known);
            case NEIGHBOURS -> neighbours(known);
            case SUM -> paperSum(known);
            case TRANSFER -> usualSum(known);
            case TRAINING -> firstLoss(known);
            case GENERATE ->
                    texts.get("formula.GENERATE", known.token(), Numbers.whole(known.vocabulary()));
        };
    }

    private String anchors(TourFacts known) {
        return texts.get(
                "formula.ANCHORS",
                Numbers.whole(known.anchors()),
                Numbers.whole(known.vocabulary()),
                Numbers.percent((double) known.anchors() / known.vocabulary()),
                known.anchor());
    }

    private String neighbours(TourFacts known) {
        return known.nearest().stream()
                .map(
                        near ->
                                texts.get(
                                        "formula.NEIGHBOURS",
                                        known.token(),
                                        near.token(),
                                        Numbers.decimal(near.value(), 3)))
                .collect(Collectors.joining(APART));
    }

    /// The sum, and where its greatest weight comes from: a cosine over the sum of all cosines.
    private String paperSum(TourFacts known) {
        Sum sum = known.paper();
        if (sum.first().isEmpty()) {
            return "";
        }
        Named first = sum.first().getFirst();
        return texts.get(
                "formula.SUM",
                known.token(),
                summands(sum.first()),
                Numbers.whole(sum.more()),
                first.token(),
                Numbers.decimal(known.paperCosine(), 3),
                Numbers.significant(known.paperCosine() / first.value()));
    }

    private String usualSum(TourFacts known) {
        Sum sum = known.usual();
        return sum.first().isEmpty()
                ? ""
                : texts.get(
                        "formula.TRANSFER",
                        Methods.DEFAULT,
                        known.token(),
                        summands(sum.first()),
                        Numbers.whole(sum.more()));
    }

    /// Of a model that takes every token for equally likely, as one of random weights does.
    private String firstLoss(TourFacts known) {
        double nats = Math.log(known.vocabulary());
        return texts.get(
                "formula.TRAINING",
                known.token(),
                Numbers.whole(known.vocabulary()),
                Numbers.significant(nats),
                Numbers.whole(known.tokenBytes()),
                Numbers.significant(nats / Math.log(2) / known.tokenBytes()));
    }

    /// "0.31 e(·a) − 0.12 e(·b)".
    private static String summands(List<Named> shares) {
        var sum = new StringBuilder();
        for (Named share : shares) {
            boolean negative = share.value() < 0;
            if (sum.isEmpty()) {
                sum.append(negative ? "−" : "");
            } else {
                sum.append(negative ? " − " : " + ");
            }
            sum.append(weight(Math.abs(share.value())))
                    .append(" e(")
                    .append(share.token())
                    .append(')');
        }
        return sum.toString();
    }

    /// With as many digits as the screen beside it shows.
    private static String weight(double size) {
        return Numbers.decimal(size, size >= 0.1 ? 3 : size >= 0.001 ? 4 : 6);
    }
}
