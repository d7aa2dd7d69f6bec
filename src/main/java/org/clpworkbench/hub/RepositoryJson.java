package org.clpworkbench.hub;

import com.fasterxml.jackson.databind.JsonNode;

import org.clpworkbench.hub.HubException.Reason;
import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.Told;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Models and data sets in the Hub's JSON (`GET /api/models`, `GET
/// /api/models/ID/revision/REVISION`, and the same of `datasets`).
final class RepositoryJson {
    private static final String LICENCE = "license:";
    private static final String LANGUAGE = "language:";

    private RepositoryJson() {}

    static HubRepository read(RepositoryKind kind, JsonNode json) throws HubException {
        try {
            return repository(kind, json);
        } catch (IllegalArgumentException nonsense) {
            throw new HubException(
                    Reason.STRANGE,
                    Sentence.of(
                            RepositoryJson.class,
                            kind == RepositoryKind.MODEL ? "described.model" : "described.dataset",
                            Told.reason(nonsense)));
        }
    }

    private static HubRepository repository(RepositoryKind kind, JsonNode json) {
        JsonNode card = json.path("cardData");
        List<String> tags = texts(json.path("tags"));
        Map<String, Long> parameters = new LinkedHashMap<>();
        json.path("safetensors")
                .path("parameters")
                .properties()
                .forEach(type -> parameters.put(type.getKey(), type.getValue().asLong()));
        JsonNode total = json.path("safetensors").path("total");
        JsonNode gated = json.path("gated");
        return new HubRepository(
                new RepositoryId(kind, text(json, "id").orElse("")),
                text(json, "sha"),
                gated.isTextual() || gated.asBoolean(false),
                json.path("private").asBoolean(false),
                text(json, "pipeline_tag").orElse(""),
                text(json, "library_name").orElse(""),
                licence(card, tags),
                languages(card, tags),
                parameters,
                total.canConvertToLong() ? OptionalLong.of(total.asLong()) : OptionalLong.empty(),
                json.path("downloads").asLong(0),
                json.path("likes").asLong(0),
                text(json, "lastModified").orElse(""),
                files(json.path("siblings")));
    }

    private static List<HubFile> files(JsonNode siblings) {
        var files = new ArrayList<HubFile>();
        for (JsonNode each : siblings) {
            JsonNode lfs = each.path("lfs");
            long size = lfs.path("size").asLong(each.path("size").asLong(-1));
            Optional<BlobHash> hash =
                    text(lfs, "sha256").or(() -> text(each, "blobId")).map(BlobHash::new);
            files.add(new HubFile(each.path("rfilename").asText(""), size, hash));
        }
        return files;
    }

    private static String licence(JsonNode card, List<String> tags) {
        return tags.stream()
                .filter(tag -> tag.startsWith(LICENCE))
                .map(tag -> tag.substring(LICENCE.length()))
                .findFirst()
                .or(() -> text(card, "license"))
                .orElse("");
    }

    /// From the card; a list has none, but tags of two or three letters, which are languages.
    private static List<String> languages(JsonNode card, List<String> tags) {
        var languages = new LinkedHashSet<String>();
        JsonNode said = card.path("language");
        languages.addAll(said.isTextual() ? List.of(said.asText()) : texts(said));
        for (String tag : tags) {
            if (tag.startsWith(LANGUAGE)) {
                languages.add(tag.substring(LANGUAGE.length()));
            } else if (Languages.known(tag)) {
                languages.add(tag);
            }
        }
        return List.copyOf(languages);
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    private static Optional<String> text(JsonNode json, String name) {
        return Optional.of(json.path(name)).filter(JsonNode::isTextual).map(JsonNode::asText);
    }
}
