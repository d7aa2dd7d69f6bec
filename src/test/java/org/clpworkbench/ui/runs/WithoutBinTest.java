package org.clpworkbench.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;

import org.clpworkbench.race.MadeUpRuns;
import org.clpworkbench.run.Bin;
import org.clpworkbench.ui.chart.OnScreen;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Path;

/// A run is deleted on a system that moves nothing to its bin, as Windows and macOS move nothing
/// there for a program without a display.
class WithoutBinTest extends OpenedRuns {
    @Override
    void makeFirstRuns() throws IOException {
        keep(MadeUpRuns.train(MadeUpRuns.create(folder, "linear", 200), 150, 7.73, 5.6));
    }

    @Override
    Bin bin() {
        String system = System.getProperty("os.name", "");
        System.setProperty("os.name", "Windows 11");
        try {
            return Bin.ofSystem();
        } finally {
            System.setProperty("os.name", system);
        }
    }

    @Test
    void theRunStaysAndThePersonIsToldToDeleteItByHand() throws Exception {
        OnScreen.await(() -> person.sees(".table-row-cell:filled"));
        person.click(".table-row-cell:filled");
        recorder.agreeable = true;
        person.press(KeyCode.DELETE);
        Path run = kept("linear").path();
        String told = "The system does not move %s to its bin; delete it by hand.".formatted(run);
        OnScreen.await(() -> person.text("#problem").startsWith(told));
        assertThat(recorder.asked).hasSize(1);
        assertThat(run.resolve("spec.json")).exists();
        assertThat(person.sees(".table-row-cell:filled")).isTrue();
    }
}
