package org.clpworkbench.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;

import org.clpworkbench.race.MadeUpRuns;
import org.clpworkbench.run.RunFolder;
import org.clpworkbench.run.RunNotes;
import org.clpworkbench.ui.chart.OnScreen;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A run whose notes.json somebody has to mend.
class DamagedNotesTest extends OpenedRuns {
    @Override
    void makeFirstRuns() throws IOException {
        RunFolder run = MadeUpRuns.train(MadeUpRuns.create(folder, "linear", 200), 3, 9, 6);
        Files.writeString(run.path().resolve("notes.json"), "{ half");
        keep(run);
        MadeUpRuns.train(MadeUpRuns.create(folder, "random", 200), 3, 9, 6);
    }

    @Test
    void isToldBesideTheFieldsAndNotWrittenOver() throws Exception {
        Path run = kept("linear").path();
        person.click(cell("linear"));
        OnScreen.await(() -> person.sees("#damage"));
        assertThat(person.text("#damage"))
                .startsWith(run.resolve("notes.json") + " cannot be read")
                .contains("notes-damaged.json");
        assertThat(person.text("#note")).isEmpty();
        person.click(cell("random"));
        OnScreen.await(() -> !person.sees("#damage"));
        assertThat(run.resolve("notes.json")).hasContent("{ half");

        person.click(cell("linear"));
        person.type("#tags", "thesis");
        person.press(KeyCode.ENTER);
        OnScreen.await(() -> !person.sees("#damage"));
        assertThat(RunNotes.read(run)).isEqualTo(RunNotes.typed("thesis", ""));
        assertThat(run.resolve("notes-damaged.json")).hasContent("{ half");
    }
}
