package org.clpworkbench.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.clpworkbench.problem.Sentence;

import java.util.ArrayList;
import java.util.MissingResourceException;
import java.util.Optional;

/// A sentence as JSON, for a process that says it in another language. What is filled in are words,
/// numbers and sentences.
final class SentenceJson {
    private SentenceJson() {}

    static ObjectNode write(Sentence sentence) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("bundle", sentence.bundle()).put("key", sentence.key());
        ArrayNode arguments = json.putArray("arguments");
        for (Object each : sentence.arguments()) {
            switch (each) {
                case Sentence part -> arguments.add(write(part));
                case Integer number -> arguments.add(number);
                case Long number -> arguments.add(number);
                case Number number -> arguments.add(number.doubleValue());
                case null, default -> arguments.add(String.valueOf(each));
            }
        }
        return json;
    }

    /// Empty where it is none that this version of the program can say.
    static Optional<Sentence> read(JsonNode json) {
        try {
            Sentence sentence = sentence(json);
            return sentence.inEnglish().isBlank() ? Optional.empty() : Optional.of(sentence);
        } catch (MissingResourceException | IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    private static Sentence sentence(JsonNode json) {
        var arguments = new ArrayList<Object>();
        json.path("arguments").forEach(each -> arguments.add(argument(each)));
        return new Sentence(json.path("bundle").asText(), json.path("key").asText(), arguments);
    }

    private static Object argument(JsonNode json) {
        if (json.isObject()) {
            return sentence(json);
        }
        return json.isNumber() ? json.numberValue() : json.asText();
    }
}
