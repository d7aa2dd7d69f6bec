package org.clpworkbench.lm;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.clpworkbench.checkpoint.CheckpointWriter;
import org.clpworkbench.checkpoint.ModelConfig;
import org.clpworkbench.checkpoint.PlannedTensor;
import org.clpworkbench.tensor.DType;
import org.clpworkbench.tensor.TensorSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// A model folder of any family with seeded weights.
final class MadeModel {
    private MadeModel() {}

    /// @param spread standard deviation of the weights
    /// @param tokenizer folder whose tokenizer goes along, if any
    static Path write(Path folder, ObjectNode config, float spread, Optional<Path> tokenizer)
            throws IOException {
        var random = new Random(7);
        var tensors = new ArrayList<PlannedTensor>();
        ParameterLayout layout = Architecture.of(new ModelConfig(config)).parameters();
        for (Parameter parameter : layout.all()) {
            float[] values = new float[Math.toIntExact(parameter.elements())];
            float mean = normWeight(parameter.name()) ? 1 : 0;
            for (int i = 0; i < values.length; i++) {
                values[i] = mean + spread * (float) random.nextGaussian();
            }
            tensors.add(
                    new PlannedTensor(
                            layout.namesInFile(parameter).getFirst(),
                            DType.F32,
                            parameter.shape(),
                            TensorSource.of(values)));
        }
        try (var writer = CheckpointWriter.create(folder, false)) {
            writer.config(config);
            if (tokenizer.isPresent()) {
                writer.copyTokenizer(tokenizer.get());
            }
            writer.tensors(tensors, Map.of("format", "pt"));
            writer.commit();
        }
        return folder;
    }

    private static boolean normWeight(String name) {
        return name.endsWith("weight") && (name.contains("ln_") || name.contains("LayerNorm"));
    }
}
