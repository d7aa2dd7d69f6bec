package org.clpworkbench.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;

import org.clpworkbench.race.MadeUpRuns;
import org.clpworkbench.run.RunFolder;
import org.clpworkbench.run.RunNotes;
import org.clpworkbench.ui.chart.OnScreen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What a person does with runs that have been trained, by mouse and keyboard.
class RunDeskTest extends OpenedRuns {
    private final FxRobot robot = new FxRobot();

    @Override
    void makeFirstRuns() throws IOException {
        RunFolder random = MadeUpRuns.create(folder, "random", 200);
        MadeUpRuns.train(random, 200, 9.05, 6.4);
        MadeUpRuns.ended(random, 200, "done", "");
        keep(MadeUpRuns.train(MadeUpRuns.create(folder, "linear", 200), 150, 7.73, 5.6));
        RunFolder clp = MadeUpRuns.train(MadeUpRuns.create(folder, "clp", 100), 60, 8.1, 5.9);
        MadeUpRuns.own(clp, true);
        keep(clp);
    }

    @BeforeEach
    void awaitThem() throws Exception {
        OnScreen.await(() -> table().getItems().size() == 3);
    }

    @Test
    void tagsAndNotesOfARunAreKeptAndFoundByTheFilter() throws Exception {
        assertThat(shown("#hint")).isTrue();
        robot.clickOn(cell("linear"));
        OnScreen.await(() -> shown("#one"));
        robot.clickOn(node("#tags")).write("thesis, draft").push(KeyCode.ENTER);
        OnScreen.await(() -> entry("linear").notes().tagLine().equals("thesis, draft"));
        // while another run trains on, and the table is filled anew, what is being typed stays
        robot.clickOn(node("#note")).write("Ends too");
        MadeUpRuns.step(running(), 61, 6.5);
        OnScreen.await(() -> entry("clp").figures().step() == 61);
        robot.write(" early");
        robot.clickOn(cell("random (baseline)"));
        OnScreen.await(() -> node("#note", TextArea.class).getText().isEmpty());
        OnScreen.await(() -> notes().equals(RunNotes.typed("thesis, draft", "Ends too early")));
        robot.clickOn(cell("linear"));
        OnScreen.await(() -> node("#note", TextArea.class).getText().equals("Ends too early"));
        robot.clickOn(node("#filter")).write("early THESIS");
        OnScreen.await(() -> table().getItems().size() == 1);
        assertThat(table().getItems().getFirst().id()).endsWith("_linear");
        assertThat(table().getSelectionModel().getSelectedItems()).hasSize(1);
        robot.write(" nothing");
        OnScreen.await(() -> table().getItems().isEmpty());
        assertThat(((Label) node(".empty-place .label")).getText()).startsWith("No run has all");
        person.click(".empty-place .button"); // shows all runs
        OnScreen.await(() -> table().getItems().size() == 3);
    }

    @Test
    void tagsAndNoteAreUndoneAndDoneAgainByKeyAndButton() throws Exception {
        robot.clickOn(cell("linear"));
        OnScreen.await(() -> shown("#one"));
        assertThat(node("#undo").isDisabled()).isTrue();
        TextField tags = node("#tags", TextField.class);
        TextArea note = node("#note", TextArea.class);
        robot.clickOn(tags).interact(() -> tags.setText("thesis"));
        robot.clickOn(note).interact(() -> note.setText("Ends early"));
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        OnScreen.await(() -> note.getText().isEmpty());
        assertThat(tags.getText()).isEqualTo("thesis");
        robot.push(KeyCode.CONTROL, KeyCode.Y);
        OnScreen.await(() -> note.getText().equals("Ends early"));
        robot.push(KeyCode.ENTER);
        OnScreen.await(() -> notes().equals(RunNotes.typed("thesis", "Ends early")));
        robot.clickOn(node("#undo"));
        OnScreen.await(() -> notes().equals(RunNotes.typed("thesis", "")));
        robot.clickOn(node("#undo"));
        OnScreen.await(() -> notes().equals(RunNotes.NONE));
        // what was typed of one run is no step of another's
        robot.clickOn(node("#redo")).clickOn(cell("random (baseline)"));
        OnScreen.await(() -> tags.getText().isEmpty());
        assertThat(node("#undo").isDisabled()).isTrue();
        assertThat(node("#redo").isDisabled()).isTrue();
        OnScreen.await(() -> notes().equals(RunNotes.typed("thesis", "")));
    }

