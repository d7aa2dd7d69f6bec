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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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

    /// 5 MB come in 77 pieces or so; of forty short files some come to each side.
    @Test
    void keepsAllPiecesOfALongFileOnOneSide() throws IOException {
        String lines =
                IntStream.range(0, 100_000)
                        .mapToObj("long line number %032d\n"::formatted)
                        .collect(Collectors.joining());
        Files.writeString(folder.resolve("long.txt"), lines);
        for (int file = 0; file < 40; file++) {
            Files.writeString(folder.resolve("short" + file + ".txt"), "short text " + file);
        }
        Set<Long> trained = new HashSet<>();
        for (int seed = 0; seed < 12; seed++) {
            List<String> all =
                    Files.readAllLines(written(DataChoices.everything().split(0.5, seed)));
            trained.add(all.stream().filter(line -> line.startsWith("long")).count());
        }
        assertThat(trained).containsExactlyInAnyOrder(0L, 100_000L);
    }

    /// They would not be taken for one another, but a model that has seen one knows the other.
    @Test
    void textsThatDifferInWhiteSpaceComeToTheSameSide() {
        assertThat(TextDigest.normalised(" uno\n\tdos ")).isEqualTo("uno dos");
        assertThat(TextDigest.normalised("uno dos ")).isEqualTo("uno dos");
        assertThat(TextDigest.normalised("uno\u00a0dos\u2003tres")).isEqualTo("uno\u00a0dos tres");
        assertThat(TextDigest.normalised("man\u0303ana")).isEqualTo("ma\u00f1ana");
        assertThat(TextDigest.normalised("uno dos")).isEqualTo("uno dos");
        assertThat(TextDigest.normalised("")).isEmpty();
        assertThat(TextDigest.normalised(" \n")).isEmpty();
        assertThat(TextDigest.of(" uno\n\tdos ")).isNotEqualTo(TextDigest.of("uno dos"));
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
