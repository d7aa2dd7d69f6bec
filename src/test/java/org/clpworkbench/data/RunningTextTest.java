package org.clpworkbench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.clpworkbench.data.text.TextUnit;
import org.clpworkbench.job.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class RunningTextTest {
    @TempDir Path folder;

    private Path written(DataChoices choices) throws IOException {
        Path file = folder.resolve("written");
        RunningText.write(file, List.of(folder.toString()), choices, Progress.unwatched());
        return file;
    }

    @Test
    void endsTheLineOfEveryDocumentOnce() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "primero");
        Files.writeString(folder.resolve("b.txt"), "segundo\n\n");
        Files.writeString(folder.resolve("c.jsonl"), "{\"text\": \"tercero 🐕\"}\n");
        assertThat(Files.readString(written(DataChoices.everything())))
                .isEqualTo("primero\nsegundo\n\ntercero 🐕\n");
    }

    @Test
    void leavesOutWhatIsKeptForValidation() throws IOException {
        Files.writeString(
                folder.resolve("a.txt"), String.join("\n", MadeTexts.of("uno dos tres", 200, 1)));
        var lines = DataChoices.everything().by(TextUnit.LINE);
        List<String> all = Files.readAllLines(written(lines));
        List<String> trained = Files.readAllLines(written(lines.split(0.5, 1)));
        assertThat(trained).isSubsetOf(all).hasSizeLessThan(all.size()).isNotEmpty();
        // another seed, another side
        assertThat(Files.readAllLines(written(lines.split(0.5, 2)))).isNotEqualTo(trained);
    }

    @Test
    void refusesASplitWithAnEmptySide() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "one line");
        assertThatThrownBy(() -> written(DataChoices.everything().split(0.05, 0)))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("Of 1 documents ")
                .hasMessageContaining("so one side is empty; choose another share");
    }

    @Test
    void refusesTextsThatSayNothing() throws IOException {
        Files.writeString(folder.resolve("a.txt"), " \n");
        assertThatThrownBy(() -> written(DataChoices.everything()))
                .hasMessageContaining("has no document that is taken (1 blank");
    }
}
