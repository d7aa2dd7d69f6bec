package org.clpworkbench.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.race.MadeUpRuns;
import org.clpworkbench.run.RunFolder;
import org.clpworkbench.settings.Session;
import org.clpworkbench.ui.chart.OnScreen;
import org.junit.jupiter.api.Test;

import java.util.List;

class TakenUpRunsTest extends OpenedTraining {
    TakenUpRunsTest() {
        super(600);
    }

    /// They are looked for in the background; until then those of the session are to be kept.
    @Test
    void areNotThereAtOnce() throws Exception {
        RunFolder run = MadeUpRuns.train(MadeUpRuns.create(folder, "linear", 200), 3, 9, 6);
        Session first = Session.FIRST;
        var left =
                new Session(
                        "TRAINING",
                        List.of(run.path()),
                        "",
                        first.chart(),
                        first.table(),
                        first.explored(),
                        first.layout());
        settings.change(now -> now.withSession(left));
        TrainingViewModel other =
                OnScreen.get(
                        () -> {
                            var made = viewModel(settings);
                            assertThat(made.takenUp()).isFalse();
                            return made;
                        });
        OnScreen.await(other::takenUp);
        assertThat(OnScreen.get(other::shownRuns)).containsExactly(run.path());
        OnScreen.run(other::close);
    }
}
