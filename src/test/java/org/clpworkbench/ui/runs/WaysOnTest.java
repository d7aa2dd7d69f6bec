package org.clpworkbench.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;

import org.clpworkbench.race.MadeUpRuns;
import org.clpworkbench.run.RunFolder;
import org.clpworkbench.ui.chart.OnScreen;
import org.junit.jupiter.api.Test;

import java.io.IOException;

/// The selected runs lead on to what their models write.
class WaysOnTest extends OpenedRuns {
    @Override
    void makeFirstRuns() throws IOException {
        for (String method : new String[] {"random", "linear", "mean"}) {
            RunFolder run = MadeUpRuns.create(folder, method, 200);
            MadeUpRuns.train(run, 200, 9, 6);
            keep(run);
        }
        MadeUpRuns.wholeCheckpoint(kept("random"), 200);
    }

    @Test
    void saysWhyARunWithoutACheckpointCannotWrite() throws Exception {
        assertThat(person.sees("#noWriter")).isFalse();
        person.click(cell("linear"));
        OnScreen.await(() -> person.sees("#noWriter"));
        assertThat(person.text("#noWriter")).startsWith("None of the selected runs has");
        assertThat(node("#letWrite").isDisabled()).isTrue();

        MadeUpRuns.wholeCheckpoint(kept("linear"), 200);
        OnScreen.await(() -> !person.sees("#noWriter"));
        person.click("#letWrite");
        assertThat(recorder.writing).containsExactly(kept("linear").path());
    }

    @Test
    void ofTheSelectedRunsThoseWriteThatCan() throws Exception {
        person.click(cell("linear"));
        person.press(KeyCode.CONTROL, KeyCode.A);
        person.click("#letWrite");
        assertThat(recorder.writing).containsExactly(kept("random").path());
    }
}
