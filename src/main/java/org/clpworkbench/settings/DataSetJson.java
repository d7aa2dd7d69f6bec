package org.clpworkbench.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.clpworkbench.data.DataChoices;
import org.clpworkbench.data.DataSet;
import org.clpworkbench.data.text.TextUnit;

import java.lang.Character.UnicodeScript;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;

/// A data set among the settings.
final class DataSetJson {
    private DataSetJson() {}

    static ObjectNode write(DataSet data) {
        ObjectNode json = new JsonMapper().createObjectNode();
        var inputs = json.putArray("inputs");
        data.inputs().forEach(inputs::add);
        data.validation().ifPresent(it -> json.put("validation", it));
        DataChoices choices = data.choices();
        choices.column().ifPresent(it -> json.put("column", it));
        choices.languageColumn().ifPresent(it -> json.put("languageColumn", it));
        choices.language().ifPresent(it -> json.put("language", it));
        choices.script().ifPresent(it -> json.put("script", it.name()));
        json.put("unit", choices.unit().name());
        json.put("deduplicate", choices.deduplicate());
        json.put("validationShare", choices.validationShare());
        json.put("seed", choices.seed());
        return json;
    }

    /// @throws IllegalArgumentException when it says what this program does not know
    static DataSet read(JsonNode json) {
        var inputs = new ArrayList<String>();
        json.path("inputs").forEach(input -> inputs.add(input.asText()));
        return new DataSet(
                inputs,
                word(json, "validation"),
                new DataChoices(
                        word(json, "column"),
                        word(json, "languageColumn"),
                        word(json, "language"),
                        word(json, "script").map(UnicodeScript::valueOf),
                        word(json, "unit").map(TextUnit::valueOf).orElse(TextUnit.FILE),
                        json.path("deduplicate").asBoolean(),
                        json.path("validationShare").asDouble(),
                        json.path("seed").asLong()));
    }

    private static Optional<String> word(JsonNode json, String field) {
        return Optional.of(json.path(field).asText("")).filter(it -> !it.isEmpty());
    }

    /// The two files that older settings name, "" or none for the embedded one; empty where both
    /// are embedded or one is no longer there.
    ///
    /// @param embedded what stands for a file that is not named
    static Optional<DataSet> older(String text, String validation, DataSet embedded) {
        if (text.isEmpty() && validation.isEmpty()) {
            return Optional.empty();
        }
        Path training = Path.of(text.isEmpty() ? embedded.inputs().getFirst() : text);
        Path apart =
                Path.of(validation.isEmpty() ? embedded.validation().orElseThrow() : validation);
        return Files.isRegularFile(training) && Files.isRegularFile(apart)
                ? Optional.of(DataSet.of(training, apart))
                : Optional.empty();
    }
}
