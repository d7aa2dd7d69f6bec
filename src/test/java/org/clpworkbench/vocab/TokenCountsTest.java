package org.clpworkbench.vocab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.clpworkbench.job.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class TokenCountsTest {
    /// "Ċ" is a newline in GPT-2's byte alphabet.
    private static final List<String> TOKENS = List.of("a", "b", "c", "d", "Ċ");

    @TempDir Path folder;

    private TokenCounts read(byte[] text, long mostBytes) throws IOException {
        return read(Files.write(folder.resolve("text.txt"), text), mostBytes);
    }

    private TokenCounts read(Path file, long mostBytes) throws IOException {
        Path model = TokenizerFolder.byteLevel(folder.resolve("model"), TOKENS);
        try (var tokenizer = ModelTokenizer.open(model)) {
            return TokenCounts.read(file, mostBytes, tokenizer, Progress.unwatched());
        }
    }

    @Test
    void countsAFileAndRanksItsTokensEquallyFrequentOnesById() throws IOException {
        TokenCounts counts = read("cacab\n".getBytes(StandardCharsets.UTF_8), 1000);
        assertThat(counts.count(2)).isEqualTo(2);
        assertThat(counts.total()).isEqualTo(6);
        assertThat(List.of(0, 2, 1, 4)).extracting(counts::rank).containsExactly(1, 2, 3, 4);
        assertThat(counts.rank(3)).as("not in the text").isZero();
        assertThat(counts.rank(99)).as("no token").isZero();
    }

    @Test
    void readsOnlyTheBeginningOfALongFile() throws IOException {
        byte[] text = "ab\n".repeat(400_000).getBytes(StandardCharsets.UTF_8);
        assertThat(read(text, 1000).total()).isBetween(1000L, 600_000L);
    }

    @Test
    void refusesWhatIsNotUtf8AndNoFile() {
        assertThatThrownBy(() -> read("aä".getBytes(StandardCharsets.ISO_8859_1), 1000))
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith("text.txt is not UTF-8; convert it, or choose another text.");
        assertThatThrownBy(() -> read(folder, 1000))
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith("is no text file; choose one in UTF-8.");
    }
}
