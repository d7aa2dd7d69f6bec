package org.clpworkbench.ui.helper;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.data.DataChoices;
import org.clpworkbench.data.DataSet;
import org.clpworkbench.helper.HelperDraft;
import org.clpworkbench.hub.HubCache;
import org.clpworkbench.job.AtClosing;
import org.clpworkbench.run.RunFolder;
import org.clpworkbench.run.RunState;
import org.clpworkbench.settings.SettingsFile;
import org.clpworkbench.settings.Workspace;
import org.clpworkbench.training.RunEvent;
import org.clpworkbench.ui.TestContext;
import org.clpworkbench.ui.WorkbenchWindow;
import org.clpworkbench.ui.chart.OnScreen;
import org.clpworkbench.ui.models.ModelsViewModel;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The window closes while a helper is trained, and another is opened.
class HelperLeftTest {
    private static final Path SPANISH =
            Path.of("src/test/resources/org/clpworkbench/helper/spanish.txt").toAbsolutePath();

    @TempDir private Path folder;

    private HelperViewModel open(TestContext test, SettingsFile settings) throws Exception {
        var hub = new HubCache(folder.resolve("hub"), true);
        return OnScreen.get(
                () ->
                        new HelperViewModel(
                                test.context(),
                                new ModelsViewModel(test.context(), settings, hub)));
    }

    /// @param ended whether the run ends before there is another window
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void leavesTheRunToItselfAndWritesTheModelTheNextTime(boolean ended) throws Exception {
        var workspace = new Workspace(folder);
        Path model = workspace.models().resolve("spanish");
        try (var settings = new SettingsFile(folder.resolve("settings.json"))) {
            RunFolder run;
            try (var test = new TestContext(folder)) {
                HelperViewModel viewModel = open(test, settings);
                OnScreen.run(() -> small(test, viewModel));
                WorkbenchWindow.waitUntil("the form", () -> viewModel.ready().get());
                OnScreen.run(viewModel::start);
                // before there is a run that goes on
                assertThat(fate(test)).isEqualTo(AtClosing.LOST);
                WorkbenchWindow.waitUntil(
                        "the training", () -> viewModel.soFar().words().get().startsWith("loss "));
                assertThat(fate(test)).isEqualTo(AtClosing.UNHARMED);
                run = RunFolder.list(workspace.runs()).getFirst();
                OnScreen.run(viewModel::close);
            }
            long before = steps(run);
            // more than the job would have needed to ask for the end
            WorkbenchWindow.waitUntil("more steps", () -> steps(run) > before + 20);
            assertThat(run.state()).isEqualTo(RunState.RUNNING);
            if (ended) {
                run.requestStop();
                WorkbenchWindow.waitUntil("the end", () -> state(run) == RunState.STOPPED);
            }
            assertThat(model).doesNotExist();

            try (var test = new TestContext(folder)) {
                HelperViewModel viewModel = open(test, settings);
                OnScreen.run(viewModel::resume);
                if (!ended) {
                    WorkbenchWindow.waitUntil(
                            "the helper", () -> viewModel.making().getValue() != null);
                    OnScreen.run(viewModel::stopHere);
                }
                WorkbenchWindow.waitUntil(
                        "the model", () -> viewModel.outcome().model().get() != null);
                var made = Objects.requireNonNull(viewModel.outcome().model().get());
                assertThat(made.folder()).isEqualTo(model);
                assertThat(made.run()).isEqualTo(run.path());
                assertThat(made.asked()).isEqualTo(600);
                assertThat(model.resolve("helper.json")).isRegularFile();
                assertThat(HelperDraft.waiting(workspace)).isEmpty();
                WorkbenchWindow.waitUntil("all jobs to end", () -> idle(test));
            }
        }
    }

    /// A model that is made in seconds, of a training that takes hours.
    private static void small(TestContext test, HelperViewModel viewModel) {
        List<String> texts = List.of(SPANISH.toString());
        test.pair().data().set(new DataSet(texts, Optional.empty(), DataChoices.everything()));
        HelperForm form = viewModel.form();
        form.size().set(HelperForm.OWN);
        form.layers().set("2");
        form.width().set("64");
        form.vocabulary().set("600");
        form.contextLength().set("64");
        form.steps().set("1000000");
    }

    /// What the end of the program would do to the making of the helper.
    private static AtClosing fate(TestContext test) {
        return test.context().jobs().list().stream()
                .filter(job -> job.title().startsWith("Making "))
                .findFirst()
                .orElseThrow()
                .atClosing();
    }

    private static boolean idle(TestContext test) {
        return test.context().jobs().list().stream().allMatch(job -> job.state().ended());
    }

    private static RunState state(RunFolder run) {
        try {
            return run.state();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static long steps(RunFolder run) {
        try {
            return run.events().stream().filter(RunEvent.Step.class::isInstance).count();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
