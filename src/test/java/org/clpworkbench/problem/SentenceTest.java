package org.clpworkbench.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.checkpoint.Checkpoint;
import org.clpworkbench.checkpoint.CheckpointException;
import org.clpworkbench.vocab.Vocabulary;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

class SentenceTest {
    private static final Sentence NO_FOLDER =
            Sentence.of(Checkpoint.class, "folder.none", Path.of("haus"));

    @Test
    void isSaidInEveryLanguage() {
        assertThat(NO_FOLDER.in(Locale.GERMAN))
                .isEqualTo("haus ist kein Ordner; den Ordner eines Modells wählen.");
        assertThat(NO_FOLDER.in(Locale.CHINESE)).isEqualTo("haus 不是文件夹；请选择模型所在的文件夹。");
        assertThat(NO_FOLDER.inEnglish())
                .isEqualTo("haus is not a folder; choose a model's folder.");
    }

    /// Logs and the command line are in English, whatever the system speaks.
    @Test
    void isTheMessageInEnglish() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            var thrown = new CheckpointException(NO_FOLDER);
            assertThat(thrown).hasMessage("haus is not a folder; choose a model's folder.");
            assertThat(thrown.told()).contains(NO_FOLDER);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void saysASentenceWithinItInTheSameLanguage() {
        Sentence outer =
                Sentence.of(Vocabulary.class, "tokenizer.unusable", Path.of("t.json"), NO_FOLDER);
        assertThat(outer.in(Locale.GERMAN))
                .startsWith("t.json ist als Tokenizer nicht zu gebrauchen: haus ist kein Ordner");
    }

    @Test
    void groupsNumbersAsTheLanguageDoesAndNotThoseOfBytes() {
        List<Object> arguments = Arrays.asList("t.json", 12345L, null);
        var sentence = new Sentence(NO_FOLDER.bundle(), "json", arguments);
        assertThat(sentence.inEnglish()).isEqualTo("t.json is not valid JSON: 12,345.");
        assertThat(sentence.in(Locale.GERMAN)).isEqualTo("t.json ist kein gültiges JSON: 12.345.");
        String vocabularies = Sentence.of(Vocabulary.class, "").bundle();
        assertThat(new Sentence(vocabularies, "tokenizer.json", arguments).inEnglish())
                .isEqualTo("t.json is not valid JSON at byte 12345: null. Fetch the file again.");
    }

    @Test
    void isTheReasonWithinAnotherWhereThereIsOne() {
        assertThat(Told.reason(new CheckpointException(NO_FOLDER))).isEqualTo(NO_FOLDER);
        assertThat(Told.reason(new CheckpointException("in English"))).isEqualTo("in English");
    }
}
