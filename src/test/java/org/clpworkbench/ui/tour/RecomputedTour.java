package org.clpworkbench.ui.tour;

import org.clpworkbench.checkpoint.Checkpoint;
import org.clpworkbench.embedded.EmbeddedDemo;
import org.clpworkbench.job.Progress;
import org.clpworkbench.transfer.TokenSpace;
import org.clpworkbench.vocab.Matching;
import org.clpworkbench.vocab.Overlap;
import org.clpworkbench.vocab.Vocabulary;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What the tour's formulas must say in English of the embedded pair: cosines, weights and losses
/// worked out from the files, by the definitions.
final class RecomputedTour {
    private static final int SHOWN = 3;

    private final EmbeddedDemo demo;
    private final Overlap overlap;
    private final float[] helper;
    private final int width;
    private final int anchor;
    private final int token;

    RecomputedTour(EmbeddedDemo demo) throws IOException {
        this.demo = demo;
        overlap =
                Overlap.of(
                        Vocabulary.read(demo.source()),
                        Vocabulary.read(demo.helper()),
                        Matching.EXACT);
        int rows = overlap.target().size();
        try (var checkpoint = Checkpoint.open(demo.helper())) {
            helper = checkpoint.tensor(checkpoint.inputEmbedding()).rows(0, rows);
        }
        width = helper.length / rows;
        anchor = firstWord(overlap.anchors().stream().map(Overlap.Anchor::targetId).toList());
        token = firstWord(overlap.missing());
    }

    /// The first that begins with a space and is four or more letters.
    private int firstWord(List<Integer> ids) {
        return ids.stream().filter(id -> name(id).matches("·\\p{L}{4,}")).findFirst().orElseThrow();
    }

    private String name(int id) {
        return overlap.target().display(id);
    }

    String token() {
        return name(token);
    }

    String anchors() {
        int shared = overlap.anchors().size();
        int all = overlap.target().size();
        long percent = Math.round(100.0 * shared / all);
        return "|V_s ∩ V_t| / |V_t| = %s / %s = %d\u202f%%   x(%s) = e(%s)"
                .formatted(whole(shared), whole(all), percent, name(anchor), name(anchor));
    }

    String neighbours() {
        return IntStream.range(0, overlap.target().size())
                .filter(id -> id != token)
                .boxed()
                .sorted(Comparator.comparingDouble(id -> -cosine(id)))
                .limit(SHOWN)
                .map(id -> "cos(%s, %s) = %s".formatted(token(), name(id), decimals(cosine(id), 3)))
                .collect(Collectors.joining("   "));
    }

    /// The paper: each anchor's cosine over the sum of all anchors' cosines.
    String paperSum() {
        List<Integer> ids = overlap.anchors().stream().map(Overlap.Anchor::targetId).toList();
        double all = ids.stream().mapToDouble(this::cosine).sum();
        List<Integer> first =
                ids.stream()
                        .sorted(Comparator.comparingDouble(id -> -Math.abs(cosine(id))))
                        .limit(SHOWN)
                        .toList();
        String sum =
                first.stream()
                        .map(id -> decimals(cosine(id) / all, 4) + " e(" + name(id) + ")")
                        .collect(Collectors.joining(" + "));
        String greatest = name(first.getFirst());
        return "x(%s) = %s + … %s more   w(%s) = cos(%s, %s) / Σ cos = %s / %s"
                .formatted(
                        token(),
                        sum,
                        whole(ids.size() - SHOWN),
                        greatest,
                        token(),
                        greatest,
                        decimals(cosine(first.getFirst()), 3),
                        fourDigits(all));
    }

    /// The weights themselves are those that {@link TokenSpace} gives for all anchors.
    String usualSum() throws IOException {
        int all =
                Overlap.of(overlap.source(), overlap.target(), Matching.CANONICAL).anchors().size();
        try (var space =
                TokenSpace.open(
                        demo.source(), demo.helper(), Matching.EXACT, Progress.unwatched())) {
            List<TokenSpace.Share> shares =
                    space.mixture(token, "procrustes", all, Progress.unwatched()).shares().stream()
                            .sorted(Comparator.comparingDouble(s -> -Math.abs(s.weight())))
                            .limit(SHOWN)
                            .toList();
            var sum = new StringBuilder();
            for (TokenSpace.Share share : shares) {
                String sign = share.weight() < 0 ? "−" : "+";
                double size = Math.abs(share.weight());
                sum.append(sum.isEmpty() ? sign.replace("+", "") : " " + sign + " ")
                        .append(decimals(size, size >= 0.1 ? 3 : size >= 0.001 ? 4 : 6))
                        .append(" e(" + name(share.id()) + ")");
            }
            return "procrustes: x(%s) = Σ w(v) e(v) = %s + … %s more"
                    .formatted(token(), sum, whole(all - SHOWN));
        }
    }

    /// Of a model to which all tokens are equally likely.
    String firstLoss() {
        int all = overlap.target().size();
        int bytes = token().replace('·', ' ').getBytes(StandardCharsets.UTF_8).length;
        String nats = fourDigits(Math.log(all));
        double bits = -Math.log(1.0 / all) / Math.log(2);
        String words =
                "−ln p(%s) = ln %s = %s nats   perplexity e^%s = %s"
                        + "   %s / ln 2 / %d bytes = %s bits per byte";
        return words.formatted(
                token(), whole(all), nats, nats, whole(all), nats, bytes, fourDigits(bits / bytes));
    }

    String chance() {
        return "p(%s) = exp(h · x(%s) / T) / Σ exp(h · x(v) / T) over %s tokens v"
                .formatted(token(), token(), whole(overlap.target().size()));
    }

    private double cosine(int id) {
        return dot(id, token) / Math.sqrt(dot(id, id) * dot(token, token));
    }

    private double dot(int left, int right) {
        double sum = 0;
        for (int at = 0; at < width; at++) {
            sum += (double) helper[left * width + at] * helper[right * width + at];
        }
        return sum;
    }

    private static String whole(int number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    private static String decimals(double number, int digits) {
        return String.format(Locale.ENGLISH, "%,." + digits + "f", number);
    }

    /// As people read a number between 1 and 9,999: no zeros at its end.
    private static String fourDigits(double number) {
        int before = (int) Math.floor(Math.log10(number)) + 1;
        String all = decimals(number, 4 - before);
        return all.contains(".") ? all.replaceAll("0+$", "").replaceAll("\\.$", "") : all;
    }
}
