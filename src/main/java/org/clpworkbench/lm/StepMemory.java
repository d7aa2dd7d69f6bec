package org.clpworkbench.lm;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.clpworkbench.checkpoint.CheckpointException;
import org.clpworkbench.checkpoint.ModelConfig;

import java.util.BitSet;
import java.util.List;

/// The memory that an optimizer step takes at its peak, estimated from the model's sizes, in bytes.
///
/// @param weights float32, and what products are given of them where that is another format
/// @param gradients of the trained parameters
/// @param moments AdamW's two of each trained parameter, or of each of its trained rows; of all
///   rows where a model that is still to be transferred has not told the new ones
/// @param activations what the layers keep for the way back
/// @param logits the rows that exist at a time, and what the hidden states' gradients take
public record StepMemory(
        long weights, long gradients, long moments, long activations, long logits) {
    private static final int FLOAT = 4;

    /// Logits, their softmax and what products are given of it.
    private static final int COPIES_OF_LOGITS = 3;

    /// Of a model that has not been opened, on a device that multiplies `precision` itself.
    ///
    /// @param vocabulary rows of the embedding, whatever the configuration says
    /// @throws CheckpointException when the family cannot be trained
    public static StepMemory of(
            ModelConfig config, int vocabulary, Precision precision, StepPlan plan, int context)
            throws CheckpointException {
        ObjectNode json = config.json().deepCopy();
        ModelConfig.text(json).put(ModelConfig.VOCABULARY, vocabulary);
        var products = precision == Precision.FLOAT32 ? Products.FLOAT32 : Products.BFLOAT16;
        return of(Architecture.of(new ModelConfig(json)), products, plan, context);
    }

    /// @param context tokens a sequence
    static StepMemory of(Architecture architecture, Products products, StepPlan plan, int context) {
        ModelSizes sizes = architecture.sizes();
        ParameterLayout layout = architecture.parameters();
        List<Parameter> all = layout.all();
        long parameters = all.stream().mapToLong(Parameter::elements).sum();
        long trained =
                plan.part().indices(layout).stream()
                        .mapToLong(index -> all.get(index).elements())
                        .sum();
        long matrix = all.getFirst().elements();
        boolean copied = products != Products.FLOAT32;
        int narrow = products.dataType().getNumOfBytes();
        long tokens = (long) plan.rows() * context;
        Activations kept = architecture.activations();
        long layer = tokens * ((long) FLOAT * kept.wide() + (long) narrow * kept.narrow());
        long input = tokens * FLOAT * sizes.width();
        long activations =
                plan.recompute()
                        ? sizes.layers() * input + layer
                        : recordedLayers(plan.part(), sizes.layers()) * layer;
        long block = (long) ModelScript.LOSS_BLOCK * sizes.vocabulary() * FLOAT;
        return new StepMemory(
                FLOAT * parameters + (copied ? narrow * parameters : 0),
                FLOAT * trained + FLOAT * matrix, // and the head's, of one block
                2 * FLOAT * moving(plan.part(), all.getFirst(), trained),
                activations,
                COPIES_OF_LOGITS * block + 2 * input);
    }

    /// Of `trained` numbers those whose rows are trained: tensors of which only rows are trained
    /// all have as many rows as the embedding.
    private static long moving(TrainedPart part, Parameter embedding, long trained) {
        return part instanceof TrainedPart.Rows(BitSet ids)
                ? trained / embedding.shape().getFirst() * ids.cardinality()
                : trained;
    }

    private static int recordedLayers(TrainedPart part, int layers) {
        return part instanceof TrainedPart.LastLayers(int count) ? Math.min(count, layers) : layers;
    }

    /// All of it.
    public long bytes() {
        return weights + gradients + moments + activations + logits;
    }
}
