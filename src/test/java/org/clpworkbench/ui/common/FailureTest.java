package org.clpworkbench.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.checkpoint.Checkpoint;
import org.clpworkbench.checkpoint.CheckpointException;
import org.clpworkbench.problem.Sentence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.concurrent.ExecutionException;

class FailureTest {
    private static final String READING = "Modelle lesen";

    @AfterEach
    void speakEnglish() {
        Texts.speak(Locale.ENGLISH);
    }

    private static String inGerman(Throwable cause) {
        Texts.speak(Locale.GERMAN);
        return Failure.of(READING, cause).sentence();
    }

    @Test
    void isToldInTheWindowsLanguageWhereItCanBe() {
        var thrown =
                new CheckpointException(Sentence.of(Checkpoint.class, "target.exists", "models/a"));
        String sentence =
                "models/a gibt es schon; einen anderen Ordner wählen oder das Überschreiben"
                        + " erlauben.";
        assertThat(inGerman(thrown)).isEqualTo(sentence);
        assertThat(inGerman(new UncheckedIOException(thrown))).isEqualTo(sentence);
        Texts.speak(Locale.ENGLISH);
        assertThat(Failure.reason(thrown)).isEqualTo(thrown.getMessage());
    }

    @Test
    void saysWhatFilesLack() {
        assertThat(inGerman(new NoSuchFileException("a.json")))
                .startsWith("a.json ist nicht mehr da.");
        assertThat(inGerman(new AccessDeniedException("models")))
                .startsWith("models darf nicht gelesen oder geschrieben werden.");
        assertThat(inGerman(new FileSystemException("models/a", null, "No space left on device")))
                .isEqualTo(
                        "Auf der Platte von models/a ist kein Platz mehr. Platz schaffen und es"
                                + " noch einmal versuchen.");
        assertThat(inGerman(new IOException("No space left on device")))
                .startsWith("Auf der Platte ist kein Platz mehr.");
    }

    @Test
    void saysWhatToDoWhereMemoryRanOut() {
        var ranOut = new OutOfMemoryError("Java heap space");
        assertThat(inGerman(ranOut))
                .isEqualTo(
                        "Bei „Modelle lesen“ reicht der Speicher nicht. Andere Programme schließen"
                                + " oder etwas Kleineres wählen und es noch einmal versuchen.");
        Texts.speak(Locale.ENGLISH);
        assertThat(Failure.of("Reading", new ExecutionException(ranOut)).sentence())
                .isEqualTo(
                        "Memory ran out during “Reading”. Close other programs, or choose something"
                                + " smaller, and try again.");
        // beside the job's name, as in the list of jobs
        assertThat(Failure.reason(ranOut)).startsWith("Memory ran out. Close other programs");
    }

    @Test
    void saysWhatWasBeingDoneWhereThereIsOnlyAnEnglishMessage() {
        var thrown = new IOException("The shard is torn.");
        assertThat(inGerman(thrown))
                .isEqualTo(
                        "„Modelle lesen“ ist nicht gelungen. Auf Englisch heißt es: The shard is"
                                + " torn.");
        Texts.speak(Locale.ENGLISH);
        assertThat(Failure.of("Reading", thrown).sentence()).isEqualTo("The shard is torn.");
        assertThat(Failure.of("Reading", new IOException()).sentence())
                .isEqualTo("“Reading” did not work: IOException");
    }

    @Test
    void givesAllThatHelpsAndNoSecret() {
        var cause = new IOException("https://ich:geheim@hub.example refuses hf_abcdefghijkl");
        String details = Failure.of(READING, new IOException("No answer.", cause)).details();
        assertThat(details)
                .startsWith(READING + "\n")
                .contains("No answer.", "Caused by", "FailureTest.java", "hub.example refuses")
                .doesNotContain("geheim", "abcdefghijkl");
    }
}
