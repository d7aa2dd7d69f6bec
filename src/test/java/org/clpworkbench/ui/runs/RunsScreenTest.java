package org.clpworkbench.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;

import org.clpworkbench.race.MadeUpRuns;
import org.clpworkbench.run.RunFolder;
import org.clpworkbench.ui.chart.OnScreen;
import org.clpworkbench.ui.common.ScreenName;
import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// All of it by mouse and keys, as a person does it.
class RunsScreenTest extends OpenedRuns {
    private static final String BROKEN = "2026-01-01T00-00-00_broken";

    @Test
    void offersToStartARaceWhenThereIsNone() throws Exception {
        OnScreen.await(() -> person.sees("#empty"));
        OnScreen.picture(scene, Path.of("target/pictures/runs-empty.png"));
        person.click("#empty .button");
        assertThat(recorder.opened).containsExactly(ScreenName.TRAINING);
    }

    @Test
    void showsABrokenFolderAsUnreadableWithTheReason() throws Exception {
        makeRuns();
        person.click(cell(BROKEN));
        OnScreen.await(() -> person.text("#reason").contains("spec.json"));
        assertThat(text("state", row("broken"))).isEqualTo("unreadable");
        assertThat(node("#chart").isDisabled()).isTrue();
        person.click("#folder");
        assertThat(recorder.revealed).containsExactly(folder.resolve("runs").resolve(BROKEN));
    }

    @Test
    void countsSavedTokensAgainstTheBaseline() throws Exception {
        makeRuns();
        OnScreen.await(() -> seen("name").contains("random (baseline)"));
        person.click(cell("linear"));
        OnScreen.await(() -> viewModel.saved(readable("linear")).isPresent());
        // random falls from 9.05 to 6.4 with a time constant of 40 steps and ends at
        // 6.4 + 2.65·e⁻⁵ + 0.05 = 6.468; linear, from 7.73 to 5.6, is at
        // 5.65 + 2.13·e^(−t/40) there: t = −40·ln(0.818 / 2.13) = 38.3 of 200 steps, between two
        // evaluations 25 steps apart, so that the straight line between them may be off by a few
        assertThat(viewModel.saved(readable("linear")).orElseThrow()).isBetween(0.76, 0.84);
        assertThat(text("saved", row("linear"))).matches("−(7[6-9]|8[0-4]).%");
        assertThat(person.text("#baseline")).isEqualTo("Compare with this");
        person.click("#baseline");
        assertThat(text("name", row("linear"))).isEqualTo("linear (baseline)");
        assertThat(person.text("#compared")).isEqualTo("Tokens saved are counted against linear.");
        // where a race that is started looks for it, in a window made anew too
        assertThat(pair.copy().baseline().get()).isEqualTo(readable("linear").folder());
        assertThat(person.text("#baseline")).isEqualTo("Usual baseline");
        person.click("#baseline");
        assertThat(text("name", row("linear"))).isEqualTo("linear");
        assertThat(text("name", row("random"))).isEqualTo("random (baseline)");
        assertThat(pair.baseline().get()).isNull();
    }

    @Test
    void opensTheSelectedRunsInTheChartAndKeepsTheSelectionWhileTheyTrain() throws Exception {
        RunFolder running = makeRuns();
        person.click(cell("linear"));
        person.press(KeyCode.CONTROL, KeyCode.A);
        MadeUpRuns.step(running, 121, 6.0);
        OnScreen.await(() -> readable("clp").figures().step() == 121);
        OnScreen.pictures("runs", () -> new RunsView(viewModel).root());
        person.click("#chart");
        assertThat(recorder.shownRuns)
                .containsExactlyInAnyOrder(
                        readable("random").folder(),
                        readable("linear").folder(),
                        readable("clp").folder());
    }

    @Test
    void theBaselineIsInTheChartThoughItIsNotSelected() throws Exception {
        makeRuns();
        person.click(cell("linear"));
        person.click("#chart");
        assertThat(recorder.shownRuns)
                .containsExactlyInAnyOrder(
                        readable("random").folder(), readable("linear").folder());
        assertThat(recorder.baseline).contains(readable("random").folder());
    }

    @Test
    void aBaselineOfAnotherTextIsLeftOutOfTheChart() throws Exception {
        RunFolder random = MadeUpRuns.create(folder, "random", 200);
        MadeUpRuns.ended(MadeUpRuns.train(random, 200, 9.05, 6.4), 200, "done", "");
        var elsewhere = MadeUpRuns.spec("linear", folder.resolve("other"), 200);
        RunFolder other = RunFolder.create(folder.resolve("runs"), elsewhere, "linear");
        MadeUpRuns.train(other, 200, 8, 6);
        OnScreen.await(() -> table().getItems().size() == 2);
        person.click(cell("linear"));
        person.click("#chart");
        assertThat(recorder.shownRuns).containsExactly(readable("linear").folder());
        assertThat(recorder.baseline).isEmpty();
    }

