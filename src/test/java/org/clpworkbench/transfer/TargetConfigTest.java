package org.clpworkbench.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.clpworkbench.job.Progress;
import org.clpworkbench.problem.Sentence;
import org.clpworkbench.vocab.Matching;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/// TARGET has 40 tokens; its only special one is <|endoftext|>, with the id `END`.
class TargetConfigTest extends TransferFixture {
    private static final int END = TARGET.indexOf("<|endoftext|>");
    private static final String ROBERTA = "roberta.embeddings.word_embeddings.weight";

    private ObjectNode config(ModelFolder source, ModelFolder helper) throws IOException {
        write(source, helper);
        try (var pair = open()) {
            return new TargetConfig(pair).config(40);
        }
    }

    private Pair open() throws IOException {
        return open("helper");
    }

    private Pair open(String helper) throws IOException {
        return Pair.open(
                folder.resolve("source"),
                folder.resolve(helper),
                Matching.EXACT,
                Progress.unwatched());
    }

    private List<String> warnings() throws IOException {
        try (var pair = open()) {
            return new TargetConfig(pair).warnings().stream().map(Sentence::inEnglish).toList();
        }
    }

    private static List<Integer> ids(JsonNode list) {
        return list.valueStream().map(JsonNode::intValue).toList();
    }

    @Test
    void takesAListOfEndsFromTheHelper() throws IOException {
        var config =
                config(
                        source(),
                        helper().config(json -> json.putArray("eos_token_id").add(3).add(END)));
        assertThat(ids(config.path("eos_token_id"))).containsExactly(3, END);
    }

    @Test
    void replacesTheSourcesListOfEndsByTheHelpersOne() throws IOException {
        var config =
                config(
                        source().config(json -> json.putArray("eos_token_id").add(1).add(2)),
                        helper());
        assertThat(config.path("eos_token_id").intValue()).isEqualTo(END);
    }

    @Test
    void asksTheTokenizerWhereTheHelperNamesAnIdThatDoesNotExist() throws IOException {
        var config = config(source(), helper().config(json -> json.put("eos_token_id", 40)));
        assertThat(config.path("eos_token_id").intValue()).isEqualTo(END);
        var negative =
                new ModelFolder(folder.resolve("other"), TARGET, HELPER_WIDTH, 2)
                        .config(json -> json.put("pad_token_id", -1));
        negative.write();
        try (var pair = open("other")) {
            assertThat(new TargetConfig(pair).config(40).path("pad_token_id").isNull()).isTrue();
        }
    }

    @Test
    void writesMissingIdsAsNullSoThatNoFamilysUsualOnesAreFilledIn() throws IOException {
        var config = config(source().config(json -> json.remove("bos_token_id")), helper());
        assertThat(config.has("pad_token_id")).isTrue();
        assertThat(config.path("pad_token_id").isNull()).isTrue();
        assertThat(config.path("bos_token_id").intValue()).isEqualTo(END);
        assertThat(config.has("mask_token_id")).isFalse();
    }

    @Test
    void startsADecoderWithTheTokenOfTheSameRole() throws IOException {
        var config =
                config(
                        source().config(
                                        json ->
                                                json.put("pad_token_id", 5)
                                                        .put("decoder_start_token_id", 5)),
                        helper().config(json -> json.put("pad_token_id", 7)));
        assertThat(config.path("decoder_start_token_id").intValue()).isEqualTo(7);
    }

    @Test
    void keepsThePaddingFromWhichRobertaCountsPositionsAndWarns() throws IOException {
        var source = source().type("roberta", ROBERTA).config(json -> json.put("pad_token_id", 1));
        var config = config(source, helper().config(json -> json.put("pad_token_id", 7)));
        assertThat(config.path("pad_token_id").intValue()).isEqualTo(1);
        assertThat(warnings())
                .singleElement()
                .asString()
                .contains("\"roberta\"", "pad_token_id", "(" + TARGET.get(1) + ")", "id 1");
    }

    @Test
    void changesTheNestedPartOfAModelOfSeveralParts() throws IOException {
        var source =
                source().type("gemma3", "model.embed_tokens.weight")
                        .config(
                                json -> {
                                    ObjectNode text = json.deepCopy();
                                    json.removeAll();
                                    json.put("model_type", "gemma3")
                                            .put("eos_token_id", 1)
                                            .put("image_token_index", 29)
                                            .set("text_config", text);
                                });
        var config = config(source, helper());
        assertThat(config.path("text_config").path("vocab_size").intValue()).isEqualTo(40);
        assertThat(config.path("text_config").path("eos_token_id").intValue()).isEqualTo(END);
        assertThat(config.path("eos_token_id").intValue()).isEqualTo(END);
        assertThat(config.has("vocab_size")).isFalse();
        assertThat(warnings()).singleElement().asString().contains("image_token_index");
    }

    @Test
    void takesGenerationIdsFromTheHelpersOwnGenerationConfig() throws IOException {
        write(source(), helper());
        Files.writeString(
                folder.resolve("helper").resolve("generation_config.json"),
                "{\"eos_token_id\": [3, 4]}");
        try (var pair = open()) {
            var generation = new TargetConfig(pair).generationConfig().orElseThrow();
            assertThat(ids(generation.path("eos_token_id"))).containsExactly(3, 4);
        }
    }

    @Test
    void namesAKindOfTokenizerThatFitsTheHelpersFiles() throws IOException {
        // the helper's tokenizer_config.json names no class; transformers would take RoBERTa's
        var config =
                config(
                        source().type("roberta", ROBERTA)
                                .config(json -> json.put("tokenizer_class", "RobertaTokenizer")),
                        helper());
        assertThat(config.path("tokenizer_class").textValue()).isEqualTo("PreTrainedTokenizerFast");
    }
}
