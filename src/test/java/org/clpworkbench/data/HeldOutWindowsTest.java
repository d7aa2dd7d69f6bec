package org.clpworkbench.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.embedded.EmbeddedDemo;
import org.clpworkbench.vocab.ModelTokenizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.stream.IntStream;

class HeldOutWindowsTest {
    @TempDir Path folder;

    /// Every target is counted once, in order, whatever the length, the window and the stride.
    @ParameterizedTest
    @CsvSource({"30, 8, 8", "30, 8, 3", "33, 8, 8", "9, 8, 1", "26, 5, 2", "40, 7, 6"})
    void slidingWindowsPredictEveryTokenButTheFirstOnce(int length, int context, int stride)
            throws IOException {
        int[] tokens = IntStream.range(100, 100 + length).toArray();
        try (var tokenizer = ModelTokenizer.open(EmbeddedDemo.unpack(folder).helper())) {
            var windows = HeldOutWindows.sliding(Tokens.of(tokens), tokenizer, 2, context, stride);
            var predicted = new ArrayList<Integer>();
            for (var part : windows.parts()) {
                long[] targets = part.batch().targets();
                for (int i = 0; i < targets.length; i++) {
                    if (i % context >= part.seen()) {
                        predicted.add((int) targets[i]);
                    }
                }
            }

            assertThat(predicted)
                    .containsExactlyElementsOf(IntStream.range(101, 100 + length).boxed().toList());
            assertThat(windows.tokens()).isEqualTo(length - 1);
        }
    }

    @Test
    void windowsOneAfterTheOtherStopAtTheLimit() throws IOException {
        int[] tokens = IntStream.range(100, 130).toArray();
        try (var tokenizer = ModelTokenizer.open(EmbeddedDemo.unpack(folder).helper())) {
            assertThat(
                            HeldOutWindows.of(
                                            Tokens.of(tokens),
                                            tokenizer,
                                            new NextToken(),
                                            2,
                                            8,
                                            1000)
                                    .tokens())
                    .isEqualTo(24);
            assertThat(
                            HeldOutWindows.of(
                                            Tokens.of(tokens), tokenizer, new NextToken(), 2, 8, 17)
                                    .tokens())
                    .isEqualTo(16);
            assertThat(
                            HeldOutWindows.of(
                                            Tokens.of(tokens), tokenizer, new NextToken(), 2, 8, 1)
                                    .tokens())
                    .isEqualTo(8);
        }
    }
}
