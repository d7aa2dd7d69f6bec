package org.clpworkbench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.clpworkbench.data.text.TextUnit;
import org.clpworkbench.job.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class TextSampleTest {
    @TempDir Path folder;

    private TextSample sample(DataChoices choices, int characters) throws IOException {
        return TextSample.of(List.of(folder.toString()), choices, characters, Progress.unwatched());
    }

    @Test
    void isAllOfATextThatIsShort() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "niño");
        Files.writeString(folder.resolve("b.txt"), "pájaro\n");
        TextSample sample = sample(DataChoices.everything(), 1000);
        assertThat(sample.text()).isEqualTo("niño\npájaro\n");
        // ñ and á take two bytes each
        assertThat(sample.bytes()).isEqualTo(12 + 2);
    }

    @Test
    void tellsFromTheBeginningHowMuchThereIs() throws IOException {
        String text = String.join("\n", MadeTexts.of("uno dos tres cuatro", 20_000, 1));
        Files.writeString(folder.resolve("a.txt"), text);
        TextSample sample = sample(DataChoices.everything().by(TextUnit.LINE), 50_000);
        assertThat(sample.text().length()).isBetween(50_000, 60_000);
        double bytes = text.getBytes(StandardCharsets.UTF_8).length;
        assertThat(bytes).isGreaterThan(4 * 60_000);
        assertThat((double) sample.bytes()).isCloseTo(bytes, within(0.25 * bytes));
    }

    @Test
    void heedsNoSplit() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "one line");
        assertThat(sample(DataChoices.everything().split(0.05, 0), 10).text())
                .isEqualTo("one line\n");
    }

    @Test
    void refusesTextsThatSayNothing() throws IOException {
        Files.writeString(folder.resolve("a.txt"), " \n");
        assertThatThrownBy(() -> sample(DataChoices.everything(), 10))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("has no document that is taken (1 blank");
    }
}
