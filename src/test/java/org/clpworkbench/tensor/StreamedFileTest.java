package org.clpworkbench.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.clpworkbench.problem.ToldException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Random;

class StreamedFileTest {
    /// Goes past the cache.
    private static final long LARGE = 1L << 30;

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(longs = {0, 100, LARGE})
    void holdsWhatWasAppendedWhateverItsSize(long expected) throws IOException {
        byte[] head = bytes(9_000_001);
        byte[] other = bytes(5_000_003);
        Path path = folder.resolve("file");
        try (var file = StreamedFile.create(path, expected)) {
            file.append(ByteBuffer.wrap(head));
            file.append(ByteBuffer.wrap(other, 7, other.length - 7));
            file.finish();
        }

        byte[] written = Files.readAllBytes(path);
        assertThat(written).hasSize(head.length + other.length - 7).startsWith(head);
        assertThat(written).endsWith(Arrays.copyOfRange(other, 7, other.length));
    }

    @ParameterizedTest
    @ValueSource(longs = {20_000, 300L << 20})
    void piecesAreTheFilesBytesWhereverTheyBegin(long size) throws IOException {
        byte[] content = bytes(10_000);
        long at = size - content.length;
        Path path = folder.resolve("sparse");
        try (var file =
                FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.wrap(content), at);
        }
        try (var pieces = FilePieces.open(path, 4096)) {
            for (int begin : new int[] {0, 1, 511, 4095, 5904}) {
                byte[] piece = pieces.read(at + begin, 4096).toArray(ValueLayout.JAVA_BYTE);
                assertThat(piece).isEqualTo(Arrays.copyOfRange(content, begin, begin + 4096));
            }
            assertThatThrownBy(() -> pieces.read(size - 10, 11)).isInstanceOf(ToldException.class);
        }
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        new Random(count).nextBytes(bytes);
        return bytes;
    }
}