    @Test
    void runsThatDifferInTheirSeedAloneAreSummedUp() throws Exception {
        for (int seed = 1; seed <= 3; seed++) {
            RunFolder run = MadeUpRuns.create(folder, "focus", 200, seed);
            MadeUpRuns.train(run, 200, 8, 5.6 + 0.1 * seed);
            MadeUpRuns.ended(run, 200, "done", "");
        }
        OnScreen.await(() -> table().getItems().size() == 6);
        robot.clickOn(node("#filter")).write("focus");
        OnScreen.await(() -> table().getItems().size() == 3);
        OnScreen.run(() -> table().getSelectionModel().selectAll());
        OnScreen.await(() -> shown("#several"));
        assertThat(label("#repetitions"))
                .startsWith("3 seeds: ")
                .contains(" bits per byte in the mean, from ")
                .contains("Tokens saved: ");
        OnScreen.run(() -> table().getSelectionModel().clearSelection(0));
        OnScreen.await(() -> label("#repetitions").startsWith("2 seeds: "));
        OnScreen.run(() -> node("#filter", TextField.class).clear());
        OnScreen.run(() -> table().getSelectionModel().selectAll());
        OnScreen.await(() -> !shown("#repetitions"));
    }

    @Test
    void tellsOfOneRunItsSettingsAndItsCommandAndOfSeveralWhereTheyDiffer() throws Exception {
        robot.clickOn(cell("clp"));
        OnScreen.await(() -> shown("#one"));
        String command = OnScreen.get(() -> node("#command", TextArea.class).getText());
        assertThat(command)
                .startsWith("clp-workbench train --model ")
                .contains(" --steps 100 ", " --seed 42 ", " --device cpu");
        assertThat(settings()).contains("Learning rate", "0.001", "Seed", "42");
        robot.clickOn(node("#copy"));
        assertThat(OnScreen.get(() -> Clipboard.getSystemClipboard().getString()))
                .isEqualTo(command);
        robot.clickOn(cell("clp")).push(KeyCode.CONTROL, KeyCode.A);
        OnScreen.await(() -> shown("#several"));
        // the method is the name of a made-up run's model; of 100 steps 25 are warm-up, of 200 are
        // 50, and evaluations and checkpoints come every eighth and half of them
        assertThat(differences())
                .containsExactlyInAnyOrder(
                        "method", "model", "steps", "warmup", "evaluations", "checkpoints");
        assertThat(label("#differing")).isEqualTo("These 3 runs differ in 6 settings:");
        pictures("differences");
        OnScreen.run(() -> viewModel.selected().setAll(List.of(entry("linear"))));
        OnScreen.await(() -> shown("#one"));
        pictures("details");
    }

    @Test
    void theSettingsOfTheRunThatAloneIsSelectedAreUsedByButtonAndKey() throws Exception {
        robot.clickOn(cell("linear"));
        OnScreen.await(() -> shown("#one"));
        robot.clickOn(node("#useSettings"));
        assertThat(recorder.usedSettings).containsExactly(linear().path());
        robot.clickOn(cell("clp")).push(KeyCode.U);
        assertThat(recorder.usedSettings).containsExactly(linear().path(), running().path());
        robot.push(KeyCode.CONTROL, KeyCode.A).push(KeyCode.U);
        assertThat(recorder.usedSettings).hasSize(2);
    }

    @Test
    void theLogOfARunThatFailedIsOpened() throws Exception {
        robot.clickOn(cell("clp"));
        OnScreen.await(() -> shown("#one"));
        assertThat(shown("#log")).isFalse();
        Path log = Files.writeString(running().path().resolve("worker.log"), "Out of memory");
        MadeUpRuns.ended(running(), 60, "failed", "Memory ran out.");
        Files.delete(running().path().resolve("lock"));
        OnScreen.await(() -> shown("#log"));
        assertThat(label("#failure")).isEqualTo("Memory ran out.");
        robot.clickOn(node("#log"));
        OnScreen.await(() -> recorder.revealed.contains(log));
    }

    @Test
    void theLogOfAWorkerThatEndedAtOnceIsOpened() throws Exception {
        Path log = Files.writeString(linear().path().resolve("worker.log"), "No such class");
        Process ended =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-version")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        ended.waitFor();
        assertThat(shown("#problemLog")).isFalse();
        OnScreen.run(() -> viewModel.follow(List.of(linear()), ended));
        assertThat(label("#problem")).contains("worker.log");
        robot.clickOn(node("#problemLog"));
        OnScreen.await(() -> recorder.revealed.contains(log));
        OnScreen.run(() -> viewModel.problem().set("Something else."));
        assertThat(shown("#problemLog")).isFalse();
    }

