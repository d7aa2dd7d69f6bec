package org.clpworkbench.data.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldException;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Documents as JSON objects, one a line.
final class JsonLines implements DocumentReader {
    private static final ObjectReader JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build()
                    .readerFor(JsonNode.class);

    private final TextBytes bytes;
    private final Reading reading;
    private final Row row;

    JsonLines(TextBytes bytes, Reading reading) {
        this.bytes = bytes;
        this.reading = reading;
        row = new Row(bytes.file());
    }

    /// The names of the fields that hold a text in the first object that has one, nested ones with
    /// dots.
    static List<String> columns(TextBytes bytes) throws IOException {
        var lines = new JsonLines(bytes, Reading.usual());
        var names = new ArrayList<String>();
        while (names.isEmpty() && bytes.line(lines.row)) {
            if (!lines.row.isBlank()) {
                add("", lines.object(), names);
            }
        }
        return names;
    }

    private static void add(String before, JsonNode object, List<String> names) {
        for (var field : object.properties()) {
            if (field.getValue().isTextual()) {
                names.add(before + field.getKey());
            } else if (field.getValue().isObject()) {
                add(before + field.getKey() + ".", field.getValue(), names);
            }
        }
    }

    @Override
    public Optional<Document> next() throws IOException {
        while (bytes.line(row)) {
            if (row.isBlank()) {
                continue;
            }
            JsonNode object = object();
            Optional<String> text = text(object);
            if (text.isPresent()) {
                Optional<String> language =
                        reading.languageColumn()
                                .map(column -> at(object, column))
                                .filter(JsonNode::isTextual)
                                .map(JsonNode::textValue);
                return Optional.of(new Document(text.get(), language, bytes.file(), row.line()));
            }
        }
        return Optional.empty();
    }

    private JsonNode object() throws IOException {
        JsonNode object;
        try {
            object = JSON.readValue(row.text());
        } catch (JsonProcessingException malformed) {
            throw new ToldException(
                    Sentence.of(
                            JsonLines.class,
                            "json.invalid",
                            bytes.file(),
                            row.line(),
                            malformed.getLocation().getColumnNr(),
                            malformed.getOriginalMessage()),
                    malformed);
        }
        if (!object.isObject()) {
            throw new ToldException(
                    Sentence.of(JsonLines.class, "json.object", bytes.file(), row.line()));
        }
        return object;
    }

    private Optional<String> text(JsonNode object) throws IOException {
        JsonNode value = at(object, reading.textColumn());
        if (value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            var names = new ArrayList<String>();
            object.fieldNames().forEachRemaining(names::add);
            throw new ToldException(
                    Sentence.of(
                            JsonLines.class,
                            "json.column",
                            bytes.file(),
                            reading.textColumn(),
                            row.line(),
                            String.join(", ", names)));
        }
        return Optional.of(value.textValue());
    }

    private static JsonNode at(JsonNode object, String column) {
        JsonNode found = object;
        for (String name : column.split("\\.", -1)) {
            found = found.path(name);
        }
        return found;
    }

    @Override
    public long position() {
        return bytes.position();
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
