package org.clpworkbench.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.clpworkbench.checkpoint.Checkpoint;
import org.clpworkbench.checkpoint.ModelConfig;
import org.clpworkbench.problem.Sentence;
import org.clpworkbench.vocab.SpecialRole;
import org.clpworkbench.vocab.Vocabulary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The source's configuration with the target's vocabulary: every field that names a token follows
/// the helper, or is dropped where it cannot be carried over.
final class TargetConfig {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String TOKENIZER_CLASS = "tokenizer_class";

    /// They count positions from pad_token_id + 1, so that another padding id would move every
    /// token onto another position embedding, or past the last one: it must stay the source's.
    private static final Set<String> POSITIONS_AFTER_PADDING =
            Set.of(
                    "roberta",
                    "xlm-roberta",
                    "xlm-roberta-xl",
                    "camembert",
                    "roberta-prelayernorm",
                    "longformer",
                    "data2vec-text",
                    "xmod",
                    "ibert");

    private static final int USUAL_PADDING = 1;

    private final Pair pair;
    private final ModelConfig source;
    private final ModelConfig helper;
    private final Vocabulary target;

    TargetConfig(Pair pair) {
        this.pair = pair;
        source = pair.source().config();
        helper = pair.helper().config();
        target = pair.overlap().target();
    }

    ObjectNode config(int rows) throws IOException {
        ObjectNode config = source.json().deepCopy();
        ObjectNode text = ModelConfig.text(config);
        var ids = new TargetTokenIds(target, helperConfigs());
        ids.moveIntoModel(text);
        if (!text.equals(config)) {
            ids.moveInto(config);
        }
        for (ObjectNode part : List.of(config, text)) {
            if (part.has(ModelConfig.VOCABULARY)) {
                part.put(ModelConfig.VOCABULARY, rows);
            }
        }
        if (countsFromPadding()) {
            text.put(SpecialRole.PAD.idField(), sourcePadding());
        }
        followTokenizerClass(config);
        return config;
    }

    /// generation_config.json, when the source has one.
    Optional<ObjectNode> generationConfig() throws IOException {
        Optional<ObjectNode> config = generation(pair.source());
        if (config.isPresent()) {
            var configs = new ArrayList<ObjectNode>();
            generation(pair.helper()).ifPresent(configs::add);
            configs.addAll(helperConfigs());
            new TargetTokenIds(target, configs).moveInto(config.get());
        }
        return config;
    }

    /// What a person should know of the ids.
    List<Sentence> warnings() {
        var warnings = new ArrayList<Sentence>();
        int padding = sourcePadding();
        if (countsFromPadding() && target.role(SpecialRole.PAD).orElse(-1) != padding) {
            warnings.add(
                    Sentence.of(
                            TargetConfig.class,
                            "warning.padding",
                            source.modelType(),
                            padding,
                            target.display(padding)));
        }
        if (source.modelType().equals("qwen2") && !helper.modelType().equals("qwen2")) {
            warnings.add(Sentence.of(TargetConfig.class, "warning.qwen2"));
        }
        for (String field : TargetTokenIds.notMoved(source.json())) {
            warnings.add(Sentence.of(TargetConfig.class, "warning.field", field));
        }
        return warnings;
    }

    private boolean countsFromPadding() {
        return POSITIONS_AFTER_PADDING.contains(source.modelType());
    }

    private int sourcePadding() {
        return source.text().path(SpecialRole.PAD.idField()).asInt(USUAL_PADDING);
    }

    private List<ObjectNode> helperConfigs() {
        return List.of(helper.text(), helper.json());
    }

    /// transformers takes a tokenizer's class from tokenizer_config.json, else from config.json,
    /// else from the model type: the source's, which would misread the helper's files.
    private void followTokenizerClass(ObjectNode config) throws IOException {
        config.remove(TOKENIZER_CLASS);
        JsonNode named = helper.json().path(TOKENIZER_CLASS);
        Path folder = pair.helper().folder();
        if (json(folder.resolve("tokenizer_config.json")).stream()
                .anyMatch(tokenizer -> tokenizer.hasNonNull(TOKENIZER_CLASS))) {
            return;
        }
        if (named.isTextual()) {
            config.set(TOKENIZER_CLASS, named);
        } else if (!helper.modelType().equals(source.modelType())) {
            config.put(TOKENIZER_CLASS, "PreTrainedTokenizerFast");
        }
    }

    private static Optional<ObjectNode> generation(Checkpoint model) throws IOException {
        return json(model.folder().resolve(ModelConfig.GENERATION_FILE));
    }

    private static Optional<ObjectNode> json(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        return JSON.readTree(Files.readAllBytes(file)) instanceof ObjectNode object
                ? Optional.of(object)
                : Optional.empty();
    }
}
