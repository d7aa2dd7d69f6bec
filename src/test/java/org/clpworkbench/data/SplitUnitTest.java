package org.clpworkbench.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.data.text.TextUnit;
import org.clpworkbench.job.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Of five documents expected at a share of 0.05 there are a hundred.
class SplitUnitTest {
    @TempDir Path folder;

    private TextUnit unit(double share) throws IOException {
        var choices = DataChoices.everything().split(share, 0);
        return SplitUnit.of(List.of(folder.toString()), choices, Progress.unwatched());
    }

    /// Lines of 10 bytes each.
    private static String lines(int count, String end) {
        return IntStream.range(0, count)
                .mapToObj(line -> "%09d".formatted(line) + end)
                .collect(Collectors.joining());
    }

    @Test
    void leavesFilesWholeWhereThereAreEnough() throws IOException {
        for (int file = 0; file < 100; file++) {
            Files.writeString(folder.resolve(file + ".txt"), "text " + file);
        }
        assertThat(unit(0.05)).isEqualTo(TextUnit.FILE);
        // 5 / 0.04 = 125 are wanted, and no smaller unit gives more than the hundred
        assertThat(unit(0.04)).isEqualTo(TextUnit.FILE);
    }

    /// A page holds 409 lines of 10 bytes at most, so that 409,000 bytes are a hundred pages.
    @Test
    void cutsALongTextIntoPages() throws IOException {
        Files.writeString(folder.resolve("a.txt"), lines(40_900, "\n"));
        assertThat(unit(0.05)).isEqualTo(TextUnit.PAGE);
    }

    /// 10 MB in one file are one document, however many pieces it is read in.
    @Test
    void cutsALongFileIntoPagesToo() throws IOException {
        Files.writeString(folder.resolve("a.txt"), lines(1_000_000, "\n"));
        assertThat(unit(0.05)).isEqualTo(TextUnit.PAGE);
    }

    @Test
    void cutsAShortTextIntoParagraphs() throws IOException {
        Files.writeString(folder.resolve("a.txt"), lines(100, "\n\n"));
        assertThat(unit(0.05)).isEqualTo(TextUnit.PARAGRAPH);
    }

    /// 1,000 lines without a blank one between them are one paragraph and three pages.
    @Test
    void neverCutsATextIntoLines() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), lines(1000, "\n"));
        assertThat(unit(0.05)).isEqualTo(TextUnit.PAGE);
        // there is nothing to cut
        Files.writeString(file, lines(10, "\n"));
        assertThat(unit(0.05)).isEqualTo(TextUnit.FILE);
    }
}
