package org.clpworkbench.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.race.MadeUpRuns;
import org.clpworkbench.ui.chart.OnScreen;
import org.clpworkbench.ui.runs.RunEntry.Readable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// The screen is left while its folders are being read, and opened again.
class LeftRunsTest {
    @TempDir private Path workspace;
    private final CountDownLatch reading = new CountDownLatch(1);
    private final CountDownLatch free = new CountDownLatch(1);
    private final List<RunsLookout.Found> found = new ArrayList<>();
    private RunsLookout lookout;

    @BeforeEach
    void makeRuns() throws IOException {
        MadeUpRuns.train(MadeUpRuns.create(workspace, "linear", 200), 3, 9, 6);
        MadeUpRuns.train(MadeUpRuns.create(workspace, "random", 200), 3, 9, 6);
        var folders =
                new RunFolders(workspace.resolve("runs")) {
                    @Override
                    Optional<List<RunEntry>> look(
                            BooleanSupplier wanted, Consumer<List<RunEntry>> meanwhile)
                            throws IOException {
                        return super.look(wanted, some -> hold(meanwhile, some));
                    }
                };
        lookout =
                new RunsLookout(
                        folders,
                        found::add,
                        failure -> {
                            throw new AssertionError(failure);
                        });
    }

    /// After the first folder, until the test has left.
    private void hold(Consumer<List<RunEntry>> meanwhile, List<RunEntry> some) {
        meanwhile.accept(some);
        reading.countDown();
        boolean interrupted = false;
        while (free.getCount() > 0) {
            try {
                free.await();
            } catch (InterruptedException left) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void leave() {
        free.countDown();
        lookout.leave();
    }

    @Test
    void noRunBecomesUnreadable() throws Exception {
        OnScreen.run(lookout::open);
        reading.await();
        OnScreen.run(lookout::leave);
        free.countDown();
        OnScreen.run(lookout::open);
        OnScreen.await(() -> found.stream().anyMatch(RunsLookout.Found::all));
        List<RunsLookout.Found> told = OnScreen.get(() -> List.copyOf(found));
        // the first run, before the second had been read
        assertThat(told.getFirst().entries()).hasSize(1);
        assertThat(told.getFirst().all()).isFalse();
        assertThat(told.getLast().entries()).hasSize(2);
        assertThat(told)
                .flatExtracting(RunsLookout.Found::entries)
                .allSatisfy(entry -> assertThat(entry).isInstanceOf(Readable.class));
    }
}
