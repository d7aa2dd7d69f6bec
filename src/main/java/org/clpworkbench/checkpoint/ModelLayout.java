package org.clpworkbench.checkpoint;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// How a family of models names its tensors, as transformers saves them. A name stands for itself
/// and for anything that ends in a dot and it: a model with a head puts `transformer.`, `model.` or
/// `bert.` before the names of the model without.
///
/// @param types the values of `model_type` in config.json
/// @param tied whether the head is the input embedding when config.json says nothing
/// @param embedding the input embedding, vocabulary × width
/// @param heads what an output head of its own is called, vocabulary × width
/// @param biases of the output, vocabulary; where the head is tied, all are one
/// @param trunk modules that are sized by other things than the vocabulary
record ModelLayout(
        List<String> types,
        boolean tied,
        String embedding,
        List<String> heads,
        List<String> biases,
        Pattern trunk) {
    private static final String GPT = "wpe|ln_f|h\\.\\d+\\.(ln_\\w+|attn|mlp|crossattention)";
    private static final String NEOX =
            "final_layer_norm|layers\\.\\d+\\.(attention|mlp|\\w+_layernorm)";
    private static final String OPT =
            "embed_positions|final_layer_norm|project_(in|out)"
                    + "|layers\\.\\d+\\.(self_attn|fc1|fc2|\\w+_layer_norm)";
    private static final String BLOOM =
            "word_embeddings_layernorm|ln_f"
                    + "|h\\.\\d+\\.(self_attention|mlp|\\w+_layernorm|ln_attn|ln_mlp)";
    private static final String LLAMA =
            "norm|final_layernorm|rotary_emb"
                    + "|layers\\.\\d+\\.(self_attn|mlp|block_sparse_moe|\\w+_layernorm)";
    private static final String BERT =
            "embeddings\\.(position_embeddings|token_type_embeddings|LayerNorm|position_ids)"
                    + "|encoder\\.layer\\.\\d+\\.(attention|crossattention|intermediate|output)"
                    + "|pooler\\.dense|cls\\.predictions\\.transform|cls\\.seq_relationship"
                    + "|lm_head\\.(dense|layer_norm)";
    private static final String DISTIL =
            "embeddings\\.(position_embeddings|LayerNorm)|vocab_transform|vocab_layer_norm"
                    + "|transformer\\.layer\\.\\d+\\.(attention|ffn|\\w+_layer_norm)";

    private static final String WORDS = "word_embeddings.weight";
    private static final String TOKENS = "embed_tokens.weight";
    private static final String HEAD = "lm_head.weight";
    private static final String LLAMAS =
            "llama mistral mixtral qwen2 qwen2_moe qwen3 qwen3_moe olmo olmo2 granite stablelm phi"
                    + " phi3";
    private static final String GEMMAS =
            "gemma gemma2 gemma3 gemma3_text cohere smollm3 starcoder2";

    /// Defaults of `tie_word_embeddings` as in the configuration classes of transformers 5.
    private static final List<ModelLayout> KNOWN =
            List.of(
                    tied("gpt2 gpt_bigcode gpt_neo", "wte.weight", HEAD, "", GPT),
                    untied("gptj codegen", "wte.weight", HEAD, "lm_head.bias", GPT),
                    untied("gpt_neox", "embed_in.weight", "embed_out.weight " + HEAD, "", NEOX),
                    tied("opt", "decoder." + TOKENS, HEAD, "", OPT),
                    tied("bloom falcon", WORDS, HEAD, "", BLOOM),
                    untied(LLAMAS, TOKENS, HEAD, "lm_head.bias", LLAMA),
                    tied(GEMMAS, TOKENS, HEAD, "", LLAMA),
                    tied(
                            "bert",
                            "embeddings." + WORDS,
                            "cls.predictions.decoder.weight",
                            "cls.predictions.bias cls.predictions.decoder.bias",
                            BERT),
                    tied(
                            "roberta xlm-roberta camembert",
                            "embeddings." + WORDS,
                            "lm_head.decoder.weight",
                            "lm_head.bias lm_head.decoder.bias",
                            BERT),
                    tied(
                            "distilbert",
                            "embeddings." + WORDS,
                            "vocab_projector.weight",
                            "vocab_projector.bias",
                            DISTIL));

    /// The layout of a model type, if it is known by name.
    static Optional<ModelLayout> of(String type) {
        return KNOWN.stream().filter(layout -> layout.types.contains(type)).findFirst();
    }

    private static ModelLayout tied(
            String types, String embedding, String heads, String biases, String trunk) {
        return new ModelLayout(
                words(types),
                true,
                embedding,
                words(heads),
                words(biases),
                Pattern.compile("(\\w+\\.){0,3}(" + trunk + ")(\\..+)?"));
    }

    private static ModelLayout untied(
            String types, String embedding, String heads, String biases, String trunk) {
        ModelLayout same = tied(types, embedding, heads, biases, trunk);
        return new ModelLayout(same.types, false, embedding, same.heads, same.biases, same.trunk);
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }

    /// Whether a tensor is of a layer or another part that has no row per token, whatever number
    /// its dimensions happen to be.
    boolean inTrunk(String name) {
        return trunk.matcher(name).matches();
    }

    /// Whether it is the output's bias, under any of its names.
    boolean isBias(String name) {
        return biases.stream().anyMatch(bias -> ends(name, bias));
    }

    /// Whether a model without a head calls its input embedding so.
    boolean isBare(String embeddingName) {
        return embeddingName.equals(embedding);
    }

    /// Whether `name` is `ending`, in a model with or without a head.
    static boolean ends(String name, String ending) {
        return name.equals(ending) || name.endsWith("." + ending);
    }
}