    @Test
    void exportsTheSelectedRunsOrAllToWhereThePersonWants() throws Exception {
        Path table = folder.resolve("chosen.csv");
        recorder.files.add(table);
        robot.clickOn(cell("linear"));
        robot.clickOn(node("#export")).clickOn("Table (CSV)");
        OnScreen.await(() -> label("#message").contains(table.toString()));
        assertThat(label("#message")).startsWith("One run is written to");
        assertThat(Files.readAllLines(table)).hasSize(1 + 151);

        Path document = folder.resolve("chosen.json");
        recorder.files.add(document);
        person.choose("#export", "Document (JSON)");
        OnScreen.await(() -> person.text("#message").contains(document.toString()));
        JsonNode run = new JsonMapper().readTree(document.toFile()).path("runs").path(0);
        assertThat(run.path("run").asText()).endsWith("_linear");
        assertThat(run.path("state").asText()).isEqualTo("interrupted");
        assertThat(run.path("points")).hasSize(151);

        OnScreen.run(() -> table().getSelectionModel().clearSelection());
        Path board = Files.createDirectory(folder.resolve("board"));
        recorder.files.add(board);
        robot.clickOn(node("#export")).clickOn("Event files (TensorBoard)");
        OnScreen.await(() -> label("#message").contains(board.toString()));
        assertThat(label("#message")).startsWith("3 runs are written to");
        try (var runs = Files.list(board)) {
            assertThat(runs.toList()).hasSize(3);
        }
    }

    @Test
    void movesARunToTheBinAfterAskingButNoneThatIsBeingTrained() throws Exception {
        robot.clickOn(cell("linear")).push(KeyCode.DELETE);
        assertThat(recorder.asked).hasSize(1);
        assertThat(recorder.asked.getFirst()).contains("_linear");
        assertThat(linear().path()).exists();
        recorder.agreeable = true;
        robot.push(KeyCode.DELETE);
        Path bin = folder.resolve("bin");
        OnScreen.await(() -> label("#message").startsWith("The run is in the bin now: " + bin));
        OnScreen.await(() -> table().getItems().size() == 2);
        assertThat(linear().path()).doesNotExist();
        assertThat(binned(linear().path())).exists();
        robot.clickOn(cell("clp")).clickOn(node("#delete"));
        OnScreen.await(() -> label("#problem").contains("is being trained"));
        assertThat(recorder.asked).hasSize(2);
        assertThat(table().getItems()).hasSize(2);
    }

    private void pictures(String name) throws Exception {
        List<RunEntry> selected = OnScreen.get(() -> List.copyOf(viewModel.selected()));
        for (boolean dark : new boolean[] {false, true}) {
            for (int[] size : new int[][] {{834, 590}, {1400, 880}}) {
                Scene other =
                        OnScreen.get(
                                () ->
                                        OnScreen.scene(
                                                new RunsView(viewModel).root(),
                                                size[0],
                                                size[1],
                                                dark));
                OnScreen.run(() -> viewModel.selected().setAll(selected));
                OnScreen.picture(
                        other,
                        Path.of(
                                "target/pictures/runs-%s-%d%s.png"
                                        .formatted(name, size[0], dark ? "-dark" : "")));
            }
        }
    }

    private RunNotes notes() {
        try {
            return RunNotes.read(linear().path());
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    private String settings() throws Exception {
        return OnScreen.get(
                () -> {
                    var words = new StringBuilder();
                    for (Node label : node("#settings").lookupAll(".label")) {
                        words.append(((Label) label).getText()).append('\n');
                    }
                    return words.toString();
                });
    }

    @SuppressWarnings("unchecked")
    private List<String> differences() throws Exception {
        return OnScreen.get(
                () ->
                        ((TableView<RunSetting>) node("#differences"))
                                .getItems().stream().map(RunSetting::key).toList());
    }

    private RunEntry.Readable entry(String name) {
        return table().getItems().stream()
                .filter(entry -> entry.id().endsWith("_" + name))
                .map(RunEntry.Readable.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private RunFolder linear() {
        return kept("linear");
    }

    /// The one that is under way.
    private RunFolder running() {
        return kept("clp");
    }

    private boolean shown(String query) {
        return node(query).isVisible();
    }

    private <N extends Node> N node(String query, Class<N> type) {
        return type.cast(node(query));
    }
}
