package org.clpworkbench.vocab;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.clpworkbench.checkpoint.CheckpointException;
import org.clpworkbench.problem.Sentence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/// Reads a tokenizer.json front to back: the vocabulary of a BPE or WordPiece model (an object of
/// ids) or of a Unigram one (an array of pieces with scores), added tokens, and how tokens are
/// spelled. Merges are passed over.
final class TokenizerFile {
    private static final Sentence AN_OBJECT = Sentence.of(TokenizerFile.class, "form.object");
    private static final Sentence A_MODEL = Sentence.of(TokenizerFile.class, "form.model");
    private static final Sentence AN_ID = Sentence.of(TokenizerFile.class, "form.id");
    private static final Sentence A_PIECE = Sentence.of(TokenizerFile.class, "form.piece");

    /// Half a million different names are no names worth interning.
    private static final ObjectMapper MAPPER =
            new ObjectMapper(
                    JsonFactory.builder()
                            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                            .build());

    private static final int MOST_IDS = 16_777_216;

    private final Path file;
    private final Map<String, Integer> ids = new HashMap<>(1 << 16);
    private final Map<String, Integer> added = new HashMap<>();
    private final BitSet special = new BitSet();
    private String modelType = "";
    private boolean byteLevel;
    private boolean metaspace;
    private boolean prefixesText;

    private TokenizerFile(Path file) {
        this.file = file;
    }

    /// Jackson gives no offset for the end of the file.
    private static long byteOffset(JsonProcessingException malformed, Path file)
            throws IOException {
        long offset = malformed.getLocation().getByteOffset();
        return offset >= 0 ? offset : Files.size(file);
    }

    /// @throws CheckpointException naming the file and byte where it is no tokenizer.json
    static Vocabulary read(Path folder) throws IOException {
        Path file = folder.resolve("tokenizer.json");
        if (!Files.isRegularFile(file)) {
            throw new CheckpointException(
                    Sentence.of(TokenizerFile.class, "tokenizer.none", folder));
        }
        var reading = new TokenizerFile(file);
        try (var in = Files.newInputStream(file);
                JsonParser parser = MAPPER.createParser(in)) {
            reading.top(parser);
        } catch (JsonProcessingException malformed) {
            throw new CheckpointException(
                    Sentence.of(
                            TokenizerFile.class,
                            "tokenizer.json",
                            file,
                            byteOffset(malformed, file),
                            malformed.getOriginalMessage()));
        }
        reading.ids.putAll(reading.added);
        if (reading.ids.isEmpty()) {
            throw new CheckpointException(
                    Sentence.of(TokenizerFile.class, "vocabulary.none", file));
        }
        var roles = SpecialTokens.read(folder, reading.ids);
        return new Vocabulary(
                reading.ids,
                reading.added.keySet(),
                reading.special,
                reading.family(),
                reading.prefixesText,
                roles);
    }

    private void top(JsonParser parser) throws IOException {
        expect(parser, parser.nextToken(), JsonToken.START_OBJECT, AN_OBJECT);
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "added_tokens" -> addedTokens(parser);
                case "model" -> model(parser);
                case "normalizer", "decoder" -> spelling(MAPPER.readTree(parser));
                case "pre_tokenizer" -> preTokenizer(MAPPER.readTree(parser));
                default -> parser.skipChildren();
            }
        }
    }

    private void addedTokens(JsonParser parser) throws IOException {
        JsonNode tokens = MAPPER.readTree(parser);
        for (JsonNode token : tokens) {
            int id = checked(token.path("id").asLong(-1), token.path("content").asText());
            added.put(token.path("content").asText(), id);
            if (token.path("special").asBoolean()) {
                special.set(id);
            }
        }
    }

    private void model(JsonParser parser) throws IOException {
        expect(parser, parser.currentToken(), JsonToken.START_OBJECT, A_MODEL);
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            JsonToken value = parser.nextToken();
            if (field.equals("type")) {
                modelType = parser.getText();
            } else if (field.equals("vocab") && value == JsonToken.START_OBJECT) {
                idsOfObject(parser);
            } else if (field.equals("vocab") && value == JsonToken.START_ARRAY) {
                idsOfPieces(parser);
            } else {
                parser.skipChildren();
            }
        }
    }

    private void idsOfObject(JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String token = parser.currentName();
            expect(parser, parser.nextToken(), JsonToken.VALUE_NUMBER_INT, AN_ID);
            ids.put(token, checked(parser.getLongValue(), token));
        }
    }

    private void idsOfPieces(JsonParser parser) throws IOException {
        for (int id = 0; parser.nextToken() == JsonToken.START_ARRAY; id++) {
            expect(parser, parser.nextToken(), JsonToken.VALUE_STRING, A_PIECE);
            ids.putIfAbsent(parser.getText(), id);
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                parser.skipChildren();
            }
        }
    }

    private void preTokenizer(JsonNode step) {
        spelling(step);
        prefixesText = step.findValuesAsText("add_prefix_space").contains("true");
    }

    private void spelling(JsonNode step) {
        byteLevel |= step.findValuesAsText("type").contains("ByteLevel");
        metaspace |=
                step.findValuesAsText("type").contains("Metaspace")
                        || step.findValuesAsText("content").contains("▁")
                        || step.findValuesAsText("prepend").contains("▁");
    }

    private TokenFamily family() {
        if (modelType.equals("WordPiece")) {
            return TokenFamily.WORD_PIECE;
        }
        if (byteLevel) {
            return TokenFamily.BYTE_LEVEL;
        }
        return metaspace || modelType.equals("Unigram")
                ? TokenFamily.SENTENCE_PIECE
                : TokenFamily.PLAIN;
    }

    private int checked(long id, String token) throws CheckpointException {
        if (id < 0 || id >= MOST_IDS) {
            throw new CheckpointException(
                    Sentence.of(TokenizerFile.class, "token.id", file, token, id));
        }
        return (int) id;
    }

    private void expect(JsonParser parser, JsonToken found, JsonToken wanted, Sentence what)
            throws CheckpointException {
        if (found != wanted) {
            throw new CheckpointException(
                    Sentence.of(
                            TokenizerFile.class,
                            "token.form",
                            file,
                            what,
                            parser.currentTokenLocation().getByteOffset(),
                            found));
        }
    }
}
