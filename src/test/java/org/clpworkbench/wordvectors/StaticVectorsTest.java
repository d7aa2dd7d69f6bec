package org.clpworkbench.wordvectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.clpworkbench.job.Cancellable;
import org.clpworkbench.job.Progress;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

class StaticVectorsTest {
    private static final int TOPICS = 30;
    private static final int TWINS = 2 * TOPICS;
    private static final int CONTEXT = 5;
    private static final int VOCABULARY = TWINS + TOPICS * CONTEXT;

    /// Tokens 2 t and 2 t + 1 are used alike: each stands among the five context tokens of topic t.
    private static List<int[]> sentences(int count) {
        var random = new Random(5);
        var sentences = new ArrayList<int[]>();
        for (int at = 0; at < count; at++) {
            int topic = random.nextInt(TOPICS);
            int[] sentence = new int[7];
            for (int place = 0; place < sentence.length; place++) {
                sentence[place] = TWINS + topic * CONTEXT + random.nextInt(CONTEXT);
            }
            sentence[3] = 2 * topic + random.nextInt(2);
            sentences.add(sentence);
        }
        return sentences;
    }

    private static VectorSpec spec(int epochs, int minCount, long seed) {
        return new VectorSpec(20, epochs, minCount, 5, 3, 0, 0.05, seed);
    }

    @Test
    void bringsTokensThatShareTheirContextsTogether() throws Exception {
        var vectors =
                StaticVectors.ofTokens(
                        sentences(6000), VOCABULARY, spec(5, 1, 1), Progress.unwatched());
        for (int token = 0; token < TWINS; token++) {
            assertThat(nearest(vectors, token, TWINS))
                    .as("nearest to %d", token)
                    .isEqualTo(token ^ 1);
        }
    }

    @Test
    void givesTheSameBitsWithOneThreadAndWithFour() throws Exception {
        var one = withThreads(1, 1);
        assertThat(withThreads(4, 1).matrix()).containsExactly(one.matrix());
        assertThat(withThreads(1, 2).matrix()).as("another seed").isNotEqualTo(one.matrix());
    }

    private static TokenVectors withThreads(int threads, long seed) throws Exception {
        return StaticVectors.ofTokens(
                sentences(1500), VOCABULARY, spec(2, 1, seed), threads, Progress.unwatched());
    }

    @Test
    void leavesTokensThatAreTooRareAbsentAndZero() throws Exception {
        // token 0 five times, token 1 four times, token 2 never
        int[] tokens = {0, 1, 0, 1, 0, 1, 0, 1, 0};
        var vectors =
                StaticVectors.ofTokens(List.of(tokens), 3, spec(1, 5, 1), Progress.unwatched());
        assertThat(vectors.has(0)).isTrue();
        assertThat(vectors.has(1)).isFalse();
        assertThat(vectors.has(2)).isFalse();
        assertThat(Arrays.copyOfRange(vectors.matrix(), 20, 60)).containsOnly(0f);
    }

    @Test
    void givesNoVectorsForAnEmptyText() throws Exception {
        var vectors = StaticVectors.ofTokens(List.of(), 3, spec(1, 1, 1), Progress.unwatched());
        assertThat(vectors.vocabularySize()).isEqualTo(3);
        assertThat(vectors.present().isEmpty()).isTrue();
    }

    @Test
    void refusesATokenOutsideTheVocabulary() {
        var sequence = List.of(new int[] {0, 3});
        assertThatThrownBy(
                        () ->
                                StaticVectors.ofTokens(
                                        sequence, 3, spec(1, 1, 1), Progress.unwatched()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Token 3")
                .hasMessageContaining("vocabulary of 3");
    }

    @Test
    void refusesSettingsThatMakeNoSense() {
        assertThatThrownBy(() -> new VectorSpec(0, 3, 10, 10, 5, 1e-4, 0.05, 1))
                .hasMessageContaining("dimensions 0");
        assertThatThrownBy(() -> new VectorSpec(100, 3, 10, 10, 5, -1, 0.05, 1))
                .hasMessageContaining("subsample -1");
        assertThatThrownBy(() -> new VectorSpec(100, 3, 10, 10, 5, 1e-4, Double.NaN, 1))
                .hasMessageContaining("learning rate NaN");
    }

    @Test
    void stopsWithinAFifthOfASecondWhenCancelled() {
        var cancelledAt = new AtomicLong();
        var progress = new Cancellable(() -> cancelledAt.get() != 0);
        var sentences = sentences(50_000);
        try (var timer = Executors.newSingleThreadScheduledExecutor()) {
            var _ =
                    timer.schedule(
                            () -> cancelledAt.set(System.nanoTime()), 700, TimeUnit.MILLISECONDS);
            assertThatThrownBy(
                            () ->
                                    StaticVectors.ofTokens(
                                            sentences, VOCABULARY, spec(1000, 1, 1), progress))
                    .isInstanceOf(CancellationException.class);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - cancelledAt.get()))
                .isLessThan(Duration.ofMillis(200));
    }

    /// The nearest by cosine among the first `among` tokens.
    static int nearest(TokenVectors vectors, int token, int among) {
        int best = -1;
        double highest = Double.NEGATIVE_INFINITY;
        for (int other = 0; other < among; other++) {
            double cosine = cosine(vectors, token, vectors, other);
            if (other != token && cosine > highest) {
                highest = cosine;
                best = other;
            }
        }
        return best;
    }

    static double cosine(TokenVectors left, int a, TokenVectors right, int b) {
        double product = 0;
        double squaresA = 0;
        double squaresB = 0;
        for (int at = 0; at < left.dimensions(); at++) {
            double x = left.matrix()[a * left.dimensions() + at];
            double y = right.matrix()[b * right.dimensions() + at];
            product += x * y;
            squaresA += x * x;
            squaresB += y * y;
        }
        return product / Math.sqrt(squaresA * squaresB);
    }
}
