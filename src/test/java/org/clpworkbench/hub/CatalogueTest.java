package org.clpworkbench.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.clpworkbench.hub.CatalogueEntry.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;

class CatalogueTest {
    @TempDir Path folder;

    @Test
    void everyLanguageHasAHelper() throws IOException {
        Catalogue catalogue = Catalogue.standard();
        for (String code : List.of("de", "fr", "es", "cs", "fi", "tr", "hi", "zh", "ar", "sw")) {
            assertThat(catalogue.towards(code).models())
                    .as(code)
                    .anyMatch(
                            model ->
                                    model.roles().contains(Role.HELPER)
                                            && model.languages().contains(code));
        }
        assertThat(catalogue.models()).extracting(CatalogueEntry::id).doesNotHaveDuplicates();
    }

    @Test
    void pairsNameModelsOfTheCatalogueAndGpt2ComesBeforeBloom() throws IOException {
        Catalogue catalogue = Catalogue.standard();
        var sources = new HashSet<RepositoryId>();
        var helpers = new HashSet<RepositoryId>();
        for (CatalogueEntry model : catalogue.models()) {
            if (model.roles().contains(Role.SOURCE)) {
                sources.add(model.id());
            }
            if (model.roles().contains(Role.HELPER)) {
                helpers.add(model.id());
            }
        }
        assertThat(sources)
                .containsAll(catalogue.pairs().stream().map(CataloguePair::source).toList());
        assertThat(helpers)
                .containsAll(catalogue.pairs().stream().map(CataloguePair::helper).toList());
        List<CataloguePair> first = catalogue.pairs().subList(0, 4);
        assertThat(first)
                .extracting(pair -> pair.source().name())
                .containsExactly(
                        "openai-community/gpt2-xl",
                        "openai-community/gpt2",
                        "bigscience/bloom-7b1",
                        "bigscience/bloom-560m");
        assertThat(first)
                .extracting(pair -> pair.helper().name())
                .containsExactly(
                        "malteos/gpt2-wechsel-german-ds-meg",
                        "benjamin/gpt2-wechsel-german",
                        "malteos/bloom-1b5-clp-german",
                        "dbmdz/german-gpt2");
        assertThat(first).extracting(CataloguePair::language).containsOnly("de");
    }

    @Test
    void aFileOfOnesOwnAddsAndReplaces() throws IOException {
        Path own =
                Files.writeString(
                        folder.resolve("catalogue.json"),
                        """
                        {"pairs": [{"source": "gpt2", "helper": "me/polish", "language": "pl"}],
                         "models": [
                           {"id": "me/polish", "roles": ["helper"], "languages": ["pl"]},
                           {"id": "dbmdz/german-gpt2", "roles": ["helper"], "languages": ["de"],
                            "note": "mine"}]}
                        """);
        Catalogue merged = Catalogue.with(own);
        assertThat(merged.models()).hasSize(Catalogue.standard().models().size() + 1);
        assertThat(merged.models())
                .filteredOn(model -> model.id().name().equals("dbmdz/german-gpt2"))
                .extracting(CatalogueEntry::note)
                .containsExactly("mine");
        assertThat(merged.pairs().getFirst().helper().name()).isEqualTo("me/polish");
    }

    @Test
    void aFileThatIsNoCatalogueIsNamed() throws IOException {
        Path own = folder.resolve("catalogue.json");
        for (String text :
                List.of(
                        "{",
                        "{\"models\": [{\"id\": \"a b\"}]}",
                        "{\"models\": [{\"id\": \"a\", \"roles\": [\"guest\"]}]}")) {
            Files.writeString(own, text);
            assertThatThrownBy(() -> Catalogue.with(own))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(own.toString());
        }
        assertThat(Catalogue.with(folder.resolve("none.json"))).isEqualTo(Catalogue.standard());
    }
}
