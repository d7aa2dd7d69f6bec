package org.clpworkbench.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.race.MadeUpRuns;
import org.clpworkbench.run.RunFolder;
import org.clpworkbench.ui.chart.OnScreen;
import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What the card of a run says whose folder cannot be read for a while.
class UnreadableRunTest extends OpenedTraining {
    UnreadableRunTest() {
        super(700);
    }

    @Test
    void isToldOnItsCardWithTheLogUntilItCanBeReadAgain() throws Exception {
        RunFolder run = MadeUpRuns.create(folder, "linear", 200);
        Path events = Files.createDirectory(run.path().resolve("events.jsonl"));
        Path log = Files.writeString(run.path().resolve("worker.log"), "No such disk");
        OnScreen.run(() -> viewModel.show(List.of(run.path())));
        OnScreen.await(() -> person.sees("#problem-linear"));
        assertThat(person.text("#problem-linear")).startsWith(events + " cannot be read");
        person.click(".run-card .problem-step");
        OnScreen.await(() -> recorder.revealed.contains(log));

        Files.delete(events);
        MadeUpRuns.train(run, 3, 9, 6);
        OnScreen.await(() -> !person.sees("#problem-linear"));
        assertThat(person.sees("#folder-linear")).isTrue();
    }
}
