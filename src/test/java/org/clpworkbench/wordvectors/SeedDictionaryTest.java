package org.clpworkbench.wordvectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

class SeedDictionaryTest {
    @TempDir Path folder;

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("pairs.tsv"), content);
    }

    @Test
    void readsAPairALineAndSkipsEmptyOnes() throws Exception {
        var dictionary = SeedDictionary.read(file("\uFEFFhouse\tHaus\n\nred\trot \r\n"));
        assertThat(dictionary.pairs())
                .containsExactly(
                        new SeedDictionary.Pair("house", "Haus"),
                        new SeedDictionary.Pair("red", "rot"));
    }

    @Test
    void namesTheLineThatIsNoPair() throws Exception {
        for (String line : new String[] {"red rot", "red\t", "\trot", "red\trot\trouge"}) {
            Path file = file("house\tHaus\n\n" + line + "\n");
            assertThatThrownBy(() -> SeedDictionary.read(file))
                    .isInstanceOf(DictionaryException.class)
                    .hasMessageContaining("Line 3 of " + file);
        }
    }

    @Test
    void saysWhenTheFileIsNotUtf8() throws Exception {
        Path file = folder.resolve("latin.tsv");
        Files.write(file, "door\tTür\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> SeedDictionary.read(file))
                .isInstanceOf(DictionaryException.class)
                .hasMessageContaining("not UTF-8");
    }
}
