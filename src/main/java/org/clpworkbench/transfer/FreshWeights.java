package org.clpworkbench.transfer;

import org.clpworkbench.checkpoint.ModelConfig;
import org.clpworkbench.job.Progress;
import org.clpworkbench.tensor.Tensor;
import org.clpworkbench.tensor.TensorSource;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/// GPT-2's own initialiser: weights N(0, initializer_range), those that write into the residual
/// stream divided by √(2 · layers), norms 1, biases 0.
record FreshWeights(double range, int layers, long seed) {
    private static final int BLOCK = 1 << 16;
    private static final double USUAL_RANGE = 0.02;

    static FreshWeights of(ModelConfig config, long seed) {
        double range = config.json().path("initializer_range").asDouble(USUAL_RANGE);
        return new FreshWeights(range, config.layers(), seed);
    }

    /// New elements for a tensor of the source's layers; its attention masks are no weights and are
    /// copied.
    TensorSource like(Tensor tensor, Progress progress) {
        String name = tensor.entry().name();
        if (name.endsWith(".attn.bias") || name.endsWith(".attn.masked_bias")) {
            return TensorSource.of(tensor);
        }
        long elements = tensor.entry().elements();
        return sink -> {
            var random = Seeds.of(seed, name);
            float[] block = new float[(int) Math.min(BLOCK, elements)];
            for (long from = 0; from < elements; from += block.length) {
                progress.checkCancelled();
                int count = (int) Math.min(block.length, elements - from);
                if (isConstant(name)) {
                    Arrays.fill(block, name.endsWith(".bias") ? 0 : 1);
                } else {
                    draw(random, deviation(name), block, count);
                }
                sink.write(block, 0, count);
            }
        };
    }

    /// A whole vocabulary × width matrix.
    TensorSource matrix(String name, int rows, int width) {
        return sink -> {
            var random = Seeds.of(seed, name);
            float[] row = new float[width];
            for (int at = 0; at < rows; at++) {
                draw(random, range, row, width);
                sink.write(row);
            }
        };
    }

    private static boolean isConstant(String name) {
        return name.endsWith(".bias") || name.matches("(.*\\.)?ln_\\w+\\.weight");
    }

    private double deviation(String name) {
        return name.endsWith("c_proj.weight") ? range / Math.sqrt(2.0 * layers) : range;
    }

    private static void draw(RandomGenerator random, double deviation, float[] target, int count) {
        for (int at = 0; at < count; at++) {
            target[at] = (float) (deviation * random.nextGaussian());
        }
    }
}
