package org.clpworkbench.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.clpworkbench.checkpoint.Checkpoint;
import org.clpworkbench.checkpoint.TransferredRows;
import org.clpworkbench.lm.TinyGpt2;
import org.clpworkbench.problem.ToldException;
import org.clpworkbench.tensor.SafetensorsFile;
import org.clpworkbench.training.RunEvent.Evaluated;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// Runs that train only the rows that a transfer made.
class NewRowsTest {
    private static final int ROWS = TinyGpt2.VOCABULARY;
    private static final String EMBEDDING = "transformer.wte.weight";
    private static final String HEAD = "lm_head.weight";

    /// Every fourth row is the source's.
    private static final TransferredRows TOLD =
            new TransferredRows(
                    ROWS,
                    IntStream.range(0, ROWS)
                            .filter(id -> id % 4 == 0)
                            .collect(BitSet::new, BitSet::set, BitSet::or));

    @TempDir static Path shared;
    private static TinyRuns runs;

    @TempDir Path folder;

    @BeforeAll
    static void unpack() throws IOException {
        runs = TinyRuns.in(shared);
    }

    private Path model(boolean tied, TransferredRows told) throws IOException {
        Path model = TinyGpt2.write(folder.resolve("model"), runs.demo(), tied);
        Files.write(model.resolve(TransferredRows.FILE), told.json());
        return model;
    }

    private static TrainingSpec spec(Path model, int steps, String trainable) {
        return runs.spec(model, steps, 3e-2, Trainable.parse(trainable));
    }

    private List<RunEvent> run(TrainingSpec spec, String run) throws IOException {
        return TinyRuns.run(spec, folder.resolve(run));
    }

    private Path last(String run) throws IOException {
        return TinyRuns.last(folder.resolve(run));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void copiedRowsKeepTheirBitsWhileAllOthersMove(boolean tied) throws IOException {
        Path model = model(tied, TOLD);
        Set<String> ofTokens = tied ? Set.of(EMBEDDING) : Set.of(EMBEDDING, HEAD);
        run(spec(model, 6, "new-rows"), "run");

        try (var before = Checkpoint.open(model);
                var after = Checkpoint.open(last("run"))) {
            for (String name : before.entries().keySet()) {
                float[] old = before.tensor(name).floats();
                float[] trained = after.tensor(name).floats();
                if (ofTokens.contains(name)) {
                    assertThat(moved(old, trained)).as(name).isEqualTo(TOLD.made());
                } else {
                    assertThat(trained).as(name).isEqualTo(old);
                }
            }
        }
    }

    private static BitSet moved(float[] old, float[] trained) {
        int width = old.length / ROWS;
        var moved = new BitSet();
        for (int id = 0; id < ROWS; id++) {
            int from = id * width;
            int to = from + width;
            moved.set(id, !Arrays.equals(old, from, to, trained, from, to));
        }
        return moved;
    }

    @Test
    void onlyNewRowsHaveMoments() throws IOException {
        run(spec(model(true, TOLD), 2, "new-rows"), "run");

        try (var saved = SafetensorsFile.open(last("run").resolve("optimizer.safetensors"))) {
            assertThat(saved.entries().keySet())
                    .containsExactlyInAnyOrder(
                            "exp_avg.wte.weight", "exp_avg_sq.wte.weight", "step.wte.weight");
            assertThat(saved.tensor("exp_avg.wte.weight").entry().shape())
                    .containsExactly(ROWS * 3L / 4, 16L);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theLossFalls(boolean tied) throws IOException {
        List<RunEvent> events = run(spec(model(tied, TOLD), 40, "new-rows"), "run");

        List<Double> losses =
                events.stream()
                        .filter(Evaluated.class::isInstance)
                        .map(event -> ((Evaluated) event).loss())
                        .toList();
        assertThat(losses.getLast()).isLessThan(losses.getFirst() - 0.1);
    }

    @Test
    void whereEveryRowIsNewTheyAreTrainedAsEmbeddingsAre() throws IOException {
        Path model = model(false, new TransferredRows(ROWS, new BitSet()));
        run(spec(model, 4, "new-rows"), "rows");
        run(spec(model, 4, "embeddings"), "embeddings");

        for (String file : List.of("model.safetensors", "optimizer.safetensors")) {
            assertThat(last("rows").resolve(file))
                    .hasSameBinaryContentAs(last("embeddings").resolve(file));
        }
    }

    /// The pause after step 3 lies before, at and after the switch.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "new-rows",
                "new-rows-then-all:2",
                "new-rows-then-all:3",
                "new-rows-then-all:5"
            })
    void aPausedRunGoesOnAsIfItHadNotStopped(String trainable) throws IOException {
        TrainingSpec spec = spec(model(true, TOLD), 8, trainable);
        run(spec, "whole");
        TinyRuns.runUntil(3, spec, folder.resolve("halves"));
        assertThat(last("halves")).hasFileName("step-000003");
        run(spec, "halves");

        for (String file : List.of("model.safetensors", "optimizer.safetensors")) {
            assertThat(last("halves").resolve(file))
                    .hasSameBinaryContentAs(last("whole").resolve(file));
        }
    }

    @Test
    void aCheckpointTellsItsNewRowsToTheRunThatStartsFromIt() throws IOException {
        run(spec(model(true, TOLD), 2, "all"), "first");

        assertThat(TransferredRows.of(last("first"))).contains(TOLD);
    }

    @Test
    void refusesAModelThatDoesNotTellWhichRowsAreNew() throws IOException {
        Path model = TinyGpt2.write(folder.resolve("model"), runs.demo(), true);

        assertThatThrownBy(() -> run(spec(model, 2, "new-rows"), "run"))
                .isInstanceOf(ToldException.class)
                .hasMessageContaining("Which rows of " + model + " are new is not known")
                .hasMessageContaining("Transfer the model again, or train embeddings");
    }

    @Test
    void refusesAModelThatHasNoNewRow() throws IOException {
        var all = new BitSet();
        all.set(0, ROWS);
        Path model = model(true, new TransferredRows(ROWS, all));

        assertThatThrownBy(() -> run(spec(model, 2, "new-rows"), "run"))
                .isInstanceOf(ToldException.class)
                .hasMessageContaining("All 8192 rows of " + model)
                .hasMessageContaining("none is new");
    }

    @Test
    void refusesWhatIsToldOfAnotherModel() throws IOException {
        Path model = model(true, new TransferredRows(ROWS + 1, new BitSet()));

        assertThatThrownBy(() -> run(spec(model, 2, "new-rows"), "run"))
                .isInstanceOf(ToldException.class)
                .hasMessageContaining("tells of 8193 rows, but the model beside it has 8192");
    }

    @ParameterizedTest
    @ValueSource(strings = {"new-rows", "new-rows-then-all:20"})
    void isWrittenAsItIsRead(String trainable) {
        assertThat(Trainable.parse(trainable)).hasToString(trainable);
    }
}
