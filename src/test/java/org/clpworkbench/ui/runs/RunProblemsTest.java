package org.clpworkbench.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.job.Jobs;
import org.clpworkbench.race.MadeUpRuns;
import org.clpworkbench.run.Bin;
import org.clpworkbench.settings.ChartChoices;
import org.clpworkbench.settings.SettingsFile;
import org.clpworkbench.settings.Workspace;
import org.clpworkbench.ui.chart.ChartedRuns;
import org.clpworkbench.ui.chart.OnScreen;
import org.clpworkbench.ui.chart.Recorder;
import org.clpworkbench.ui.chart.RunColours;
import org.clpworkbench.ui.common.Pair;
import org.clpworkbench.ui.common.ScreenContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// What the screen says of folders that cannot be looked at for a while.
class RunProblemsTest {
    @TempDir private Path folder;
    private final Jobs jobs = new Jobs();
    private final Recorder recorder = new Recorder();
    private volatile boolean reachable;
    private RunsViewModel viewModel;
    private SettingsFile settings;

    @BeforeEach
    void open() throws Exception {
        MadeUpRuns.train(MadeUpRuns.create(folder, "linear", 200), 3, 9, 6);
        var context =
                new ScreenContext(new Workspace(folder), jobs, new Pair(), recorder, recorder);
        var folders =
                new RunFolders(context.workspace().runs()) {
                    @Override
                    Optional<List<RunEntry>> look(
                            BooleanSupplier wanted, Consumer<List<RunEntry>> meanwhile)
                            throws IOException {
                        if (!reachable) {
                            throw new IOException("The disk is away.");
                        }
                        return super.look(wanted, meanwhile);
                    }
                };
        settings = new SettingsFile(folder.resolve("settings.json"));
        var charted = new ChartedRuns(new RunColours(settings), () -> ChartChoices.FIRST);
        viewModel =
                OnScreen.get(() -> new RunsViewModel(context, charted, Bin.ofSystem(), folders));
        OnScreen.run(viewModel::open);
        OnScreen.await(() -> viewModel.problem().get().equals("The disk is away."));
    }

    @AfterEach
    void close() throws Exception {
        OnScreen.run(viewModel::close);
        settings.close();
        jobs.close();
    }

    @Test
    void isForgottenOnceTheyAreSeenAgain() throws Exception {
        reachable = true;
        OnScreen.await(() -> viewModel.entries().size() == 1);
        assertThat(viewModel.problem().get()).isEmpty();
    }

    @Test
    void doesNotTakeAwayWhatElseWentWrong() throws Exception {
        reachable = true;
        OnScreen.run(() -> viewModel.problem().set("The worker ended at once."));
        OnScreen.await(() -> viewModel.entries().size() == 1);
        assertThat(viewModel.problem().get()).isEqualTo("The worker ended at once.");
    }
}
