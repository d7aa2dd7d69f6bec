package org.clpworkbench.training;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;

import org.clpworkbench.lm.LanguageModel;
import org.clpworkbench.lm.MadeGpt2;
import org.clpworkbench.lm.Precision;
import org.clpworkbench.lm.StepMemory;
import org.clpworkbench.lm.StepPlan;
import org.clpworkbench.lm.TrainedPart;
import org.clpworkbench.problem.Sentence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Locale;
import java.util.Optional;

class MemoryAdviceTest {
    private static final int WIDTH = 32;
    private static final int LAYERS = 2;
    private static final int CONTEXT = 16;
    private static final int ROWS = 4;
    private static final StepPlan PLAN =
            new StepPlan(new TrainedPart.All(), ROWS, false, 0.1, true);

    @TempDir Path folder;
    private LanguageModel model;

    @BeforeEach
    void open() throws IOException {
        var made = new MadeGpt2(100, WIDTH, LAYERS, 2, 128, true, 0.02f);
        Path start = made.write(folder.resolve("model"), Optional.empty());
        model = LanguageModel.open(start, Device.cpu(), Precision.FLOAT32);
    }

    @AfterEach
    void close() {
        model.close();
    }

    private MemoryAdvice advice(StepPlan plan, long free) {
        return new MemoryAdvice(model, plan, CONTEXT, free);
    }

    @Test
    void countsWhatAStepKeeps() {
        // embedding, positions, two layers of 12 n² + 13 n, the last norm
        long parameters = (100 + 128) * 32 + 2 * (12 * 32 * 32 + 13 * 32) + 2 * 32;
        StepMemory need = advice(PLAN, 1).need();

        assertThat(need.weights()).isEqualTo(4 * parameters);
        assertThat(need.moments()).isEqualTo(8 * parameters);
        // a layer keeps 9 n numbers and twice the 4 n inner ones of every token
        assertThat(need.activations()).isEqualTo(4L * LAYERS * ROWS * CONTEXT * 17 * WIDTH);
    }

    @Test
    void checkpointingKeepsTheInputsOfAllLayersAndTheInsideOfOne() {
        assertThat(advice(PLAN.recomputing(), 1).need().activations())
                .isEqualTo(4L * ROWS * CONTEXT * (LAYERS * WIDTH + 17 * WIDTH));
    }

    @Test
    void frozenTensorsHaveNoMoments() {
        var plan = PLAN.training(new TrainedPart.Embeddings());
        assertThat(advice(plan, 1).need().moments()).isEqualTo(8L * 100 * WIDTH);
    }

    @Test
    void frozenRowsHaveNoMoments() {
        var ids = new BitSet();
        ids.set(10, 35);
        StepMemory whole = advice(PLAN.training(new TrainedPart.Embeddings()), 1).need();
        StepMemory rows = advice(PLAN.training(new TrainedPart.Rows(ids)), 1).need();
        StepMemory untold = advice(PLAN.training(new TrainedPart.NewRows()), 1).need();

        assertThat(rows.moments()).isEqualTo(8L * 25 * WIDTH);
        assertThat(rows.gradients()).isEqualTo(whole.gradients());
        // as if all of them were new
        assertThat(untold).isEqualTo(whole);
    }

    @Test
    void saysWhatWasNeededAndWhatWouldNeedLess() {
        Sentence advice = advice(PLAN, 1_000_000).outOfMemory();
        assertThat(advice.inEnglish())
                .startsWith("Memory ran out. A step takes about 0.00 GB: weights 0.00")
                .contains("--gradient-checkpointing on (about ", "(--accumulate)", "--trainable");
        assertThat(advice.in(Locale.GERMAN))
                .startsWith("Der Speicher reicht nicht. Ein Schritt braucht etwa 0,00 GB: Gewichte")
                .contains("Weniger braucht es mit Gradient-Checkpointing", " (etwa 0,00 GB)");
        assertThat(advice(PLAN.recomputing().atATime(1), 1).outOfMemory().inEnglish())
                .doesNotContain("--gradient-checkpointing", "(--accumulate)");
    }

    @Test
    void fitsWhenATenthStaysFree() {
        long bytes = advice(PLAN, 0).need().bytes();

        assertThat(advice(PLAN, bytes * 10 / 9 + 1).fits()).isTrue();
        assertThat(advice(PLAN, bytes).fits()).isFalse();
    }
}
