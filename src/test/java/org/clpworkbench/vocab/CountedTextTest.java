package org.clpworkbench.vocab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.clpworkbench.job.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.zip.GZIPOutputStream;

class CountedTextTest {
    /// "Ã" and "¤" are the two bytes of ä in GPT-2's byte alphabet, "Ġ" is a space, "Ċ" a newline.
    private static final List<String> SOURCE = List.of("a", "b", "Ġ", "Ċ", "Ã", "¤");

    private static final List<String> TARGET = List.of("b", "a", "Ġ", "Ċ", "Ã", "¤", "c");

    @TempDir Path folder;

    @Test
    void countsWordsBytesAndTheTokensOfBoth() throws IOException {
        CountedText counted = read("aa ba\nä\n", 1000);
        assertThat(counted.words()).isEqualTo(3);
        assertThat(counted.bytes()).isEqualTo(9);
        assertThat(counted.whole()).isTrue();
        // a a Ġ b a Ċ Ã ¤ Ċ
        assertThat(counted.source().total()).isEqualTo(9);
        assertThat(counted.source().count(0)).isEqualTo(3);
        assertThat(counted.target().count(1)).isEqualTo(3);
        assertThat(counted.target().count(6)).isZero();
        assertThat(counted.target().distinct()).isEqualTo(6);
    }

    @Test
    void measuresFertilityAndCoverage() throws IOException {
        Fertility source;
        try (var from = open("source", SOURCE);
                var to = open("target", List.of("a", "Ġ", "Ċ", "Ã", "¤"))) {
            CountedText counted = CountedText.of("aa ba\nä\n", from, to);
            var overlap = Overlap.of(from.vocabulary(), to.vocabulary(), Matching.EXACT);
            // all but b stands in both vocabularies
            source = Fertility.ofSource(counted, overlap, id -> id != 1);
            assertThat(Fertility.ofTarget(counted, overlap).sharedShare()).isEqualTo(1);
        }
        assertThat(source.perWord()).isEqualTo(9 / 3.0);
        assertThat(source.perByte()).isEqualTo(9 / 9.0);
        assertThat(source.sharedShare()).isEqualTo(8 / 9.0);
        // the two bytes of ä; a newline is a whole character
        assertThat(source.pieceShare()).isEqualTo(2 / 9.0);
        assertThat(source.unknownShare()).isZero();
        assertThat(source.usedShare()).isEqualTo(1);
    }

    @Test
    void countsALongTextInPiecesAsIfItWereOne() throws IOException {
        // more than two of the pieces that it is read in
        String text = "ab ba\n".repeat(100_000);
        CountedText counted = read(text, Long.MAX_VALUE);
        assertThat(counted.words()).isEqualTo(200_000);
        assertThat(counted.bytes()).isEqualTo(text.length());
        assertThat(counted.source().total()).isEqualTo(text.length());
    }

    @Test
    void keepsCharactersOfTwoUnitsTogetherWhereThereIsNoSpace() throws IOException {
        // the first piece ends in the middle of a 😀, which is four bytes in one piece or none
        CountedText counted = read("a" + "😀".repeat(150_000), Long.MAX_VALUE);
        assertThat(counted.bytes()).isEqualTo(1 + 4 * 150_000);
    }

    @Test
    void readsOnlyTheBeginningOfATextThatIsTooLong() throws IOException {
        CountedText counted = read("ab ba\n".repeat(100_000), 100_000);
        assertThat(counted.whole()).isFalse();
        assertThat(counted.bytes()).isBetween(100_000L, 300_000L);
    }

    @Test
    void leavesTheMarkAtTheBeginningOfAFileAside() throws IOException {
        assertThat(read("\uFEFFa b", 1000).source().total()).isEqualTo(3);
    }

    @Test
    void refusesATextWithoutWords() {
        assertThatThrownBy(() -> read(" \n", 1000))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("text.txt holds no words");
    }

    @Test
    void refusesWhatWouldGiveWrongFigures() throws IOException {
        for (Charset other : List.of(Charset.forName("windows-1252"), StandardCharsets.UTF_16)) {
            assertThatThrownBy(() -> read("schön".getBytes(other), 1000))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("text.txt is not UTF-8; convert it");
        }
        assertThatThrownBy(() -> read("schon".getBytes(StandardCharsets.UTF_16LE), 1000))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("text.txt holds zero bytes");
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write("a b".getBytes(StandardCharsets.UTF_8));
        }
        assertThatThrownBy(() -> read(packed.toByteArray(), 1000))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("text.txt is not UTF-8");
    }

    @Test
    void stopsWhenItIsCancelled() throws IOException {
        Path text = Files.writeString(folder.resolve("text.txt"), "a b");
        try (var source = open("source", SOURCE);
                var target = open("target", TARGET)) {
            assertThatThrownBy(() -> CountedText.read(text, 1000, source, target, new Cancelled()))
                    .isInstanceOf(CancellationException.class);
        }
    }

    private record Cancelled() implements Progress {
        @Override
        public void stage(String name) {}

        @Override
        public void update(long done, long total, String unit) {}

        @Override
        public boolean cancelled() {
            return true;
        }
    }

    private CountedText read(String text, long mostBytes) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8), mostBytes);
    }

    private CountedText read(byte[] text, long mostBytes) throws IOException {
        Path file = Files.write(folder.resolve("text.txt"), text);
        try (var source = open("source", SOURCE);
                var target = open("target", TARGET)) {
            return CountedText.read(file, mostBytes, source, target, Progress.unwatched());
        }
    }

    private ModelTokenizer open(String name, List<String> tokens) throws IOException {
        return ModelTokenizer.open(TokenizerFolder.byteLevel(folder.resolve(name), tokens));
    }
}
