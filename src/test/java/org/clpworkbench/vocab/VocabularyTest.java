package org.clpworkbench.vocab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.clpworkbench.checkpoint.CheckpointException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class VocabularyTest {
    @TempDir Path folder;

    @Test
    void readsIdsAddedTokensAndRoles() throws IOException {
        var vocabulary =
                Vocabulary.read(
                        TokenizerFolder.byteLevel(folder, List.of("<|endoftext|>", "a", "ĠHaus")));
        assertThat(vocabulary.size()).isEqualTo(3);
        assertThat(vocabulary.idRange()).isEqualTo(3);
        assertThat(vocabulary.id("ĠHaus")).hasValue(2);
        assertThat(vocabulary.token(1)).hasValue("a");
        assertThat(vocabulary.token(3)).isEmpty();
        assertThat(vocabulary.special(0)).isTrue();
        assertThat(vocabulary.special(1)).isFalse();
        assertThat(vocabulary.role(SpecialRole.EOS)).hasValue(0);
        assertThat(vocabulary.role(SpecialRole.PAD)).isEmpty();
        assertThat(vocabulary.family()).isEqualTo(TokenFamily.BYTE_LEVEL);
    }

    @Test
    void readsThePiecesOfAUnigramModelInOrder() throws IOException {
        Files.writeString(
                folder.resolve("tokenizer.json"),
                """
                {"model": {"type": "Unigram", "unk_id": 0,
                  "vocab": [["<unk>", 0.0], ["▁Haus", -3.5], ["<0xE2>", -9]]}}\
                """);
        var vocabulary = Vocabulary.read(folder);
        assertThat(vocabulary.id("▁Haus")).hasValue(1);
        assertThat(vocabulary.family()).isEqualTo(TokenFamily.SENTENCE_PIECE);
        assertThat(vocabulary.display(1)).isEqualTo("·Haus");
        assertThat(vocabulary.display(2)).isEqualTo("⟨0xE2⟩");
    }

    @Test
    void leavesGapsBetweenIdsWithoutATokens() throws IOException {
        Files.writeString(
                folder.resolve("tokenizer.json"),
                """
                {"model": {"type": "BPE", "vocab": {"a": 0, "b": 2}, "merges": []},
                 "added_tokens": [{"id": 5, "content": "<pad>", "special": true}]}\
                """);
        var vocabulary = Vocabulary.read(folder);
        assertThat(vocabulary.size()).isEqualTo(3);
        assertThat(vocabulary.idRange()).isEqualTo(6);
        assertThat(vocabulary.token(1)).isEmpty();
        assertThat(vocabulary.display(1)).isEqualTo("⟨1⟩");
        assertThat(vocabulary.display(5)).isEqualTo("<pad>");
    }

    @Test
    void showsSpacesNewlinesAndBytesToPeople() throws IOException {
        // "ü" is the bytes C3 BC, in the byte-level alphabet "Ã¼"; "Ã" alone is half of it.
        var vocabulary =
                Vocabulary.read(
                        TokenizerFolder.byteLevel(
                                folder, List.of("ĠHaus", "Ċ", "fÃ¼r", "Ã", "ĠĠĠ", "ĉ")));
        assertThat(List.of(0, 1, 2, 3, 4, 5))
                .extracting(vocabulary::display)
                .containsExactly("·Haus", "↵", "für", "⟨0xC3⟩", "···", "⇥");
    }

    @Test
    void refusesAFileThatEndsTooEarlyAndSaysWhere() throws IOException {
        String begun = "{\"model\": {\"vocab\": {\"a\": 0,";
        Files.writeString(folder.resolve("tokenizer.json"), begun);
        assertThatThrownBy(() -> Vocabulary.read(folder))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("tokenizer.json")
                .hasMessageContaining("byte " + begun.length());
    }

    @Test
    void refusesIdsThatNoModelHasARowFor() throws IOException {
        Files.writeString(
                folder.resolve("tokenizer.json"), "{\"model\": {\"vocab\": {\"Haus\": -4}}}");
        assertThatThrownBy(() -> Vocabulary.read(folder))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("\"Haus\"")
                .hasMessageContaining("-4");
    }

    @Test
    void refusesAFolderWithoutTokenizerJson() {
        assertThatThrownBy(() -> Vocabulary.read(folder))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("no tokenizer.json");
    }
}
