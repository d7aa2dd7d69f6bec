package org.clpworkbench.race;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/// What a comparison reports on its way, one JSON line each in the file between a worker and the
/// window: first what a loss has to be held against, then a line for each method.
public sealed interface ComparisonLine permits TextEntropy, ComparedMethod {
    /// Without the line's end.
    default String json() throws JsonProcessingException {
        return new JsonMapper().writeValueAsString(this);
    }

    /// @throws JsonProcessingException when the line is neither of the two
    static ComparisonLine read(String line) throws JsonProcessingException {
        var json = new JsonMapper();
        JsonNode fields = json.readTree(line);
        return fields.has("method")
                ? json.treeToValue(fields, ComparedMethod.class)
                : json.treeToValue(fields, TextEntropy.class);
    }
}
