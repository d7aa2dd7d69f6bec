package org.clpworkbench.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.data.DataSet;
import org.clpworkbench.embedded.EmbeddedDemo;
import org.clpworkbench.job.Jobs;
import org.clpworkbench.job.Progress;
import org.clpworkbench.lm.Precision;
import org.clpworkbench.race.MadeUpRuns;
import org.clpworkbench.race.Race;
import org.clpworkbench.race.RaceSpec;
import org.clpworkbench.race.Start;
import org.clpworkbench.run.RunFolder;
import org.clpworkbench.settings.SettingsFile;
import org.clpworkbench.settings.Workspace;
import org.clpworkbench.training.Execution;
import org.clpworkbench.training.Execution.Checkpointing;
import org.clpworkbench.training.Trainable;
import org.clpworkbench.training.TrainingSpec.Optimisation;
import org.clpworkbench.training.TrainingSpec.Rhythm;
import org.clpworkbench.transfer.TransferTexts;
import org.clpworkbench.ui.chart.OnScreen;
import org.clpworkbench.ui.chart.Recorder;
import org.clpworkbench.ui.common.Pair;
import org.clpworkbench.ui.common.ScreenContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A run's settings in the form, from where a race is started that trains the same again.
class UseSettingsTest {
    private static final int STEPS = 37;

    @TempDir private Path folder;
    private final Jobs jobs = new Jobs();
    private final Recorder recorder = new Recorder();
    private final Pair pair = new Pair();
    private final List<ModelSummary> models = new ArrayList<>();
    private Workspace workspace;
    private SettingsFile settings;
    private TrainingViewModel viewModel;

    @BeforeEach
    void open() throws Exception {
        workspace = new Workspace(folder);
        settings = new SettingsFile(folder.resolve("settings.json"));
        for (String name : List.of("train.txt", "valid.txt", "other.txt")) {
            Files.writeString(folder.resolve(name), "Ein Haus. ".repeat(40));
        }
        var context = new ScreenContext(workspace, jobs, pair, recorder, recorder);
        var choice = new PairAtHand(pair, models);
        viewModel = OnScreen.get(() -> new TrainingViewModel(context, settings, choice));
    }

    @AfterEach
    void close() throws Exception {
        OnScreen.run(viewModel::close);
        settings.close();
        jobs.close();
    }

    @Test
    void fillTheFormAndUndoTakesThemBack() throws Exception {
        Path model = Files.createDirectories(folder.resolve("models/own"));
        RunFolder run = prepare(race(new Start.Folder(model), texts()));
        DataSet before = DataSet.of(folder.resolve("other.txt"), folder.resolve("valid.txt"));
        OnScreen.run(() -> pair.data().set(before));
        Map<String, String> usual = viewModel.form().entries();
        List<String> ticked = ticked();

        use(run);

        assertThat(viewModel.form().entries())
                .containsEntry("steps", "37")
                .containsEntry("batch", "6")
                .containsEntry("context", "64")
                .containsEntry("rate", "0.0003")
                .containsEntry("seeds", "7")
                .containsEntry("trainable", "embeddings-then-all:5")
                .containsEntry("parts", "3")
                .containsEntry("device", "cpu")
                .containsEntry("checkpointing", "ON")
                .containsEntry("precision", "FLOAT32");
        assertThat(ticked()).containsExactly("own");
        assertThat(viewModel.form().advanced().get()).isTrue();
        assertThat(viewModel.problem().get()).isEmpty();
        assertThat(RunFolder.list(workspace.runs())).hasSize(1);
        assertThat(prepare(viewModel.form().spec(pair)).spec()).isEqualTo(run.spec());

        OnScreen.run(() -> viewModel.form().history().undo());
        assertThat(viewModel.form().entries()).isEqualTo(usual);
        assertThat(ticked()).isEqualTo(ticked);
        assertThat(pair.data().get()).isEqualTo(before);
        OnScreen.run(() -> viewModel.form().history().redo());
        assertThat(ticked()).containsExactly("own");
        assertThat(pair.data().get()).isEqualTo(texts());
    }

