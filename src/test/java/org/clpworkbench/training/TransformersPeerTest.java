package org.clpworkbench.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.clpworkbench.PeerPython;
import org.clpworkbench.data.Batch;
import org.clpworkbench.lm.StepPlan;
import org.clpworkbench.lm.TrainedPart;
import org.clpworkbench.tensor.DType;
import org.clpworkbench.tensor.SafetensorsFile;
import org.clpworkbench.tensor.SafetensorsWriter;
import org.clpworkbench.tensor.TensorSource;
import org.clpworkbench.tensor.TensorSpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Larger models than the fixtures, made by transformers for the occasion: logits, gradients, and
/// the losses of a hundred steps.
@Tag("peers")
class TransformersPeerTest {
    private static final Path SCRIPTS = Path.of("src/test/resources/org/clpworkbench/lm");
    private static final int STEPS = 100;
    private static final int ROWS = 4;
    private static final int CONTEXT = 32;
    private static final double RATE = 1e-3;

    @TempDir Path folder;
    private PeerPython python;
    private List<FamilyReference> families;

    @BeforeEach
    void make() throws IOException, InterruptedException {
        python = PeerPython.required();
        python.run(SCRIPTS.resolve("families.py"), List.of("make", folder.toString(), "large"));
        families = FamilyReference.all(folder);
    }

    @Test
    void logitsAndGradientsOfEveryFamily() throws IOException {
        var plan = new StepPlan(new TrainedPart.All(), ROWS, false, 0, true);
        for (var family : families) {
            try (var model = family.open()) {
                assertThat(model.logits(family.ids()[0]))
                        .as(family.folder().toString())
                        .containsExactly(family.logits(0), Offset.offset(2e-4f));
            }
            family.checkGradients(plan, folder.resolve("moments.safetensors"));
        }
    }

    @Test
    void aHundredStepsHaveTheLossesOfPyTorch() throws IOException, InterruptedException {
        int[] ids = new Random(5).ints((long) STEPS * ROWS * (CONTEXT + 1), 2, 60).toArray();
        Path batches = folder.resolve("ids.safetensors");
        var shape = List.of((long) STEPS, (long) ROWS, CONTEXT + 1L);
        float[] floats = new float[ids.length];
        for (int i = 0; i < ids.length; i++) {
            floats[i] = ids[i];
        }
        try (var writer =
                SafetensorsWriter.create(
                        batches, List.of(new TensorSpec("ids", DType.F32, shape)), Map.of())) {
            writer.write("ids", TensorSource.of(floats));
            writer.commit();
        }
        for (var family : families) {
            Path out = folder.resolve("losses.safetensors");
            python.run(
                    SCRIPTS.resolve("curve.py"),
                    List.of(
                            family.folder().toString(),
                            batches.toString(),
                            out.toString(),
                            "" + RATE,
                            "0.1",
                            "1.0"));
            float[] expected;
            try (var file = SafetensorsFile.open(out)) {
                expected = file.tensor("losses").floats();
            }
            float[] losses = losses(family, ids);
            double furthest = 0;
            for (int step = 0; step < STEPS; step++) {
                furthest = Math.max(furthest, Math.abs(losses[step] - expected[step]));
            }
            System.out.printf(
                    "%s: %.3f to %.3f nats, at most %.1e from PyTorch%n",
                    family.folder().getFileName(), losses[0], losses[STEPS - 1], furthest);

            assertThat(furthest).as(family.folder().toString()).isLessThan(1e-3);
        }
    }

    /// Every token of `ids` predicted from those before it; where masked places are filled, at
    /// every fourth place the token after it.
    private static Batch batch(int[] ids, int step, boolean causal) {
        int every = causal ? 1 : 4;
        long[] inputs = new long[ROWS * CONTEXT];
        long[] places = new long[inputs.length / every];
        long[] targets = new long[places.length];
        for (int i = 0; i < inputs.length; i++) {
            int at = (step * ROWS + i / CONTEXT) * (CONTEXT + 1) + i % CONTEXT;
            inputs[i] = ids[at];
            if (i % every == 0) {
                places[i / every] = i % CONTEXT;
                targets[i / every] = ids[at + 1];
            }
        }
        return new Batch(inputs, places, targets, ROWS);
    }

    private static float[] losses(FamilyReference family, int[] ids) throws IOException {
        var plan = new StepPlan(new TrainedPart.All(), ROWS, false, 0.1, true);
        float[] losses = new float[STEPS];
        try (var model = family.open();
                var optimizer = new AdamW(model, plan)) {
            for (int step = 0; step < STEPS; step++) {
                Batch batch = batch(ids, step, model.causal());
                losses[step] = (float) optimizer.step(batch, RATE, 1).await().loss();
            }
        }
        return losses;
    }
}
