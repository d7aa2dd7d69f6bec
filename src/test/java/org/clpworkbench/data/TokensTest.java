package org.clpworkbench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.clpworkbench.embedded.EmbeddedDemo;
import org.clpworkbench.vocab.ModelTokenizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

class TokensTest {
    @TempDir Path folder;

    @Test
    void areTheSameInMemoryAndInAFile() throws IOException {
        for (int range : new int[] {65_536, 65_537}) {
            IdWidth width = IdWidth.of(range);
            int[] ids = new Random(1).ints(100_000, 0, range).toArray();
            ids[7] = range - 1;
            Path file = folder.resolve(range + ".tokens");
            try (var written = new TokenFile(file, width)) {
                written.add(ids);
                written.finish();
            }
            Tokens mapped = MappedTokens.open(file, width, ids.length);

            assertThat(Files.size(file)).isEqualTo(range == 65_536 ? 200_000 : 400_000);
            assertThat(mapped.slice(0, ids.length)).isEqualTo(ids);
            var windows = new RandomWindows(mapped, new NextToken(), 4, 32, 9);
            var held = new RandomWindows(Tokens.of(ids), new NextToken(), 4, 32, 9);
            assertThat(windows.batch(3).inputs()).isEqualTo(held.batch(3).inputs());
        }
    }

    @Test
    void refuseAFileOfAnotherLength() throws IOException {
        Path file = Files.write(folder.resolve("a.tokens"), new byte[6]);

        assertThatThrownBy(() -> MappedTokens.open(file, IdWidth.NARROW, 4))
                .hasMessageContaining("should hold 4 tokens in 8 bytes, but has 6");
    }

    /// A file of 2³¹ + 16 tokens, of which all but the last are a hole.
    @Test
    void reachBeyondWhatAnArrayHolds() throws IOException {
        long count = (1L << 31) + 16;
        Path file = folder.resolve("large.tokens");
        try (var channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.SPARSE)) {
            channel.write(ByteBuffer.wrap(new byte[] {0x34, 0x12}), 2 * (count - 1));
        }
        Tokens tokens = MappedTokens.open(file, IdWidth.NARROW, count);

        assertThat(tokens.length()).isEqualTo(count);
        assertThat(tokens.at(count - 1)).isEqualTo(0x1234);
        assertThat(tokens.at(count - 2)).isZero();
        assertThat(new RandomWindows(tokens, new NextToken(), 8, 4, 1).batch(1).tokens())
                .isEqualTo(32);
    }

    /// As runs have drawn their windows since the first version: 32-bit numbers from a generator
    /// seeded with mixed(mixed(seed) + step), whatever holds the tokens.
    @Test
    void windowsOfAShortTextBeginWhereTheyAlwaysHave() {
        int[] ids = IntStream.range(0, 5000).toArray();
        var random = new SplittableRandom(mixed(mixed(11) + 6));
        int[] starts = random.ints(3, 0, 5000 - 17 + 1).toArray();

        long[] inputs =
                new RandomWindows(Tokens.of(ids), new NextToken(), 3, 16, 11).batch(6).inputs();

        for (int row = 0; row < 3; row++) {
            assertThat(inputs[16 * row]).isEqualTo(starts[row]);
        }
    }

    private static long mixed(long value) {
        return new SplittableRandom(value).nextLong();
    }

    @Test
    void ofATextFileAreThoseOfItsWholeText() throws IOException {
        EmbeddedDemo demo = EmbeddedDemo.unpack(folder.resolve("embedded"));
        try (var tokenizer = ModelTokenizer.open(demo.helper())) {
            int[] ids = tokenizer.encode(Files.readString(demo.validation()));

            Tokens tokens = Corpus.tokens(demo.validation(), tokenizer, 2);

            assertThat(tokens.length()).isEqualTo(ids.length);
            assertThat(tokens.slice(0, ids.length)).isEqualTo(ids);
        }
    }
}