    /// Its model is not there, so that the worker gives up at once.
    @Test
    void resumesOnlyWhatCanBeResumed() throws Exception {
        RunFolder random = MadeUpRuns.create(folder, "random", 200);
        MadeUpRuns.ended(MadeUpRuns.train(random, 200, 9.05, 6.4), 200, "done", "");
        MadeUpRuns.train(MadeUpRuns.create(folder, "linear", 200), 150, 7.73, 5.6);
        OnScreen.await(() -> table().getItems().size() == 2);
        person.click(cell("random (baseline)"));
        OnScreen.await(() -> node("#resume").isDisabled());
        person.click(cell("linear"));
        assertThat(OnScreen.get(() -> seen("state"))).contains("interrupted");
        person.click("#resume");
        OnScreen.await(() -> seen("state").contains("failed"));
        OnScreen.await(() -> person.sees("#failure"));
        assertThat(person.text("#failure")).isNotBlank();
    }

    @Test
    void sortsNumbersByWhatTheyMean() throws Exception {
        for (int[] stepAndSeed : new int[][] {{100, 10}, {9, 2}, {40, 1}}) {
            RunFolder run = MadeUpRuns.create(folder, "linear", 200, stepAndSeed[1]);
            MadeUpRuns.train(run, stepAndSeed[0], 8, 6);
        }
        OnScreen.await(() -> seen("step").size() == 3);
        sortBy("Step");
        awaitSeen("step", "9 / 200", "40 / 200", "100 / 200");
        sortBy("Step (now ascending)");
        awaitSeen("step", "100 / 200", "40 / 200", "9 / 200");
        // it stands too far to the right
        OnScreen.run(() -> table().scrollToColumn(column("seed")));
        OnScreen.await(() -> seen("seed").size() == 3);
        sortBy("Seed");
        awaitSeen("seed", "1", "2", "10");
    }

    @Test
    void isSortedByKeysAndByTheSmoothedLossAsANumber() throws Exception {
        String[] methods = {"linear", "random", "clp"};
        // as words 10.4 would come before 6.1
        double[] floors = {9.2, 10.4, 6.1};
        for (int run = 0; run < methods.length; run++) {
            MadeUpRuns.train(MadeUpRuns.create(folder, methods[run], 200), 200, 12, floors[run]);
        }
        OnScreen.await(
                () ->
                        RunsViewModel.readable(viewModel.shown()).stream()
                                        .filter(run -> run.figures().step() == 200)
                                        .count()
                                == 3);
        sortBy("Loss (nats)");
        assertThat(wholeLosses()).containsExactly("6", "9", "10");
        sortBy("Loss (nats) (now ascending)");
        assertThat(wholeLosses()).containsExactly("10", "9", "6");
    }

    private void sortBy(String item) throws Exception {
        OnScreen.run(() -> table().requestFocus());
        person.press(KeyCode.F3);
        person.takeByKeys(item);
    }

    private List<String> wholeLosses() throws Exception {
        var losses = new ArrayList<String>();
        for (int row = 0; row < 3; row++) {
            String loss = text("loss", row);
            losses.add(loss.substring(0, loss.indexOf('.')));
        }
        return losses;
    }

    private void awaitSeen(String name, String... words) throws Exception {
        OnScreen.await(() -> seen(name).equals(List.of(words)));
    }

    /// A finished baseline, an interrupted transfer, one that is under way, and a folder that is
    /// none.
    private RunFolder makeRuns() throws Exception {
        RunFolder random = MadeUpRuns.create(folder, "random", 200);
        MadeUpRuns.train(random, 200, 9.05, 6.4);
        MadeUpRuns.ended(random, 200, "done", "");
        RunFolder linear = MadeUpRuns.create(folder, "linear", 200);
        MadeUpRuns.train(linear, 150, 7.73, 5.6);
        RunFolder running = MadeUpRuns.create(folder, "clp", 200);
        MadeUpRuns.train(running, 120, 8.1, 5.9);
        MadeUpRuns.own(running, true);
        Files.createDirectories(folder.resolve("runs").resolve(BROKEN));
        OnScreen.await(() -> table().getItems().size() == 4);
        return running;
    }

    private int row(String name) {
        for (int i = 0; i < table().getItems().size(); i++) {
            if (table().getItems().get(i).id().endsWith("_" + name)) {
                return i;
            }
        }
        throw new AssertionError("No row for " + name);
    }

    private RunEntry.Readable readable(String name) {
        return (RunEntry.Readable) table().getItems().get(row(name));
    }
}
