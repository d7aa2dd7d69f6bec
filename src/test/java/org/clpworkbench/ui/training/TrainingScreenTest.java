package org.clpworkbench.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.Region;

import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.data.DataSet;
import org.clpworkbench.embedded.EmbeddedDemo;
import org.clpworkbench.lm.Precision;
import org.clpworkbench.race.MadeUpRuns;
import org.clpworkbench.run.RunFolder;
import org.clpworkbench.training.Execution.Checkpointing;
import org.clpworkbench.training.Trainable;
import org.clpworkbench.ui.chart.OnScreen;
import org.clpworkbench.ui.chart.Recorder;
import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

class TrainingScreenTest extends OpenedTraining {
    TrainingScreenTest() {
        super(640);
    }

    @Test
    void saysWhatIsMissingBeforeARaceCanStart() throws Exception {
        OnScreen.await(() -> viewModel.form().complaint().get().contains("source and a helper"));
        assertThat(button("#startButton").isDisabled()).isTrue();
        OnScreen.run(() -> viewModel.form().starts().forEach(s -> s.chosen().set(false)));
        assertThat(viewModel.form().complaint().get()).isEqualTo("Tick at least one start.");
        OnScreen.picture(scene, Path.of("target/pictures/training-empty.png"));
    }

    /// By mouse and keys, as a person does it; how a race is started and goes on is seen in
    /// MainJobTest.
    @Test
    void saysWhatARaceTakesComparesItsRunsAndPausesOne() throws Exception {
        fill();
        person.click("#advanced > .title");
        person.choose("#precision", "float32");
        // two models of 20 M parameters, 200 steps of 8 × 256 tokens and nine evaluations of 16,384
        // tokens at a third of the cost: 458,752 tokens each. Six operations for each parameter and
        // token at 1.8e11 a second in float32: 612 s, or 10 min
        OnScreen.await(() -> person.text("#startButton").startsWith("Start 2 runs, about 10"));
        person.click("#start-mean");
        OnScreen.await(() -> person.text("#startButton").startsWith("Start 3 runs, about 15"));
        person.type("#steps", "many");
        OnScreen.await(() -> person.text("#complaint").contains("Steps must be a whole number"));
        assertThat(button("#startButton").isDisabled()).isTrue();
        person.type("#steps", "200");
        OnScreen.await(() -> !person.sees("#complaint"));

        RunFolder linear = showRace();
        OnScreen.await(() -> person.text("#answer").contains("fewer tokens"));
        assertThat(texts(".run-name")).containsExactly("random", "linear");
        assertThat(texts(".run-saved").getFirst()).isEqualTo("the baseline");
        assertThat(texts(".run-saved").getLast()).startsWith("−").endsWith("tokens");
        OnScreen.await(() -> texts(".end-label").containsAll(List.of("random", "linear")));
        OnScreen.picture(scene, Path.of("target/pictures/training-980.png"));
        assertThat(person.sees("#pause-random")).isFalse();
        person.click("#pause-linear");
        OnScreen.await(() -> Files.exists(linear.path().resolve("request")));
        assertThat(Files.readString(linear.path().resolve("request"))).isEqualTo("PAUSE");
        OnScreen.await(() -> !person.sees("#pause-linear") && !person.sees("#stop-linear"));
        person.click("#compare-linear");
        OnScreen.await(() -> texts(".run-saved").getLast().equals("the baseline"));
        assertThat(person.sees("#compare-linear")).isFalse();
        assertThat(person.sees("#compare-random")).isTrue();
    }

    @Test
    void theBaselineThatIsAskedForIsTheDashedOne() throws Exception {
        RunFolder random = MadeUpRuns.create(folder, "random", 200);
        RunFolder linear = MadeUpRuns.create(folder, "linear", 200);
        OnScreen.run(
                () ->
                        viewModel.show(
                                List.of(random.path(), linear.path()), Optional.of(linear.path())));
        OnScreen.await(() -> viewModel.rows().size() == 2);
        assertThat(viewModel.chart().baseline().get())
                .isEqualTo(String.valueOf(linear.path().getFileName()));
        assertThat(viewModel.rows().getLast().baseline().get()).isTrue();
    }

    @Test
    void theRecordedBaselineIsThatOfARaceThatHasNone() throws Exception {
        RunFolder recorded = MadeUpRuns.create(folder, "random", 200, 7);
        RunFolder linear = MadeUpRuns.create(folder, "linear", 200);
        OnScreen.run(() -> viewModel.begun(begun(recorded, linear)));
        assertThat(viewModel.shownRuns()).containsExactly(recorded.path(), linear.path());
        assertThat(viewModel.rows().getFirst().baseline().get()).isTrue();
        assertThat(scene.getRoot().lookup("#offer").isVisible()).isFalse();
    }

