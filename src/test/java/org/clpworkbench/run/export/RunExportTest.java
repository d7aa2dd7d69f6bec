package org.clpworkbench.run.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.assertj.core.data.Offset;
import org.clpworkbench.PeerPython;
import org.clpworkbench.job.Progress;
import org.clpworkbench.race.MadeUpRuns;
import org.clpworkbench.run.RunFolder;
import org.clpworkbench.run.RunNotes;
import org.clpworkbench.training.RunEvent;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

class RunExportTest {
    @TempDir private Path folder;
    private RunFolder run;
    private RunFolder other;

    /// Steps 1 to 3, evaluated before the first and after the second; made-up events lie a second
    /// apart and begin at 2026-11-23T10:00:00Z.
    @BeforeEach
    void makeRuns() throws IOException {
        run = MadeUpRuns.create(folder, "linear", 200);
        MadeUpRuns.started(run, 0);
        MadeUpRuns.evaluated(run, 0, 8.1);
        MadeUpRuns.step(run, 1, 8.0);
        MadeUpRuns.step(run, 2, 7.5);
        MadeUpRuns.evaluated(run, 2, 7.6);
        MadeUpRuns.step(run, 3, 7.25);
        other = MadeUpRuns.create(folder, "ran,dom", 200);
        MadeUpRuns.train(other, 3, 9, 6);
    }

    @Test
    void writesATableWithARowForEachStepOfEachRun() throws IOException {
        Path file = export(ExportFormat.CSV, "new folder/runs.csv", run, other);
        List<String> lines = Files.readAllLines(file);
        assertThat(lines.getFirst())
                .isEqualTo(
                        "run,step,tokens,seconds,training_loss,validation_loss,bits_per_byte,"
                                + "learning_rate,gradient_norm,tokens_per_second");
        String name = run.path().getFileName().toString();
        // a step is 8 sequences of 256 tokens, and bits per byte are the loss / 2.7
        assertThat(lines.subList(1, 5))
                .containsExactly(
                        name + ",0,0,0.0,,8.1,3.0,,,",
                        name + ",1,2048,1.0,8.0,,,0.001,1.0,3700.0",
                        name + ",2,4096,2.0,7.5,7.6,2.8148,0.001,1.0,3700.0",
                        name + ",3,6144,3.0,7.25,,,0.001,1.0,3700.0");
        // the other run's steps 0 to 3
        assertThat(lines).hasSize(1 + 4 + 4);
        assertThat(lines.getLast()).startsWith(other.path().getFileName() + ",3,");
    }

    @Test
    void writesADocumentWithWhatWasAskedForAndWhatCameOfIt() throws IOException {
        Path file = export(ExportFormat.JSON, "runs.json", run);
        JsonNode document = new JsonMapper().readTree(file.toFile()).path("runs").path(0);
        assertThat(document.path("run").asText()).isEqualTo(run.path().getFileName().toString());
        assertThat(document.path("spec").path("optimisation").path("learningRate").asDouble())
                .isEqualTo(1e-3);
        assertThat(document.path("provenance").path("method").asText()).isEqualTo("linear");
        JsonNode points = document.path("points");
        assertThat(points).hasSize(4);
        assertThat(points.path(0).path("trainingLoss").isNull()).isTrue();
        assertThat(points.path(2).path("trainingLoss").asDouble()).isEqualTo(7.5);
        assertThat(points.path(2).path("validationLoss").asDouble()).isEqualTo(7.6);
    }

