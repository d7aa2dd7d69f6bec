package org.clpworkbench.transfer;

import org.clpworkbench.checkpoint.ModelConfig;
import org.clpworkbench.tensor.TensorEntry;
import org.clpworkbench.tensor.TensorSink;
import org.clpworkbench.tensor.TensorSource;

import java.io.IOException;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/// A tensor as the model's own initialiser draws it (GPT-2: Radford et al. 2019, as in
/// transformers): matrices N(0, initializer_range), those that end a residual branch divided by √(2
/// · layers), norms 1, biases 0.
record InitialWeights(TensorEntry entry, long elements, double range, int layers, long seed)
        implements TensorSource {
    private static final int BLOCK = 1 << 16;

    static InitialWeights of(TensorEntry entry, long elements, ModelConfig config, long seed) {
        double range = config.json().path("initializer_range").asDouble(0.02);
        return new InitialWeights(entry, elements, range, config.layers(), seed);
    }

    @Override
    public void writeTo(TensorSink sink) throws IOException {
        RandomGenerator random = Seeds.of(seed, entry.name());
        float[] block = new float[BLOCK];
        for (long done = 0; done < elements; done += BLOCK) {
            int count = (int) Math.min(BLOCK, elements - done);
            fill(block, count, random);
            sink.write(block, 0, count);
        }
    }

    private void fill(float[] block, int count, RandomGenerator random) {
        if (entry.name().endsWith("bias")) {
            Arrays.fill(block, 0, count, 0);
        } else if (entry.shape().size() < 2) {
            Arrays.fill(block, 0, count, 1);
        } else {
            double deviation =
                    entry.name().endsWith("c_proj.weight")
                            ? range / Math.sqrt(2.0 * layers)
                            : range;
            for (int i = 0; i < count; i++) {
                block[i] = (float) (deviation * random.nextGaussian());
            }
        }
    }
}
