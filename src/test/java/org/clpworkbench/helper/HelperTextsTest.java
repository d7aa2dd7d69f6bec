package org.clpworkbench.helper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.clpworkbench.job.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class HelperTextsTest {
    @TempDir Path folder;

    private static String lines(String word, int count) {
        return IntStream.range(0, count)
                .mapToObj(line -> word + " %04d\n".formatted(line))
                .collect(Collectors.joining());
    }

    /// Of 400 lines of 9 bytes the last twentieth is 180 bytes; the line that begins behind its
    /// first byte, the 381st of them counted from nought, is the first of 19 that are kept back.
    @Test
    void keepsTheLastLinesOfEveryTextBack() throws IOException {
        Path texts = Files.createDirectories(folder.resolve("texts"));
        Files.writeString(texts.resolve("b.txt"), lines("uno", 400));
        Files.writeString(texts.resolve("a.txt"), lines("dos", 400).stripTrailing());
        Files.writeString(texts.resolve("notes.md"), "no text");
        Path training = folder.resolve("training");
        Path validation = folder.resolve("validation");
        new HelperTexts(List.of(texts), Progress.unwatched())
                .gather(training, Optional.of(validation));
        assertThat(Files.readAllLines(validation)).hasSize(38).startsWith("dos 0381");
        assertThat(Files.readAllLines(validation).get(19)).isEqualTo("uno 0381");
        assertThat(Files.readAllLines(training)).hasSize(762).endsWith("uno 0380");
        assertThat(Files.readString(training)).startsWith("dos 0000\n").contains("dos 0380\nuno");
    }

    @Test
    void takesAllOfEveryTextWhereOneIsGivenToEvaluateOn() throws IOException {
        Path one = Files.writeString(folder.resolve("one"), "primero");
        Path two = Files.writeString(folder.resolve("two"), "segundo\n");
        Path training = folder.resolve("training");
        new HelperTexts(List.of(one, two), Progress.unwatched()).gather(training, Optional.empty());
        assertThat(training).hasContent("primero\nsegundo\n");
    }

    /// 1,000,000 lines of 10 bytes are 10 blocks of a megabyte; for a third of them every third
    /// block is taken, with whole lines.
    @Test
    void choosesWholeLinesFromAllOverALargeText() throws IOException {
        Path text = folder.resolve("text");
        Files.writeString(
                text,
                IntStream.range(0, 1_000_000)
                        .mapToObj("%09d\n"::formatted)
                        .collect(Collectors.joining()));
        Path sample = folder.resolve("sample");
        var texts = new HelperTexts(List.of(text), Progress.unwatched());
        assertThat(texts.sample(text, sample, 10_000_000)).isFalse();
        assertThat(texts.sample(text, sample, 3_400_000)).isTrue();
        List<String> lines = Files.readAllLines(sample);
        assertThat(Files.size(sample)).isBetween(3_000_000L, 3_500_000L);
        assertThat(lines).allMatch(line -> line.matches("\\d{9}")).isSorted();
        assertThat(Integer.parseInt(lines.getFirst())).isBetween(200_000, 400_000);
        assertThat(Integer.parseInt(lines.getLast())).isBetween(800_000, 999_999);
    }

    @Test
    void namesWhatIsNoText() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        assertThatThrownBy(() -> new HelperTexts(List.of(empty), Progress.unwatched()))
                .hasMessageContaining(empty + " holds no .txt file");
        Path none = folder.resolve("none.txt");
        assertThatThrownBy(() -> new HelperTexts(List.of(none), Progress.unwatched()))
                .hasMessage(none + " is no text file; choose one in UTF-8.");
    }
}