    @Test
    void aDocumentHasTagsAndNotes() throws IOException {
        RunNotes.typed("thesis, draft", "Ends \"early\".").write(run.path());
        Files.writeString(other.path().resolve("notes.json"), "{ half");
        RunFolder silent = MadeUpRuns.train(MadeUpRuns.create(folder, "clp", 200), 1, 9, 6);
        Path file = export(ExportFormat.JSON, "runs.json", run, other, silent);
        JsonNode runs = new JsonMapper().readTree(file.toFile()).path("runs");
        assertThat(runs.path(0).path("notes"))
                .isEqualTo(
                        new JsonMapper()
                                .readTree(
                                        "{\"tags\": [\"thesis\", \"draft\"],"
                                                + " \"note\": \"Ends \\\"early\\\".\"}"));
        // damaged ones keep no run from being exported
        assertThat(runs.path(1).path("notes").isNull()).isTrue();
        assertThat(runs.path(2).path("notes").path("tags")).isEmpty();
        assertThat(runs.path(2).path("notes").path("note").asText()).isEmpty();
    }

    @Test
    void leavesThePauseOfARunOutOfItsSeconds() {
        Instant begin = Instant.parse("2026-11-23T10:00:00Z");
        var points =
                RunPoint.of(
                        List.of(
                                new RunEvent.Started(begin, 0, 9, "cpu", 1, 1, false),
                                step(begin.plusSeconds(5), 1),
                                new RunEvent.Paused(begin.plusSeconds(6), 1),
                                new RunEvent.Started(
                                        begin.plusSeconds(1006), 1, 9, "cpu", 1, 1, false),
                                step(begin.plusSeconds(1010), 2)));
        // 5 s; then one more until the pause, and 4 after it
        assertThat(points).extracting(RunPoint::seconds).containsExactly(5.0, 10.0);
    }

    @Test
    void writesEventFilesThatReadBackByTheirSpecification() throws IOException {
        Path target = export(ExportFormat.TENSORBOARD, "board", run, other);
        assertThat(names(target))
                .containsExactlyInAnyOrder(
                        run.path().getFileName().toString(), other.path().getFileName().toString());
        var events = RecordedEvents.read(Files.readAllBytes(eventFile(target, run)));
        double begin = Instant.parse("2026-11-23T10:00:00Z").getEpochSecond();
        assertThat(events.getFirst().fileVersion).isEqualTo("brain.Event:2");
        assertThat(events.getFirst().wallTime).isEqualTo(begin);
        // two evaluations and three steps
        assertThat(events).hasSize(1 + 5);
        var second = events.get(3);
        assertThat(second.step).isEqualTo(2);
        assertThat(second.wallTime).isEqualTo(begin + 2);
        assertThat(second.values)
                .containsEntry("loss/training", 7.5f)
                .containsEntry("optimizer/learning_rate", 0.001f)
                .containsEntry("progress/tokens", 4096f)
                .containsEntry("progress/tokens_per_second", 3700f);
        assertThat(events.get(4).values)
                .containsEntry("loss/validation", 7.6f)
                .containsEntry("loss/bits_per_byte", 2.8148f);
    }

    @Test
    void everyFigureOfEveryRunIsReadBackFromItsEventFile() throws IOException {
        Path target = export(ExportFormat.TENSORBOARD, "board", run, other);
        for (RunFolder each : List.of(run, other)) {
            var written = new ArrayList<Map<String, Float>>();
            var steps = new ArrayList<Long>();
            for (RunEvent event : each.events()) {
                Map<String, Float> scalars = scalars(event);
                if (!scalars.isEmpty()) {
                    written.add(scalars);
                    steps.add((long) event.step());
                }
            }
            byte[] file = Files.readAllBytes(eventFile(target, each));
            List<RecordedEvents.Event> read = RecordedEvents.read(file);
            assertThat(read.subList(1, read.size()))
                    .extracting(event -> event.values)
                    .isEqualTo(written);
            assertThat(read.subList(1, read.size()))
                    .extracting(event -> event.step)
                    .isEqualTo(steps);
        }
    }

    private static Map<String, Float> scalars(RunEvent event) {
        if (event instanceof RunEvent.Step step) {
            return Map.of(
                    "loss/training", (float) step.loss(),
                    "optimizer/learning_rate", (float) step.learningRate(),
                    "optimizer/gradient_norm", (float) step.gradientNorm(),
                    "progress/tokens", (float) step.tokens(),
                    "progress/tokens_per_second", (float) step.tokensPerSecond());
        }
        if (event instanceof RunEvent.Evaluated evaluated) {
            return Map.of(
                    "loss/validation", (float) evaluated.loss(),
                    "loss/bits_per_byte", (float) evaluated.bitsPerByte());
        }
        return Map.of();
    }

