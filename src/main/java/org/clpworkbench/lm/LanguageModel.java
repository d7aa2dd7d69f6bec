package org.clpworkbench.lm;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

import org.clpworkbench.checkpoint.Checkpoint;
import org.clpworkbench.checkpoint.CheckpointException;
import org.clpworkbench.checkpoint.ModelConfig;
import org.clpworkbench.compute.TorchScript;
import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldArgumentException;
import org.clpworkbench.tensor.Tensor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// A language model with its weights on a device, in float32.
public final class LanguageModel implements AutoCloseable {
    private final ModelConfig config;
    private final Architecture architecture;
    private final ModelScript text;
    private final List<Parameter> parameters;
    private final NDManager manager;
    private final TorchScript script;
    private final NDList weights;

    private LanguageModel(
            ModelConfig config,
            ModelScript text,
            NDManager manager,
            TorchScript script,
            NDList weights) {
        this.config = config;
        this.text = text;
        architecture = text.architecture();
        parameters = architecture.parameters().all();
        this.manager = manager;
        this.script = script;
        this.weights = weights;
    }

    /// Loads a model folder.
    ///
    /// @throws CheckpointException when the folder is no supported model, or a tensor is missing or
    ///   misshapen
    public static LanguageModel open(Path folder, Device device, Precision precision)
            throws IOException {
        return open(folder, device, Products.of(precision, device));
    }

    static LanguageModel open(Path folder, Device device, Products products) throws IOException {
        try (var checkpoint = Checkpoint.open(folder)) {
            Architecture architecture = Architecture.of(checkpoint.config());
            ParameterLayout layout = architecture.parameters();
            NDManager manager = NDManager.newBaseManager(device);
            try {
                var weights = new NDList();
                for (Parameter parameter : layout.all()) {
                    NDArray array = read(checkpoint, layout, parameter, manager);
                    array.setName("w[]");
                    weights.add(array);
                }
                var text = new ModelScript(architecture, products);
                var script = TorchScript.load(manager, ModelScript.CLASS, text.forward());
                return new LanguageModel(checkpoint.config(), text, manager, script, weights);
            } catch (IOException | RuntimeException failure) {
                manager.close();
                throw failure;
            }
        }
    }

    private static NDArray read(
            Checkpoint checkpoint, ParameterLayout layout, Parameter parameter, NDManager manager)
            throws CheckpointException {
        List<String> names = layout.namesInFile(parameter);
        String inFile =
                names.stream()
                        .filter(checkpoint.entries()::containsKey)
                        .findFirst()
                        .orElse(names.getFirst());
        Tensor tensor = checkpoint.tensor(inFile);
        if (!tensor.entry().shape().equals(parameter.shape())) {
            throw new CheckpointException(
                    Sentence.of(
                            LanguageModel.class,
                            "tensor.shape",
                            checkpoint.folder(),
                            inFile,
                            tensor.entry().shape(),
                            parameter.shape()));
        }
        return manager.create(tensor.floats(), shape(parameter));
    }

    /// What transformers calls a parameter in a model with a head.
    public String nameInFile(Parameter parameter) {
        return architecture.parameters().namesInFile(parameter).getFirst();
    }

    private static Shape shape(Parameter parameter) {
        return new Shape(parameter.shape().stream().mapToLong(Long::longValue).toArray());
    }

    public ModelConfig config() {
        return config;
    }

    /// Parameters in the order of {@link #weights}.
    public List<Parameter> parameters() {
        return parameters;
    }

    public long parameterCount() {
        return parameters().stream().mapToLong(Parameter::elements).sum();
    }

    /// The longest sequence in tokens.
    public int context() {
        return architecture.sizes().context();
    }

    /// Whether it predicts what follows; else it fills masked places.
    public boolean causal() {
        return architecture.causal();
    }

    ModelSizes sizes() {
        return architecture.sizes();
    }

    Products products() {
        return text.products();
    }

    /// The live weights, each named `w[]` as the script's methods take them.
    public NDList weights() {
        return weights;
    }

    public NDManager manager() {
        return manager;
    }

    /// Calls a method of the model's script with the weights before `inputs`.
    public NDList call(NDManager scope, String method, NDList inputs, boolean gradients) {
        var all = new NDList(weights);
        all.addAll(inputs);
        return script.call(scope, method, all, gradients);
    }

    /// A script whose method `step` makes an optimizer step as planned; close it.
    public TorchScript trainer(StepPlan plan) {
        return TorchScript.load(
                manager, ModelScript.CLASS, text.training(plan.values(architecture.parameters())));
    }

    /// What a step takes, estimated.
    public StepMemory memory(StepPlan plan, int context) {
        return StepMemory.of(architecture, products(), plan, context);
    }

    /// Places in {@link #parameters} of what a part of the model is made of.
    public List<Integer> indices(TrainedPart part) {
        return part.indices(architecture.parameters());
    }

    /// Logits after each token: tokens × vocabulary, row by row.
    ///
    /// @throws IllegalArgumentException for no ids, too many for the context, or one outside the
    ///   vocabulary
    public float[] logits(int[] ids) {
        checkIds(ids);
        try (var scope = manager.newSubManager()) {
            long[] wide = Arrays.stream(ids).asLongStream().toArray();
            NDArray input = scope.create(wide, new Shape(1, ids.length));
            return call(scope, "logits", new NDList(input), false).get(0).toFloatArray();
        }
    }

    void checkIds(int[] ids) {
        if (ids.length == 0 || ids.length > context()) {
            throw new ToldArgumentException(
                    Sentence.of(LanguageModel.class, "context.tokens", context(), ids.length));
        }
        for (int id : ids) {
            if (id < 0 || id >= architecture.sizes().vocabulary()) {
                throw new ToldArgumentException(
                        Sentence.of(
                                LanguageModel.class,
                                "token.outside",
                                id,
                                architecture.sizes().vocabulary()));
            }
        }
    }

    /// How well each target was foreseen.
    ///
    /// @param inputs rows × context token ids, row by row
    /// @param places after which token of its row each target is predicted, or at which, where
    ///   masked tokens are: rows × predicted, row by row
    /// @param targets the tokens that are right, in the same order
    public Foresight foresight(long[] inputs, long[] places, long[] targets, int rows) {
        try (var scope = manager.newSubManager()) {
            var each = new Shape(rows, targets.length / rows);
            var arrays =
                    new NDList(
                            scope.create(inputs, new Shape(rows, inputs.length / rows)),
                            scope.create(places, each),
                            scope.create(targets, each));
            float[] both = call(scope, "losses", arrays, false).get(0).toFloatArray();
            return new Foresight(
                    Arrays.copyOf(both, targets.length),
                    Arrays.copyOfRange(both, targets.length, both.length));
        }
    }

    @Override
    public void close() {
        script.close();
        manager.close();
    }
}
