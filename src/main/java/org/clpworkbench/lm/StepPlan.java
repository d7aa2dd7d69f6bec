package org.clpworkbench.lm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// How an optimizer step is computed.
///
/// @param rows sequences that go through the layers at a time; the gradients of a batch's parts add
///   up
/// @param recompute whether only the inputs of layers are kept, and their insides computed again on
///   the way back (Chen et al. 2016)
/// @param decayEmbeddings whether the decay applies to the embedding and the head as to other
///   matrices
public record StepPlan(
        TrainedPart part,
        int rows,
        boolean recompute,
        double weightDecay,
        boolean decayEmbeddings) {
    public StepPlan {
        if (rows < 1) {
            throw new IllegalArgumentException(
                    "At least one sequence must be computed at a time, not " + rows + ".");
        }
    }

    public StepPlan recomputing() {
        return new StepPlan(part, rows, true, weightDecay, decayEmbeddings);
    }

    /// Fewer sequences at a time.
    public StepPlan atATime(int rows) {
        return new StepPlan(part, rows, recompute, weightDecay, decayEmbeddings);
    }

    public StepPlan training(TrainedPart part) {
        return new StepPlan(part, rows, recompute, weightDecay, decayEmbeddings);
    }

    /// What step.py is built from.
    Map<String, Object> values(ParameterLayout layout) {
        List<Integer> trained = part.indices(layout);
        List<Parameter> all = layout.all();
        var decayed = new ArrayList<Integer>();
        var plain = new ArrayList<Integer>();
        for (int i = 0; i < trained.size(); i++) {
            int index = trained.get(i);
            boolean embedding = index == 0 || index == layout.headIndex();
            boolean decays = all.get(index).decayed() && (decayEmbeddings || !embedding);
            (decays ? decayed : plain).add(i);
        }
        List<Integer> borders = borders(layout.layers());
        return Map.of(
                "trained", trained,
                "decayed", decayed,
                "plain", plain,
                "decay", weightDecay,
                "rows", rows,
                "borders", borders,
                "deepest", deepest(trained, borders, layout),
                "trainedHead", trained.indexOf(layout.headIndex()),
                "trainedHeadBias", trained.indexOf(layout.headBiasIndex()));
    }

    /// First layers of the stretches that are recorded one at a time, and the number of layers.
    private List<Integer> borders(int layers) {
        return recompute ? IntStream.rangeClosed(0, layers).boxed().toList() : List.of(0, layers);
    }

    /// The first stretch that holds something trained, besides the head's matrix and bias;
    /// gradients go back no further.
    private static int deepest(
            List<Integer> trained, List<Integer> borders, ParameterLayout layout) {
        int first =
                trained.stream()
                        .filter(index -> index == 0 || index != layout.headIndex())
                        .filter(index -> index != layout.headBiasIndex())
                        .findFirst()
                        .orElse(Integer.MAX_VALUE);
        int stretches = borders.size() - 1;
        if (first == Integer.MAX_VALUE) {
            return stretches;
        }
        if (first < layout.before().size()) {
            return 0;
        }
        int layer = layout.layerOf(first).orElse(layout.layers() - 1);
        return (int) borders.stream().skip(1).filter(end -> end <= layer).count();
    }
}
