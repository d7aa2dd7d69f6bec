package org.clpworkbench.training;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

import org.clpworkbench.checkpoint.PlannedTensor;
import org.clpworkbench.compute.TorchScript;
import org.clpworkbench.data.Batch;
import org.clpworkbench.lm.LanguageModel;
import org.clpworkbench.lm.Parameter;
import org.clpworkbench.lm.StepPlan;
import org.clpworkbench.tensor.DType;
import org.clpworkbench.tensor.SafetensorsFile;
import org.clpworkbench.tensor.SafetensorsWriter;
import org.clpworkbench.tensor.TensorEntry;
import org.clpworkbench.tensor.TensorSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// AdamW (Loshchilov & Hutter 2019; β = 0.9, 0.95) with its two moments and its count of steps for
/// every trained parameter, or of its trained rows. The whole step, from the forward pass to the
/// new weights, is one call into the model's script.
final class AdamW implements AutoCloseable {
    private static final String FIRST = "exp_avg.";
    private static final String SECOND = "exp_avg_sq.";
    private static final String COUNT = "step.";

    private final LanguageModel model;
    private final NDManager manager;

    /// Batches go to the script in the host's memory, and from there to the device without waiting
    /// for what it still computes.
    private final NDManager host;

    private final TorchScript script;

    /// With the shapes that their moments have.
    private final List<Parameter> trained;

    /// The rows that are trained of each of these; none where all are.
    private final NDArray rows;

    private final NDList first = new NDList();
    private final NDList second = new NDList();
    private final NDList counts = new NDList();

    /// Moments of zero.
    AdamW(LanguageModel model, StepPlan plan) {
        this.model = model;
        manager = model.manager().newSubManager();
        host = manager.newSubManager(Device.cpu());
        script = model.trainer(plan);
        long[] chosen = plan.part().rows();
        rows = chosen.length > 0 ? manager.create(chosen) : none();
        trained =
                model.indices(plan.part()).stream()
                        .map(model.parameters()::get)
                        .map(parameter -> chosen.length > 0 ? some(parameter, chosen) : parameter)
                        .toList();
        for (Parameter parameter : trained) {
            Shape shape = shape(parameter);
            first.add(zeros("m[]", shape));
            second.add(zeros("v[]", shape));
            counts.add(zeros("s[]", new Shape()));
        }
    }

    private NDArray none() {
        return manager.zeros(new Shape(0), DataType.INT64);
    }

    /// These rows of a parameter.
    private static Parameter some(Parameter parameter, long[] rows) {
        var shape = new ArrayList<>(parameter.shape());
        shape.set(0, (long) rows.length);
        return new Parameter(parameter.name(), shape);
    }

    private static Shape shape(Parameter parameter) {
        return new Shape(parameter.shape().stream().mapToLong(Long::longValue).toArray());
    }

    private NDArray zeros(String name, Shape shape) {
        NDArray array = manager.zeros(shape, DataType.FLOAT32);
        array.setName(name);
        return array;
    }

    /// Gives a step to the device, which may still be computing it when this returns.
    GivenStep step(Batch batch, double learningRate, double gradientClip) {
        var each = new Shape(batch.rows(), batch.predicted());
        float[] rates = {(float) learningRate, (float) gradientClip};
        try (var scope = host.newSubManager()) {
            var inputs = new NDList(model.weights());
            inputs.addAll(first);
            inputs.addAll(second);
            inputs.addAll(counts);
            inputs.add(rows);
            inputs.add(scope.create(batch.inputs(), new Shape(batch.rows(), batch.context())));
            inputs.add(scope.create(batch.places(), each));
            inputs.add(scope.create(batch.targets(), each));
            inputs.add(scope.create(rates));
            NDList results = script.call(scope, "step", inputs, true);
            results.attach(manager);
            return new GivenStep(results.get(0), results.get(1));
        }
    }

    /// Writes the moments and counts of all trained parameters as a safetensors file.
    void save(Path file) throws IOException {
        var tensors = new ArrayList<PlannedTensor>();
        for (int i = 0; i < trained.size(); i++) {
            Parameter parameter = trained.get(i);
            String name = parameter.name();
            tensors.add(planned(FIRST + name, parameter.shape(), first.get(i)));
            tensors.add(planned(SECOND + name, parameter.shape(), second.get(i)));
            tensors.add(planned(COUNT + name, List.of(), counts.get(i)));
        }
        var specs = tensors.stream().map(PlannedTensor::spec).toList();
        try (var writer = SafetensorsWriter.create(file, specs, Map.of())) {
            for (PlannedTensor tensor : tensors) {
                writer.write(tensor.name(), tensor.source());
            }
            writer.commit();
        }
    }

    private static PlannedTensor planned(String name, List<Long> shape, NDArray values) {
        TensorSource source = sink -> sink.write(values.toFloatArray());
        return new PlannedTensor(name, DType.F32, shape, source);
    }

    /// Takes up what `file` holds; a parameter that was not trained until then, or only in some of
    /// its rows, begins anew.
    void load(Path file) throws IOException {
        try (var saved = SafetensorsFile.open(file)) {
            for (int i = 0; i < trained.size(); i++) {
                String name = trained.get(i).name();
                TensorEntry there = saved.entries().get(FIRST + name);
                if (there != null && there.shape().equals(trained.get(i).shape())) {
                    first.get(i).set(saved.tensor(FIRST + name).floats());
                    second.get(i).set(saved.tensor(SECOND + name).floats());
                    counts.get(i).set(saved.tensor(COUNT + name).floats());
                }
            }
        }
    }

    /// Takes up the state of an optimizer of a part of what this one trains; what was trained in
    /// some of its rows begins anew.
    void take(AdamW other) {
        for (int i = 0; i < trained.size(); i++) {
            int there = other.trained.indexOf(trained.get(i));
            if (there >= 0) {
                other.first.get(there).copyTo(first.get(i));
                other.second.get(there).copyTo(second.get(i));
                other.counts.get(there).copyTo(counts.get(i));
            }
        }
    }

    @Override
    public void close() {
        script.close();
        manager.close();
    }
}
