package org.clpworkbench.hub;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// What a {@link HubServer} says of a model or a data set beside its files.
///
/// @param parameters in safetensors; 0 for a model without them, of which the Hub counts none
public record ServedTraits(String task, String language, String licence, long parameters) {
    public static final ServedTraits USUAL =
            new ServedTraits("text-generation", "de", "mit", 124_000_000);

    private static final JsonMapper JSON = new JsonMapper();

    /// In the Hub's JSON, without files.
    ObjectNode described(RepositoryId id, String commit, String access) {
        ObjectNode json = JSON.createObjectNode();
        json.put("id", id.name()).put("sha", commit).put("private", access.equals("private"));
        if (access.equals("gated")) {
            json.put("gated", "manual");
        } else {
            json.put("gated", false);
        }
        json.put("downloads", 1000 + id.name().length()).put("likes", 7);
        json.put("lastModified", "2024-02-19T10:57:45.000Z");
        json.putObject("cardData").put("language", language).put("license", licence);
        if (id.kind() == RepositoryKind.DATA_SET) {
            json.putArray("tags")
                    .add("task_categories:" + task)
                    .add("language:" + language)
                    .add("license:" + licence)
                    .add("size_categories:n<1K");
            return json;
        }
        json.put("pipeline_tag", task).put("library_name", "transformers");
        json.putArray("tags")
                .add("transformers")
                .add("gpt2")
                .add(language)
                .add("license:" + licence);
        if (parameters > 0) {
            var safetensors = json.putObject("safetensors");
            safetensors.putObject("parameters").put("F32", parameters);
            safetensors.put("total", parameters);
        }
        return json;
    }
}
