package org.clpworkbench.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.clpworkbench.checkpoint.Checkpoint;
import org.clpworkbench.embedded.EmbeddedDemo;
import org.clpworkbench.job.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The methods whose vectors are trained on texts, from beginning to end, with the embedded models.
class StaticSpaceTransferTest {
    private static final String EMBEDDING = "transformer.wte.weight";
    private static final int CHARACTERS = 300_000;

    private static final int HALF_PRECISION_BITS = 11;
    private static final double SMALLEST_HALF_STEP = 0x1p-25;

    /// Of sums in single precision.
    private static final double SUMMING = 1e-5;

    @TempDir Path folder;

    /// FOCUS: the sparsemax of the cosines to all anchors that the text knows.
    @Test
    void focusSharesByTheTextsVectorsAndSparsemax() throws IOException {
        var spec = spec("focus");
        assertRows(spec, StaticSpaceTransferTest::sparsemax);
    }

    /// WECHSEL: softmax with temperature 0.1 over the 10 nearest source tokens. The same text on
    /// both sides and a dictionary of its own words: what is looked at is the arithmetic.
    @Test
    void wechselSharesAmongTheTenNearestSourceTokens() throws IOException {
        var spec = spec("wechsel");
        assertRows(spec, StaticSpaceTransferTest::softmaxOfTen);
    }

    @Test
    void saysThatATextIsTooShort() throws IOException {
        var spec = spec("focus");
        Path tiny = Files.writeString(folder.resolve("tiny"), "Nur ein Satz.");
        var texts = TransferTexts.ofTarget(tiny);
        assertThatThrownBy(() -> CrossLingualTransfer.run(spec.with(texts), Progress.unwatched()))
                .isInstanceOf(TransferException.class)
                .hasMessageContaining("too short to train vectors on")
                .hasMessageContaining("Choose a longer text");
        assertThat(spec.target()).doesNotExist();
    }

    private TransferSpec spec(String method) throws IOException {
        var demo = EmbeddedDemo.unpack(folder.resolve("embedded"));
        String all = Files.readString(demo.training());
        String text = all.substring(0, Math.min(CHARACTERS, all.length()));
        Path file = Files.writeString(folder.resolve("text"), text);
        String pairs =
                Arrays.stream(text.split("[^\\p{L}]+"))
                        .filter(word -> word.length() > 1)
                        .map(String::toLowerCase)
                        .distinct()
                        .map(word -> word + "\t" + word)
                        .collect(Collectors.joining("\n"));
        Path dictionary = Files.writeString(folder.resolve("dictionary"), pairs);
        return new TransferSpec(
                demo.source(),
                demo.helper(),
                folder.resolve("made").resolve("target"),
                Recipe.of(method),
                new TransferTexts(Optional.of(file), Optional.of(file), Optional.of(dictionary)),
                3,
                1,
                false);
    }

    private static void assertRows(TransferSpec spec, UnaryOperator<double[]> weighting)
            throws IOException {
        var report = CrossLingualTransfer.run(spec, Progress.unwatched());
        assertThat(report.counts().fallback()).isLessThan(report.counts().missing());
        try (var pair = Pair.open(spec, Progress.unwatched());
                var made = Checkpoint.open(spec.target())) {
            var vectors =
                    new OpenSpace(spec, pair, Progress.unwatched())
                            .vectors(pair.helper().tensor(EMBEDDING));
            float[] source = pair.source().tensor(EMBEDDING).floats();
            float[] rows = made.tensor(EMBEDDING).floats();
            int width = report.counts().width();
            List<Integer> known = pair.overlap().missing().stream().filter(vectors::has).toList();
            assertThat(known).hasSizeGreaterThan(100);
            for (int at = 0; at < known.size(); at += known.size() / 40) {
                int id = known.get(at);
                double[] weights = weighting.apply(cosines(vectors, id));
                for (int column = 0; column < width; column++) {
                    double expected = 0;
                    for (int anchor = 0; anchor < weights.length; anchor++) {
                        int row = vectors.anchorIds()[anchor];
                        expected += weights[anchor] * source[row * width + column];
                    }
                    assertThat((double) rows[id * width + column])
                            .as("token %d, column %d", id, column)
                            .isCloseTo(expected, within(halfStep(expected) + SUMMING));
                }
            }
        }
    }

    /// What rounding a number to half precision, as rows are written, moves it by at most.
    private static double halfStep(double number) {
        int exponent = Math.getExponent(number);
        return Math.max(SMALLEST_HALF_STEP, Math.scalb(1.0, exponent - HALF_PRECISION_BITS));
    }

    private static double[] cosines(SpaceVectors vectors, int id) {
        int width = vectors.width();
        float[] own = vectors.gather(new int[] {id});
        double[] cosines = new double[vectors.anchorIds().length];
        for (int anchor = 0; anchor < cosines.length; anchor++) {
            double product = 0;
            double ofOwn = 0;
            double ofAnchor = 0;
            for (int column = 0; column < width; column++) {
                double other = vectors.anchorVectors()[anchor * width + column];
                product += own[column] * other;
                ofOwn += (double) own[column] * own[column];
                ofAnchor += other * other;
            }
            cosines[anchor] = product / Math.sqrt(ofOwn * ofAnchor);
        }
        return cosines;
    }

    /// By sorting (Martins & Astudillo 2016, algorithm 1).
    private static double[] sparsemax(double[] scores) {
        double[] sorted = Arrays.stream(scores).sorted().toArray();
        double sum = 0;
        double threshold = 0;
        for (int kept = 1; kept <= sorted.length; kept++) {
            double score = sorted[sorted.length - kept];
            sum += score;
            if (1 + kept * score > sum) {
                threshold = (sum - 1) / kept;
            }
        }
        double least = threshold;
        return Arrays.stream(scores).map(score -> Math.max(0, score - least)).toArray();
    }

    private static double[] softmaxOfTen(double[] scores) {
        double[] weights = new double[scores.length];
        int[] nearest =
                IntStream.range(0, scores.length)
                        .boxed()
                        .sorted(Comparator.comparingDouble(at -> -scores[at]))
                        .limit(10)
                        .mapToInt(Integer::intValue)
                        .toArray();
        double sum = Arrays.stream(nearest).mapToDouble(at -> Math.exp(scores[at] / 0.1)).sum();
        for (int at : nearest) {
            weights[at] = Math.exp(scores[at] / 0.1) / sum;
        }
        return weights;
    }
}
