package org.clpworkbench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.clpworkbench.embedded.EmbeddedDemo;
import org.clpworkbench.vocab.Vocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

class MaskedTokensTest {
    private static final int MASK = 5000;
    private static final int FIRST = 5001;
    private static final int LAST = 5002;

    private final int[] tokens = IntStream.range(0, 1000).toArray();
    private final Objective objective =
            new MaskedTokens(
                    MASK,
                    OptionalInt.of(FIRST),
                    OptionalInt.of(LAST),
                    IntStream.range(2000, 2100).toArray());

    private Batch batch(int context, long seed) {
        return objective.batch(
                Tokens.of(tokens), new long[] {100, 700}, context, new SplittableRandom(seed));
    }

    @Test
    void aWindowIsMarkedAndAsksForFifteenInAHundredOfItsTokens() {
        Batch batch = batch(102, 1);

        assertThat(batch.predicted()).isEqualTo(15);
        for (int row = 0; row < 2; row++) {
            int start = row == 0 ? 100 : 700;
            assertThat(batch.inputs()[row * 102]).isEqualTo(FIRST);
            assertThat(batch.inputs()[row * 102 + 101]).isEqualTo(LAST);
            var places = new HashSet<Long>();
            for (int i = 0; i < 15; i++) {
                long place = batch.places()[row * 15 + i];
                places.add(place);
                assertThat(batch.targets()[row * 15 + i]).isEqualTo(start + place - 1);
            }
            assertThat(places).hasSize(15);
            for (int i = 1; i < 101; i++) {
                if (!places.contains((long) i)) {
                    assertThat(batch.inputs()[row * 102 + i]).isEqualTo(start + i - 1);
                }
            }
        }
    }

    @Test
    void eightInTenAreMaskedOneIsAnotherAndOneStays() {
        int masked = 0;
        int others = 0;
        int kept = 0;
        for (int seed = 0; seed < 200; seed++) {
            Batch batch = batch(202, seed);
            for (int i = 0; i < batch.targets().length; i++) {
                int row = i / batch.predicted();
                long shown = batch.inputs()[row * 202 + (int) batch.places()[i]];
                masked += shown == MASK ? 1 : 0;
                kept += shown == batch.targets()[i] ? 1 : 0;
                others += shown >= 2000 && shown < 2100 ? 1 : 0;
            }
        }

        // of 12,000 draws a share of 0.1 is off by 0.0027 on average
        assertThat(masked + others + kept).isEqualTo(12_000);
        assertThat(masked / 12_000.).isCloseTo(0.8, within(0.02));
        assertThat(others / 12_000.).isCloseTo(0.1, within(0.015));
        assertThat(kept / 12_000.).isCloseTo(0.1, within(0.015));
    }

    @Test
    void eachTimeOthersAreMaskedButTheSameOfTheSameSeed() {
        assertThat(batch(32, 1).places()).isNotEqualTo(batch(32, 2).places());
        assertThat(batch(32, 1).inputs()).isEqualTo(batch(32, 1).inputs());
    }

    @Test
    void refusesATokenizerWithoutAMask(@TempDir Path folder) throws IOException {
        Vocabulary unmasked = Vocabulary.read(EmbeddedDemo.unpack(folder).helper());

        assertThatThrownBy(() -> MaskedTokens.of(unmasked))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("has no mask token");
    }

    @Test
    void refusesAContextWithoutPlaceForText() {
        assertThatThrownBy(() -> batch(2, 1)).hasMessageContaining("choose at least 3");
    }
}
