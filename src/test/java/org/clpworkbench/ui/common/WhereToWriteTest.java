package org.clpworkbench.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.ui.chart.Recorder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class WhereToWriteTest {
    @TempDir private Path folder;
    private final Recorder dialogs = new Recorder();
    private final List<String> refused = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "losses.png, losses.png",
        "losses.SVG, losses.SVG",
        "losses, losses.png",
        "losses 0.25, losses 0.25.png",
        "v1.seed 7, v1.seed 7.png",
        "Verlust., Verlust..png"
    })
    void aNameWithoutAnEndingGetsThatOfTheKindChosen(String typed, String written) {
        assertThat(ask(typed)).contains(folder.resolve(written));
        assertThat(refused).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"losses.jpg", "losses.tar.gz", "losses.mp4", "losses.png.txt"})
    void anotherEndingIsRefused(String typed) {
        assertThat(ask(typed)).isEmpty();
        assertThat(refused)
                .containsExactly(
                        "Nothing is written to %s: choose a name that ends with .png, .svg."
                                .formatted(typed));
    }

    /// The system has asked about "losses", which is not there.
    @Test
    void asksBeforeAFileIsReplacedWhoseEndingWasNotTyped() throws IOException {
        Path there = Files.createFile(folder.resolve("losses.png"));
        assertThat(ask("losses")).isEmpty();
        assertThat(dialogs.asked).singleElement().asString().contains(there.toString());
        dialogs.agreeable = true;
        assertThat(ask("losses")).contains(there);
        assertThat(ask("losses.png")).contains(there);
        assertThat(dialogs.asked).hasSize(2);
    }

    @Test
    void aQuestionThatIsCancelledSaysNothing() {
        assertThat(new WhereToWrite(dialogs, refused::add).ask("Where to", "a", FileKind.CSV))
                .isEmpty();
        assertThat(refused).isEmpty();
    }

    private Optional<Path> ask(String typed) {
        dialogs.files.add(folder.resolve(typed));
        return new WhereToWrite(dialogs, refused::add)
                .ask("Where to", "losses", FileKind.PNG, FileKind.SVG);
    }
}