    @Test
    void anEventFileIsFramedAsTensorFlowFramesItAndDamageIsSeen() throws IOException {
        Path target = export(ExportFormat.TENSORBOARD, "board", run);
        byte[] file = Files.readAllBytes(eventFile(target, run));
        // every event file begins with a record of 24 bytes: 8 of length, 4 of its masked checksum
        assertThat(Arrays.copyOf(file, 12))
                .isEqualTo(HexFormat.of().parseHex("1800000000000000a37f4b22"));
        byte[] length = file.clone();
        length[0]++;
        assertThatThrownBy(() -> RecordedEvents.read(length))
                .hasMessageContaining("checksum of the length");
        byte[] content = file.clone();
        content[12 + 3]++;
        assertThatThrownBy(() -> RecordedEvents.read(content))
                .hasMessageContaining("checksum of the content");
    }

    @Test
    void writesOverWhatItWroteBeforeAndLeavesNoPart() throws IOException {
        Path target = export(ExportFormat.TENSORBOARD, "board", run);
        long before = Files.size(eventFile(target, run));
        MadeUpRuns.step(run, 4, 7.0);
        export(ExportFormat.TENSORBOARD, "board", run);
        assertThat(names(target)).containsExactly(run.path().getFileName().toString());
        assertThat(Files.size(eventFile(target, run))).isGreaterThan(before);
    }

    @Test
    void refusesWhatCannotBeWritten() throws IOException {
        Files.createDirectory(folder.resolve("taken"));
        assertThatThrownBy(() -> export(ExportFormat.CSV, "taken", run))
                .hasMessageContaining("is a folder; name a file");
        assertThatThrownBy(() -> export(ExportFormat.JSON, "runs.json"))
                .hasMessageContaining("no run to export");
        assertThatThrownBy(() -> export(ExportFormat.TENSORBOARD, "board", run, run))
                .hasMessageContaining("Two runs are called");
    }

    @Tag("peers")
    @Test
    void writesEventFilesThatTensorBoardReads() throws IOException, InterruptedException {
        PeerPython python = PeerPython.required();
        Path target = export(ExportFormat.TENSORBOARD, "board", run);
        Path answer = folder.resolve("scalars.json");
        String said =
                python.run(
                        Path.of("src/test/resources/org/clpworkbench/run/read_tensorboard.py"),
                        List.of(
                                target.resolve(run.path().getFileName()).toString(),
                                answer.toString()));
        Assumptions.assumeFalse(said.contains("no tensorboard"), "needs tensorboard in Python");
        JsonNode scalars = new JsonMapper().readTree(answer.toFile());
        assertThat(scalars.path("loss/training").toString())
                .isEqualTo("[[1,8.0],[2,7.5],[3,7.25]]");
        assertThat(scalars.path("loss/validation")).hasSize(2);
        assertThat(scalars.path("loss/validation").path(1).path(1).asDouble())
                .isEqualTo(7.6, Offset.offset(1e-6));
    }

    private Path export(ExportFormat format, String name, RunFolder... runs) throws IOException {
        Path target = folder.resolve(name);
        RunExport.write(format, List.of(runs), target, Progress.unwatched());
        return target;
    }

    private static RunEvent.Step step(Instant time, int step) {
        return new RunEvent.Step(time, step, 2048L * step, 8, 1e-3, 1, 3700);
    }

    private static Path eventFile(Path target, RunFolder run) throws IOException {
        Path runFolder = target.resolve(run.path().getFileName());
        try (var files = Files.list(runFolder)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            assertThat(all.getFirst().getFileName().toString()).contains("tfevents");
            return all.getFirst();
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
