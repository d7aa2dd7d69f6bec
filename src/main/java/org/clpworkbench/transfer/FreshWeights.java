package org.clpworkbench.transfer;

import org.clpworkbench.checkpoint.ModelConfig;
import org.clpworkbench.job.Progress;
import org.clpworkbench.tensor.Tensor;
import org.clpworkbench.tensor.TensorEntry;
import org.clpworkbench.tensor.TensorSource;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/// The initialisers of transformers' models: matrices N(0, `deviation`), norms 1, biases 0. The
/// padding token's row, which attention never sees, is drawn like the others.
///
/// @param norm what a norm that changes nothing stores
/// @param residualShare of the deviation for GPT-2's matrices that write into the residual stream
public record FreshWeights(double deviation, float norm, double residualShare, long seed) {
    private static final int BLOCK = 1 << 16;
    private static final double USUAL_RANGE = 0.02;

    /// Their norms multiply by 1 + weight.
    private static final Set<String> ONE_MORE = Set.of("gemma", "gemma2", "gemma3", "gemma3_text");

    /// Two residual writes a layer: 1 / √(2 · layers) (Radford et al. 2019). GPT-Neo and GPT-J have
    /// matrices of the same names, but not this rule.
    private static final Set<String> SCALED = Set.of("gpt2", "gpt_bigcode");

    public static FreshWeights of(ModelConfig config, long seed) {
        double range = USUAL_RANGE;
        for (String name : new String[] {"init_std", "initializer_range"}) {
            range = config.text().path(name).asDouble(range);
        }
        String type = config.modelType();
        return new FreshWeights(
                range,
                ONE_MORE.contains(type) ? 0 : 1,
                SCALED.contains(type) ? 1 / Math.sqrt(2.0 * config.layers()) : 1,
                seed);
    }

    /// New elements for a tensor of the source's trunk; masks and tables that are no weights are
    /// copied.
    TensorSource like(Tensor tensor, Progress progress) {
        TensorEntry entry = tensor.entry();
        return isTable(entry)
                ? TensorSource.of(tensor)
                : like(entry.name(), entry.shape(), progress);
    }

    /// New elements for a weight of this name and shape.
    public TensorSource like(String name, List<Long> shape, Progress progress) {
        long elements = shape.stream().reduce(1L, (a, b) -> a * b);
        return sink -> {
            var random = Seeds.of(seed, name);
            float[] block = new float[(int) Math.min(BLOCK, elements)];
            for (long from = 0; from < elements; from += block.length) {
                progress.checkCancelled();
                int count = (int) Math.min(block.length, elements - from);
                fill(name, shape, random, block, count);
                sink.write(block, 0, count);
            }
        };
    }

    private void fill(
            String name, List<Long> shape, RandomGenerator random, float[] block, int count) {
        if (isBias(name)) {
            Arrays.fill(block, 0);
        } else if (shape.size() == 1) {
            Arrays.fill(block, norm);
        } else {
            boolean residual = name.endsWith("c_proj.weight");
            draw(random, residual ? deviation * residualShare : deviation, block, count);
        }
    }

    /// A whole vocabulary × width matrix; 0 for an output bias.
    TensorSource matrix(String name, int rows, int width) {
        return sink -> {
            var random = Seeds.of(seed, name);
            float[] row = new float[width];
            for (int at = 0; at < rows; at++) {
                if (!isBias(name)) {
                    draw(random, deviation, row, width);
                }
                sink.write(row);
            }
        };
    }

    private static boolean isBias(String name) {
        return name.endsWith("bias") || name.endsWith(".beta");
    }

    /// Causal masks (1 × 1 × context × context, called `attn.bias` or `attention.bias`), their
    /// replacement value, the frequencies of rotary positions, running numbers.
    private static boolean isTable(TensorEntry entry) {
        return !entry.dtype().floating()
                || entry.shape().isEmpty()
                || (entry.name().endsWith(".bias") && entry.shape().size() > 2)
                || entry.name().endsWith(".masked_bias")
                || entry.name().endsWith("inv_freq");
    }

    private static void draw(RandomGenerator random, double deviation, float[] target, int count) {
        for (int at = 0; at < count; at++) {
            target[at] = (float) (deviation * random.nextGaussian());
        }
    }
}