    @Test
    void chooseThePairThatTheRunsModelWasMadeOf() throws Exception {
        EmbeddedDemo demo = EmbeddedDemo.unpack(workspace.embedded());
        for (Path each : demo.models()) {
            models.add(ModelSummary.read(each));
        }
        var mean = new Start.Transferred(demo.source(), demo.helper(), "mean", TransferTexts.NONE);
        RunFolder run = prepare(race(mean, texts()));
        ModelSummary spanish = models.getLast();
        OnScreen.run(
                () -> {
                    pair.source().set(models.getFirst());
                    pair.helper().set(spanish);
                });

        use(run);

        assertThat(pair.helper().get()).isEqualTo(models.get(1));
        assertThat(ticked()).containsExactly("mean");
        assertThat(viewModel.problem().get()).isEmpty();
        assertThat(prepare(viewModel.form().spec(pair)).spec()).isEqualTo(run.spec());
        OnScreen.run(() -> viewModel.form().history().undo());
        assertThat(pair.helper().get()).isEqualTo(spanish);
    }

    @Test
    void aModelWhosePairIsNotAtHandIsTickedItself() throws Exception {
        Files.createDirectories(folder.resolve("models/linear"));
        RunFolder run = MadeUpRuns.create(folder, "linear", 200);
        use(run);
        assertThat(ticked()).containsExactly("linear");
        assertThat(viewModel.problem().get()).startsWith("The models that linear was made of");
    }

    @Test
    void sayWhatIsGone() throws Exception {
        RunFolder run = MadeUpRuns.create(folder, "linear", 200);
        Files.delete(folder.resolve("train.txt"));
        use(run);
        assertThat(viewModel.problem().get())
                .contains("text " + folder.resolve("train.txt"))
                .contains("model " + folder.resolve("models/linear"));
        assertThat(pair.data().get()).isNull();
        assertThat(ticked()).containsExactly("linear");
    }

    @Test
    void sayWhatTheFormHasNoFieldFor() throws Exception {
        RunFolder usual = MadeUpRuns.create(folder, "linear", 200);
        RaceSpec race = race(new Start.Folder(usual.spec().model()), texts());
        Optimisation standard = Optimisation.standard(STEPS);
        var decayed =
                new RaceSpec(
                        race.starts(),
                        race.data(),
                        race.steps(),
                        race.batch(),
                        race.context(),
                        new Optimisation(
                                standard.learningRate(),
                                standard.warmupSteps(),
                                standard.finalShare(),
                                0.3,
                                standard.decayEmbeddings(),
                                standard.gradientClip()),
                        race.trainable(),
                        race.seed(),
                        race.execution(),
                        race.rhythm());
        RunFolder run = prepare(decayed);
        use(usual);
        assertThat(viewModel.problem().get()).doesNotContain("weight decay");
        use(run);
        assertThat(viewModel.problem().get()).contains("weight decay");
    }

    private void use(RunFolder run) throws Exception {
        OnScreen.run(
                () -> {
                    viewModel.form().advanced().set(false);
                    viewModel.useSettings(run.path());
                });
        OnScreen.await(() -> viewModel.form().advanced().get());
    }

    private List<String> ticked() throws Exception {
        return OnScreen.get(
                () ->
                        viewModel.form().starts().stream()
                                .filter(start -> start.chosen().get())
                                .map(StartChoice::name)
                                .toList());
    }

    private DataSet texts() {
        return DataSet.of(folder.resolve("train.txt"), folder.resolve("valid.txt"));
    }

    private RunFolder prepare(RaceSpec race) throws IOException {
        return Race.prepare(List.of(race), workspace, Progress.unwatched()).getFirst();
    }

    private static RaceSpec race(Start start, DataSet texts) {
        return new RaceSpec(
                List.of(start),
                texts,
                STEPS,
                6,
                64,
                Optimisation.standard(STEPS).withRate(3e-4),
                Trainable.parse("embeddings-then-all:5"),
                7,
                new Execution(Precision.FLOAT32, "cpu", 3, Checkpointing.ON),
                Rhythm.standard(STEPS));
    }
}
