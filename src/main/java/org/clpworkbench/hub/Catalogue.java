package org.clpworkbench.hub;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.clpworkbench.hub.CatalogueEntry.Role;
import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.Told;
import org.clpworkbench.problem.ToldArgumentException;
import org.clpworkbench.problem.ToldException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// Source models, helpers by language and pairs of them, the paper's first. It is read from
/// `catalogue.json` of the program and from one of the same form in the workspace, whose entries
/// come first and replace those of the same name:
///
/// ```json
/// {"pairs": [{"source": "gpt2", "helper": "me/polish-gpt2", "language": "pl", "note": ""}],
///  "models": [{"id": "me/polish-gpt2", "roles": ["helper"], "languages": ["pl"],
///              "parameters": 124000000, "licence": "mit", "note": ""}]}
/// ```
public record Catalogue(List<CataloguePair> pairs, List<CatalogueEntry> models) {
    private static final String RESOURCE = "catalogue.json";
    private static final JsonMapper JSON = new JsonMapper();

    public Catalogue {
        pairs = List.copyOf(pairs);
        models = List.copyOf(models);
    }

    /// The program's own.
    public static Catalogue standard() throws IOException {
        try (var in = Objects.requireNonNull(Catalogue.class.getResourceAsStream(RESOURCE))) {
            return read(JSON.readTree(in));
        }
    }

    /// The program's own with what a file adds, where there is one.
    ///
    /// @throws IOException when there is one and it cannot be read as a catalogue
    public static Catalogue with(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return standard();
        }
        try {
            return read(JSON.readTree(Files.readAllBytes(file))).before(standard());
        } catch (JsonProcessingException invalid) {
            throw new ToldException(
                    Sentence.of(
                            Catalogue.class, "catalogue.json", file, invalid.getOriginalMessage()),
                    invalid);
        } catch (IllegalArgumentException nonsense) {
            throw new ToldException(
                    Sentence.of(Catalogue.class, "catalogue", file, Told.reason(nonsense)),
                    nonsense);
        }
    }

    private Catalogue before(Catalogue others) {
        var byId = new LinkedHashMap<RepositoryId, CatalogueEntry>();
        models.forEach(model -> byId.put(model.id(), model));
        others.models.forEach(model -> byId.putIfAbsent(model.id(), model));
        var all = new ArrayList<>(pairs);
        others.pairs.stream().filter(pair -> !pairs.contains(pair)).forEach(all::add);
        return new Catalogue(all, List.copyOf(byId.values()));
    }

    /// What serves to reach a language: pairs to it, its helpers, and every source.
    public Catalogue towards(String language) {
        return new Catalogue(
                pairs.stream().filter(pair -> pair.language().equals(language)).toList(),
                models.stream()
                        .filter(
                                model ->
                                        model.roles().contains(Role.SOURCE)
                                                || model.languages().contains(language))
                        .toList());
    }

    private static Catalogue read(JsonNode json) {
        var pairs = new ArrayList<CataloguePair>();
        for (JsonNode each : json.path("pairs")) {
            pairs.add(
                    new CataloguePair(
                            new RepositoryId(each.path("source").asText()),
                            new RepositoryId(each.path("helper").asText()),
                            each.path("language").asText(),
                            each.path("note").asText("")));
        }
        var models = new ArrayList<CatalogueEntry>();
        for (JsonNode each : json.path("models")) {
            models.add(
                    new CatalogueEntry(
                            new RepositoryId(each.path("id").asText()),
                            roles(each.path("roles")),
                            texts(each.path("languages")),
                            each.path("parameters").asLong(0),
                            each.path("licence").asText(""),
                            each.path("note").asText("")));
        }
        return new Catalogue(pairs, models);
    }

    private static Set<Role> roles(JsonNode json) {
        var roles = EnumSet.noneOf(Role.class);
        texts(json).forEach(word -> roles.add(role(word)));
        return roles;
    }

    private static Role role(String word) {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(
                        () ->
                                new ToldArgumentException(
                                        Sentence.of(Catalogue.class, "role", word)));
    }

    private static List<String> texts(JsonNode json) {
        var texts = new ArrayList<String>();
        json.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
