package org.clpworkbench.ui.hub;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.hub.Catalogue;
import org.clpworkbench.hub.CatalogueEntry;
import org.clpworkbench.hub.CatalogueEntry.Role;
import org.clpworkbench.hub.CataloguePair;
import org.clpworkbench.hub.RepositoryId;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.Set;

class HubFilterTest {
    private static final RepositoryId ENGLISH = new RepositoryId("a/english");
    private static final RepositoryId LARGE = new RepositoryId("a/large");
    private static final RepositoryId GERMAN = new RepositoryId("b/german");
    private static final RepositoryId CZECH = new RepositoryId("b/czech");
    private static final Catalogue CATALOGUE =
            new Catalogue(
                    List.of(
                            new CataloguePair(LARGE, GERMAN, "de", "as in the paper"),
                            new CataloguePair(ENGLISH, CZECH, "cs", "")),
                    List.of(
                            model(ENGLISH, Role.SOURCE, "en", 100, "mit"),
                            model(LARGE, Role.SOURCE, "en", 5000, "mit"),
                            model(GERMAN, Role.HELPER, "de", 100, "apache-2.0"),
                            model(CZECH, Role.HELPER, "cs", 0, "mit")));

    private static CatalogueEntry model(
            RepositoryId id, Role role, String language, long parameters, String licence) {
        return new CatalogueEntry(
                id, Set.of(role), List.of(language), parameters, licence, "a note");
    }

    private static List<String> of(
            String words, String language, String licence, SizeLimit size, Optional<Role> role) {
        var filter = new HubFilter(words, language, "any", licence, size, role);
        return filter.of(CATALOGUE).stream()
                .map(
                        row ->
                                switch (row) {
                                    case HubRow.Paired paired ->
                                            paired.pair().source() + ">" + paired.pair().helper();
                                    case HubRow.One one -> one.id().name();
                                })
                .toList();
    }

    @Test
    void showsPairsBeforeModels() {
        assertThat(of("", "", "", SizeLimit.ANY, Optional.empty()))
                .containsExactly(
                        "a/large>b/german",
                        "a/english>b/czech",
                        "a/english",
                        "a/large",
                        "b/german",
                        "b/czech");
    }

    @Test
    void showsOfALanguageAllThatLeadsToIt() {
        assertThat(of("", "cs", "", SizeLimit.ANY, Optional.empty()))
                .containsExactly("a/english>b/czech", "a/english", "a/large", "b/czech");
    }

    @Test
    void showsModelsOfARoleWithoutPairs() {
        assertThat(of("", "", "", SizeLimit.ANY, Optional.of(Role.HELPER)))
                .containsExactly("b/german", "b/czech");
    }

    /// A pair is as large as the larger of its models, and as free as the less free.
    @Test
    void leavesOutWhatIsTooLargeOrUncountedOrOfAnotherLicence() {
        assertThat(of("", "", "", SizeLimit.of(1000), Optional.empty()))
                .containsExactly("a/english", "b/german");
        assertThat(of("", "", "mit", SizeLimit.ANY, Optional.empty()))
                .containsExactly("a/english>b/czech", "a/english", "a/large", "b/czech");
    }

    @Test
    void findsWordsInNamesAndNotes() {
        assertThat(of(" GERMAN b/ ", "", "", SizeLimit.ANY, Optional.empty()))
                .containsExactly("a/large>b/german", "b/german");
        assertThat(of("paper", "", "", SizeLimit.ANY, Optional.empty()))
                .containsExactly("a/large>b/german");
    }

    /// Weights, gradients and two moments of four bytes each.
    @Test
    void trainsWhatTakesSixteenBytesAParameter() {
        assertThat(SizeLimit.trainable(1600).allows(100)).isTrue();
        assertThat(SizeLimit.trainable(1599).allows(100)).isFalse();
    }
}
