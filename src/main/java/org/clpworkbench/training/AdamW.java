package org.clpworkbench.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

import org.clpworkbench.checkpoint.PlannedTensor;
import org.clpworkbench.data.Batch;
import org.clpworkbench.lm.LanguageModel;
import org.clpworkbench.lm.Parameter;
import org.clpworkbench.tensor.DType;
import org.clpworkbench.tensor.SafetensorsFile;
import org.clpworkbench.tensor.SafetensorsWriter;
import org.clpworkbench.tensor.TensorSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// AdamW (Loshchilov & Hutter 2019; β = 0.9, 0.95) with its two moments a parameter. The whole
/// step, from the forward pass to the new weights, is one call into the model's script.
final class AdamW {
    private static final String FIRST = "exp_avg.";
    private static final String SECOND = "exp_avg_sq.";

    /// What one step came to: the batch's mean loss in nats and the gradient's norm before
    /// clipping.
    record Result(double loss, double gradientNorm) {}

    private final LanguageModel model;
    private final NDList first = new NDList();
    private final NDList second = new NDList();
    private final NDList counts = new NDList();

    /// Moments of zero.
    AdamW(LanguageModel model) {
        this.model = model;
        for (NDArray weight : model.weights()) {
            first.add(named("m[]", weight.zerosLike()));
            second.add(named("v[]", weight.zerosLike()));
            counts.add(named("s[]", model.manager().zeros(new Shape(), DataType.FLOAT32)));
        }
    }

    private static NDArray named(String name, NDArray array) {
        array.setName(name);
        return array;
    }

    Result step(Batch batch, double learningRate, TrainingSpec.Optimisation optimisation) {
        try (var scope = model.manager().newSubManager()) {
            var shape = new Shape(batch.rows(), batch.tokens() / batch.rows());
            float[] rates = {
                (float) learningRate,
                (float) optimisation.gradientClip(),
                (float) optimisation.weightDecay()
            };
            var inputs = new NDList();
            inputs.addAll(first);
            inputs.addAll(second);
            inputs.addAll(counts);
            inputs.add(scope.create(batch.inputs(), shape));
            inputs.add(scope.create(batch.targets(), shape));
            inputs.add(scope.create(rates));
            NDList results = model.call(scope, "step", inputs, true);
            return new Result(results.get(0).getFloat(), results.get(1).getFloat());
        }
    }

    /// Writes both moments as a safetensors file.
    void save(Path file) throws IOException {
        var tensors = new ArrayList<PlannedTensor>();
        plan(FIRST, first, tensors);
        plan(SECOND, second, tensors);
        var specs = tensors.stream().map(PlannedTensor::spec).toList();
        try (var writer = SafetensorsWriter.create(file, specs, Map.of())) {
            for (PlannedTensor tensor : tensors) {
                writer.write(tensor.name(), tensor.source());
            }
            writer.commit();
        }
    }

    private void plan(String prefix, NDList moments, List<PlannedTensor> tensors) {
        List<Parameter> parameters = model.parameters();
        for (int i = 0; i < parameters.size(); i++) {
            Parameter parameter = parameters.get(i);
            NDArray moment = moments.get(i);
            TensorSource source = sink -> sink.write(moment.toFloatArray());
            tensors.add(
                    new PlannedTensor(
                            prefix + parameter.name(), DType.F32, parameter.shape(), source));
        }
    }

    /// Takes up the moments of `file` as they were after `steps` steps.
    void load(Path file, int steps) throws IOException {
        try (var saved = SafetensorsFile.open(file)) {
            List<Parameter> parameters = model.parameters();
            for (int i = 0; i < parameters.size(); i++) {
                String name = parameters.get(i).name();
                first.get(i).set(saved.tensor(FIRST + name).floats());
                second.get(i).set(saved.tensor(SECOND + name).floats());
                counts.get(i).set(new float[] {steps});
            }
        }
    }
}
