package org.clpworkbench.lm;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.clpworkbench.checkpoint.CheckpointException;
import org.clpworkbench.checkpoint.ModelConfig;
import org.clpworkbench.problem.Sentence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// BERT (Devlin et al. 2019) and, with other names and positions, RoBERTa (Liu et al. 2019) and
/// XLM-R (Conneau et al. 2020), with the head that fills masked places.
///
/// @param inner width of the feed-forward layers
/// @param types rows of the token types' embedding
/// @param naming how the kind calls its tensors
/// @param positionOffset rows of the positions that belong to padding
public record Bert(
        ModelSizes sizes,
        int inner,
        int types,
        Activation activation,
        double epsilon,
        Naming naming,
        int positionOffset)
        implements Architecture {
    /// @param head what the head's names begin with
    /// @param transform its product between the last layer and the matrix
    /// @param norm after that
    private record Naming(String prefix, String head, String transform, String norm) {
        static final Naming BERT =
                new Naming("bert.", "cls.predictions.", "transform.dense", "transform.LayerNorm");
        static final Naming ROBERTA = new Naming("roberta.", "lm_head.", "dense", "layer_norm");

        String matrix() {
            return head + "decoder.weight";
        }

        /// Of a matrix of its own.
        String bias(boolean tied) {
            return head + (tied ? "bias" : "decoder.bias");
        }
    }

    static Bert of(ModelConfig config) throws CheckpointException {
        Architecture.refuse(config, "is_decoder", "add_cross_attention");
        ObjectNode json = config.text();
        String positions = json.path("position_embedding_type").asText("absolute");
        if (!positions.equals("absolute")) {
            throw new CheckpointException(Sentence.of(Bert.class, "positions.unknown", positions));
        }
        boolean first = config.modelType().equals("bert");
        int offset = first ? 0 : json.path("pad_token_id").asInt(1) + 1;
        return new Bert(
                ModelSizes.of(config, 512).shorter(offset),
                json.path("intermediate_size").asInt(4 * config.width()),
                json.path("type_vocab_size").asInt(2),
                Activation.named(json.path("hidden_act").asText("gelu")),
                json.path("layer_norm_eps").asDouble(1e-12),
                first ? Naming.BERT : Naming.ROBERTA,
                offset);
    }

    @Override
    public boolean causal() {
        return false;
    }

    @Override
    public ParameterLayout parameters() {
        long width = sizes.width();
        var before = new ArrayList<Parameter>();
        before.add(Parameter.of("embeddings.word_embeddings.weight", sizes.vocabulary(), width));
        before.add(
                Parameter.of(
                        "embeddings.position_embeddings.weight",
                        sizes.context() + positionOffset,
                        width));
        before.add(Parameter.of("embeddings.token_type_embeddings.weight", types, width));
        before.addAll(Parameter.weightAndBias("embeddings.LayerNorm", width));
        var layer = new ArrayList<Parameter>();
        for (String product : List.of("self.query", "self.key", "self.value", "output.dense")) {
            layer.addAll(Parameter.product("attention." + product, width, width, true));
        }
        layer.addAll(Parameter.weightAndBias("attention.output.LayerNorm", width));
        layer.addAll(Parameter.product("intermediate.dense", inner, width, true));
        layer.addAll(Parameter.product("output.dense", width, inner, true));
        layer.addAll(Parameter.weightAndBias("output.LayerNorm", width));
        return new ParameterLayout(
                naming.prefix,
                before,
                "encoder.layer.",
                layer,
                sizes.layers(),
                List.of(),
                head(before.getFirst().shape()));
    }

    private OutputHead head(List<Long> embedding) {
        String bias = naming.bias(sizes.tied());
        long width = sizes.width();
        var before = new ArrayList<Parameter>();
        before.add(Parameter.of(bias, sizes.vocabulary()));
        before.addAll(Parameter.product(naming.head + naming.transform, width, width, true));
        before.addAll(Parameter.weightAndBias(naming.head + naming.norm, width));
        return new OutputHead(
                List.of(naming.matrix()),
                OutputHead.matrix(sizes.tied(), embedding, naming.matrix()),
                before,
                Optional.of(bias));
    }

    @Override
    public Activations activations() {
        // as in GPT-2, whose norms stand elsewhere
        return new Activations(2L * sizes.width(), 7L * sizes.width() + 2L * inner);
    }

    @Override
    public List<String> scripts() {
        return List.of("bert.py");
    }

    @Override
    public Map<String, Object> constants() {
        return Map.of(
                "positionOffset",
                positionOffset,
                "transform",
                naming.head + naming.transform,
                "transformNorm",
                naming.head + naming.norm);
    }
}
