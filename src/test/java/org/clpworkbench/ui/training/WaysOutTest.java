package org.clpworkbench.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.Button;

import org.clpworkbench.race.MadeUpRuns;
import org.clpworkbench.run.RunFolder;
import org.clpworkbench.ui.chart.OnScreen;
import org.clpworkbench.ui.chart.Recorder;
import org.clpworkbench.ui.common.ScreenName;
import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What goes wrong in training offers the step that leads on.
class WaysOutTest extends OpenedTraining {
    WaysOutTest() {
        super(700);
    }

    @Test
    void aComplaintLeadsToTheScreenWhereTheLackIsMadeGood() throws Exception {
        OnScreen.await(() -> remedy().isVisible());
        assertThat(remedy().getText()).isEqualTo("Go to Models");
        person.click("#remedy");
        assertThat(recorder.opened).containsExactly(ScreenName.MODELS);
        OnScreen.run(
                () -> {
                    pair.source().set(Recorder.model("english-small", 20_000_000));
                    pair.helper().set(Recorder.model("german-helper", 6_000_000));
                });
        assertThat(remedy().getText()).isEqualTo("Go to Data");
        person.click("#remedy");
        assertThat(recorder.opened).containsExactly(ScreenName.MODELS, ScreenName.DATA);
        OnScreen.run(() -> viewModel.form().starts().forEach(s -> s.chosen().set(false)));
        assertThat(remedy().isVisible()).isFalse();
    }

    @Test
    void aRunThatFailedOffersItsLog() throws Exception {
        RunFolder random = MadeUpRuns.create(folder, "random", 200);
        RunFolder linear = MadeUpRuns.create(folder, "linear", 200);
        MadeUpRuns.ended(MadeUpRuns.train(random, 200, 9, 6), 200, "done", "");
        MadeUpRuns.ended(MadeUpRuns.train(linear, 50, 8, 6), 50, "failed", "Memory ran out.");
        // of the worker that had both
        Path log =
                Files.writeString(
                        random.path().resolve("worker.log"), "Run " + linear.path() + " failed");
        OnScreen.run(() -> viewModel.show(List.of(random.path(), linear.path())));
        OnScreen.await(() -> isShown("#log-linear"));
        assertThat(isShown("#log-random")).isFalse();
        person.click("#log-linear");
        OnScreen.await(() -> recorder.revealed.contains(log));
    }

    private boolean isShown(String query) {
        Node found = node(query);
        return found != null && found.isVisible();
    }

    private Button remedy() {
        return (Button) node("#remedy");
    }
}