    @Test
    void theRecordedBaselineIsOfferedToARaceThatHasItsOwn() throws Exception {
        RunFolder recorded = MadeUpRuns.create(folder, "mean", 200);
        RunFolder random = MadeUpRuns.create(folder, "random", 200);
        RunFolder linear = MadeUpRuns.create(folder, "linear", 200);
        OnScreen.run(() -> viewModel.begun(begun(recorded, random, linear)));
        assertThat(viewModel.shownRuns()).containsExactly(random.path(), linear.path());
        assertThat(viewModel.rows().getFirst().baseline().get()).isTrue();
        assertThat(((Label) scene.getRoot().lookup("#offered")).getText())
                .startsWith(String.valueOf(recorded.path().getFileName()));
        OnScreen.picture(scene, Path.of("target/pictures/training-offer.png"));

        OnScreen.run(() -> button("#takeOffered").fire());
        assertThat(viewModel.shownRuns())
                .containsExactly(recorded.path(), random.path(), linear.path());
        assertThat(viewModel.chart().baseline().get())
                .isEqualTo(String.valueOf(recorded.path().getFileName()));
        assertThat(scene.getRoot().lookup("#offer").isVisible()).isFalse();
    }

    @Test
    void aRecordedBaselineThatIsGoneOrWasMeasuredOnAnotherTextIsLeftOut() throws Exception {
        RunFolder linear = MadeUpRuns.create(folder, "linear", 200);
        RunFolder elsewhere = MadeUpRuns.create(folder.resolve("other"), "random", 200);
        assertThat(begun(elsewhere, linear).recorded()).isEmpty();
        assertThat(BegunRace.of(List.of(linear), Optional.of(folder.resolve("gone"))).recorded())
                .isEmpty();
        assertThat(begun(linear, linear).recorded()).isEmpty();
    }

    private static BegunRace begun(RunFolder recorded, RunFolder... race) {
        return BegunRace.of(List.of(race), Optional.of(recorded.path()));
    }

    @Test
    void offersToResumeARunWhoseProcessIsGone() throws Exception {
        RunFolder run = MadeUpRuns.create(folder, "linear", 200);
        MadeUpRuns.train(run, 50, 8, 6);
        OnScreen.run(() -> viewModel.show(List.of(run.path())));
        OnScreen.await(() -> shown("Resume") == 1);
        assertThat(viewModel.rows().getFirst().state().get()).contains("interrupted");
    }

    @Test
    void findsALiveRunWhenTheWindowIsOpenedAgain() throws Exception {
        RunFolder run = MadeUpRuns.create(folder, "linear", 200);
        MadeUpRuns.train(run, 50, 8, 6);
        MadeUpRuns.own(run, true);
        try (var again = OnScreen.get(() -> viewModel(settings))) {
            OnScreen.await(() -> again.rows().size() == 1);
            OnScreen.await(() -> jobs.list().stream().anyMatch(j -> j.title().contains("linear")));
        }
        jobs.close();
        Thread.sleep(500);
        assertThat(run.path().resolve("request")).doesNotExist();
    }

    @Test
    void cancellingTheJobAsksTheRunToStop() throws Exception {
        RunFolder linear = showRace();
        OnScreen.await(() -> !jobs.list().isEmpty());
        jobs.list().getFirst().cancel();
        OnScreen.await(() -> Files.exists(linear.path().resolve("request")));
        assertThat(Files.readString(linear.path().resolve("request"))).isEqualTo("STOP");
    }

    @Test
    void theEstimateLearnsFromARunThatHasJustEnded() throws Exception {
        fill();
        OnScreen.run(() -> viewModel.form().precision().set(Precision.BFLOAT16));
        OnScreen.await(() -> button("#startButton").getText().startsWith("Start 2 runs, about 5"));
        RunFolder linear = MadeUpRuns.create(folder, "linear", 200);
        MadeUpRuns.train(linear, 150, 7.73, 5.6);
        MadeUpRuns.own(linear, true);
        OnScreen.run(() -> viewModel.show(List.of(linear.path())));
        OnScreen.await(() -> !jobs.list().isEmpty());
        for (int step = 151; step <= 200; step++) {
            MadeUpRuns.step(linear, step, 5.6, 370);
        }
        MadeUpRuns.ended(linear, 200, "done", "");
        Files.delete(linear.path().resolve("lock"));
        // a tenth of the speed: ten times as long
        OnScreen.await(() -> button("#startButton").getText().startsWith("Start 2 runs, about 49"));
    }

    @Test
    void looksRightInBothThemesAndSizes() throws Exception {
        showRace();
        OnScreen.await(() -> viewModel.answer().get().contains("fewer tokens"));
        OnScreen.pictures("training", () -> new TrainingView(viewModel).root());
        assertThat(texts(".run-name")).hasSize(2);
    }

