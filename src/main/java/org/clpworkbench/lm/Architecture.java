package org.clpworkbench.lm;

import org.clpworkbench.checkpoint.CheckpointException;
import org.clpworkbench.checkpoint.ModelConfig;
import org.clpworkbench.problem.Sentence;

import java.util.List;
import java.util.Map;

/// A family of models as one of them has it: what its TorchScript text and its weights are built
/// from. Names of tensors and of settings are those of transformers.
public sealed interface Architecture permits Gpt2, Bloom, GptNeoX, Opt, Llama, Bert {
    /// The values of `model_type` that can be run and trained.
    List<String> MODEL_TYPES =
            List.of(
                    "gpt2",
                    "bloom",
                    "gpt_neox",
                    "opt",
                    "llama",
                    "mistral",
                    "qwen2",
                    "qwen3",
                    "gemma",
                    "bert",
                    "roberta",
                    "xlm-roberta",
                    "camembert");

    /// @throws CheckpointException for another model type, or a variant that is not supported
    static Architecture of(ModelConfig config) throws CheckpointException {
        return switch (config.modelType()) {
            case "gpt2" -> Gpt2.of(config);
            case "bloom" -> Bloom.of(config);
            case "gpt_neox" -> GptNeoX.of(config);
            case "opt" -> Opt.of(config);
            case "llama", "mistral", "qwen2", "qwen3", "gemma" -> Llama.of(config);
            case "bert", "roberta", "xlm-roberta", "camembert" -> Bert.of(config);
            default ->
                    throw new CheckpointException(
                            Sentence.of(
                                    Architecture.class,
                                    "type.unknown",
                                    config.modelType(),
                                    String.join(", ", MODEL_TYPES)));
        };
    }

    ModelSizes sizes();

    ParameterLayout parameters();

    Activation activation();

    /// What the norms add to a variance.
    double epsilon();

    /// What query–key products are multiplied by.
    default double attentionScale() {
        return 1 / Math.sqrt(sizes().headWidth());
    }

    /// Whether a token sees only those before it, and what follows it is predicted; else it sees
    /// all, and masked ones are predicted.
    default boolean causal() {
        return true;
    }

    Activations activations();

    /// Text resources that hold the family's methods.
    List<String> scripts();

    /// Values of `${…}` that only this family's text has.
    Map<String, Object> constants();

    /// Checks that config.json leaves a setting off that would make it another model.
    static void refuse(ModelConfig config, String... settings) throws CheckpointException {
        for (String setting : settings) {
            if (config.text().path(setting).asBoolean(false)) {
                throw new CheckpointException(
                        Sentence.of(Architecture.class, "setting.unknown", setting));
            }
        }
    }
}
