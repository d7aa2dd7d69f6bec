package org.clpworkbench.training;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;

import org.assertj.core.data.Offset;
import org.clpworkbench.data.Batch;
import org.clpworkbench.lm.LanguageModel;
import org.clpworkbench.lm.Parameter;
import org.clpworkbench.lm.Precision;
import org.clpworkbench.lm.StepPlan;
import org.clpworkbench.tensor.SafetensorsFile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// A small model folder with what PyTorch makes of it, as families.py writes it: logits, loss and
/// gradients of two sequences.
record FamilyReference(Path folder) {
    private static final String GRADIENT = "gradient.";

    /// @param root folder of such folders
    static List<FamilyReference> all(Path root) throws IOException {
        try (var folders = Files.list(root)) {
            return folders.sorted().map(FamilyReference::new).toList();
        }
    }

    LanguageModel open() throws IOException {
        return LanguageModel.open(folder, Device.cpu(), Precision.FLOAT32);
    }

    private SafetensorsFile reference() throws IOException {
        return SafetensorsFile.open(folder.resolve("reference.safetensors"));
    }

    /// Two sequences.
    int[][] ids() throws IOException {
        try (var file = reference()) {
            float[] ids = file.tensor("ids").floats();
            int tokens = ids.length / 2;
            int[][] rows = new int[2][tokens];
            for (int i = 0; i < ids.length; i++) {
                rows[i / tokens][i % tokens] = (int) ids[i];
            }
            return rows;
        }
    }

    /// Every token but the first of both sequences, to be predicted from those before it; or what a
    /// model that fills masked places is asked for.
    Batch batch() throws IOException {
        int[][] rows = ids();
        try (var file = reference()) {
            if (file.entries().containsKey("places")) {
                return new Batch(
                        Arrays.stream(rows).flatMapToInt(Arrays::stream).asLongStream().toArray(),
                        whole(file.tensor("places").floats()),
                        whole(file.tensor("targets").floats()),
                        rows.length);
            }
        }
        int tokens = rows[0].length - 1;
        long[] inputs = new long[2 * tokens];
        long[] targets = new long[2 * tokens];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = rows[i / tokens][i % tokens];
            targets[i] = rows[i / tokens][i % tokens + 1];
        }
        return new Batch(inputs, targets, 2);
    }

    private static long[] whole(float[] floats) {
        long[] whole = new long[floats.length];
        for (int i = 0; i < floats.length; i++) {
            whole[i] = (long) floats[i];
        }
        return whole;
    }

    /// tokens × vocabulary of one of the sequences.
    float[] logits(int row) throws IOException {
        try (var file = reference()) {
            float[] both = file.tensor("logits").floats();
            int half = both.length / 2;
            return Arrays.copyOfRange(both, row * half, (row + 1) * half);
        }
    }

    double loss() throws IOException {
        try (var file = reference()) {
            return file.tensor("loss").floats()[0];
        }
    }

    /// Checks the gradients that a step takes against PyTorch's, parameter by parameter: within
    /// 1e-3 of the largest value of that parameter's gradient.
    ///
    /// @param scratch file to write
    void checkGradients(StepPlan plan, Path scratch) throws IOException {
        try (var model = open();
                var optimizer = new AdamW(model, plan)) {
            GivenStep.Result result = optimizer.step(batch(), 1e-12, 1e9).await();
            assertThat(result.loss()).isCloseTo(loss(), Offset.offset(1e-5));
            optimizer.save(scratch);
            for (int index : model.indices(plan.part())) {
                checkGradient(model, model.parameters().get(index), plan.part().rows(), scratch);
            }
        }
    }

    /// After the first step AdamW's first moment is (1 − 0.9) times the gradient.
    private void checkGradient(LanguageModel model, Parameter parameter, long[] rows, Path moments)
            throws IOException {
        try (var saved = SafetensorsFile.open(moments);
                var file = reference()) {
            float[] moment = saved.tensor("exp_avg." + parameter.name()).floats();
            String name = GRADIENT + model.nameInFile(parameter);
            float[] expected = trained(parameter, file.tensor(name).floats(), rows);
            float largest = 0;
            for (float value : expected) {
                largest = Math.max(largest, Math.abs(value));
            }
            for (int i = 0; i < expected.length; i++) {
                assertThat(moment[i] / 0.1f)
                        .as("%s %s [%d]", folder.getFileName(), name, i)
                        .isCloseTo(expected[i], Offset.offset(1e-3f * largest + 1e-7f));
            }
        }
    }

    /// Of a parameter's numbers those of some rows; all where none are named.
    private static float[] trained(Parameter parameter, float[] all, long[] rows) {
        if (rows.length == 0) {
            return all;
        }
        int width = Math.toIntExact(parameter.elements() / parameter.shape().getFirst());
        float[] some = new float[rows.length * width];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(all, Math.toIntExact(rows[i]) * width, some, i * width, width);
        }
        return some;
    }
}