    @Test
    void whatIsTrainedAndHowChangesTheMemoryAndTheRace() throws Exception {
        fill();
        var demo = EmbeddedDemo.unpack(folder.resolve("embedded"));
        var source = ModelSummary.read(demo.source());
        var helper = ModelSummary.read(demo.helper());
        OnScreen.run(
                () -> {
                    pair.source().set(source);
                    pair.helper().set(helper);
                    viewModel.form().precision().set(Precision.FLOAT32);
                });
        String whole = memory("A step takes about", "recomputed");
        OnScreen.run(() -> viewModel.form().trainable().set("embeddings-then-all:20"));
        Trainable asked = viewModel.form().spec(pair).trainable();
        OnScreen.run(() -> viewModel.form().checkpointing().set(Checkpointing.ON));
        String recomputed = memory("A step takes about", "of memory.");
        OnScreen.run(
                () -> {
                    ((TitledPane) scene.getRoot().lookup("#advanced")).setExpanded(true);
                    scene.getRoot().layout();
                    ((ScrollPane) scene.getRoot().lookup(".race-form .scroll-pane")).setVvalue(1);
                });
        OnScreen.picture(scene, Path.of("target/pictures/training-memory.png"));
        OnScreen.run(() -> viewModel.form().batch().set("900000"));
        memory("A step takes about", "are free: choose more parts");
        OnScreen.run(() -> viewModel.form().trainable().set("the head"));

        assertThat(asked).isEqualTo(Trainable.parse("embeddings-then-all:20"));
        assertThat(recomputed).isNotEqualTo(whole);
        assertThat(viewModel.form().complaint().get()).contains("last-N, not the head");
        assertThat(button("#startButton").isDisabled()).isTrue();
    }

    /// What is said of the memory once it begins and ends so.
    private String memory(String begin, String end) throws Exception {
        OnScreen.await(
                () -> {
                    String said = viewModel.memory().get();
                    return said.startsWith(begin) && said.contains(end);
                });
        return viewModel.memory().get();
    }

    @Test
    void showsWhatTheModelSaidLastInOneLine() throws Exception {
        showRace();
        OnScreen.await(
                () ->
                        texts(".run-sample")
                                .contains("Das Programm wird ↵ in der Zeile gespeichert"));
    }

    @Test
    void aRunsCardIsSeenWholeWhereTextsAreTwiceAsLarge() throws Exception {
        RunFolder run = MadeUpRuns.create(folder, "linear", 200);
        MadeUpRuns.train(run, 50, 8, 6);
        MadeUpRuns.sample(run, 50, "Das Programm");
        OnScreen.run(() -> viewModel.show(List.of(run.path())));
        OnScreen.await(() -> texts(".run-sample").contains("Das Programm"));
        OnScreen.run(() -> scene.getRoot().setStyle("-fx-font-size: 26px"));
        OnScreen.await(
                () -> {
                    var scroll = (ScrollPane) scene.getRoot().lookup("#cardsScroll");
                    var card = (Region) scene.getRoot().lookup(".run-card");
                    return card != null
                            && card.getHeight() > 80
                            && card.getHeight() <= scroll.getViewportBounds().getHeight();
                });
        OnScreen.picture(scene, Path.of("target/pictures/training-large.png"));
    }

    private RunFolder showRace() throws Exception {
        fill();
        RunFolder random = MadeUpRuns.create(folder, "random", 200);
        MadeUpRuns.train(random, 200, 9.05, 6.4);
        MadeUpRuns.ended(random, 200, "done", "");
        RunFolder linear = MadeUpRuns.create(folder, "linear", 200);
        MadeUpRuns.train(linear, 150, 7.73, 5.6);
        MadeUpRuns.sample(linear, 150, "Das Programm wird\\nin der Zeile gespeichert");
        MadeUpRuns.checkpoint(linear, 100);
        MadeUpRuns.own(linear, true);
        OnScreen.run(() -> viewModel.show(List.of(random.path(), linear.path())));
        OnScreen.await(() -> viewModel.rows().size() == 2);
        return linear;
    }

    private void fill() throws Exception {
        OnScreen.run(
                () -> {
                    pair.source().set(Recorder.model("english-small", 20_000_000));
                    pair.helper().set(Recorder.model("german-helper", 6_000_000));
                    pair.data()
                            .set(
                                    DataSet.of(
                                            folder.resolve("train.txt"),
                                            folder.resolve("valid.txt")));
                });
    }

    private long shown(String text) {
        return buttons().stream().filter(b -> b.isVisible() && b.getText().equals(text)).count();
    }

    private List<Button> buttons() {
        return scene.getRoot().lookupAll(".run-card .button").stream()
                .map(Button.class::cast)
                .toList();
    }

    private Button button(String selector) {
        return (Button) scene.getRoot().lookup(selector);
    }

    private List<String> texts(String selector) {
        return scene.getRoot().lookupAll(selector).stream()
                .map(node -> ((Label) node).getText())
                .toList();
    }
}
