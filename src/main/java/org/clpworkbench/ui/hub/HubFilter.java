package org.clpworkbench.ui.hub;

import org.clpworkbench.hub.Catalogue;
import org.clpworkbench.hub.CatalogueEntry;
import org.clpworkbench.hub.CatalogueEntry.Role;
import org.clpworkbench.hub.CataloguePair;
import org.clpworkbench.hub.HubSearch;
import org.clpworkbench.hub.RepositoryId;
import org.clpworkbench.hub.RepositoryKind;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What somebody looks for, in the catalogue or on the Hub.
///
/// @param words parts of a name; empty for any
/// @param language a code as "de"; empty for any
/// @param task as "text-generation", of which the catalogue knows nothing; empty for any
/// @param licence as "mit"; empty for any
/// @param role of which the Hub knows nothing; empty for any
record HubFilter(
        String words,
        String language,
        String task,
        String licence,
        SizeLimit size,
        Optional<Role> role) {
    static final String TEXT_GENERATION = "text-generation";
    static final HubFilter FIRST =
            new HubFilter("", "", TEXT_GENERATION, "", SizeLimit.ANY, Optional.empty());

    /// @param limit how many models at most
    HubSearch search(int limit) {
        return new HubSearch(
                RepositoryKind.MODEL, words, language, task, licence, size.most(), limit);
    }

    /// What of the catalogue is meant, pairs first: of a language all that leads to it, sources
    /// too.
    List<HubRow> of(Catalogue all) {
        Catalogue shown = language.isEmpty() ? all : all.towards(language);
        var rows = new ArrayList<HubRow>();
        for (CataloguePair pair : shown.pairs()) {
            if (role.isEmpty() && means(all, pair)) {
                rows.add(new HubRow.Paired(pair));
            }
        }
        shown.models().stream()
                .filter(model -> role.isEmpty() || model.roles().contains(role.get()))
                .filter(this::means)
                .map(HubRow.Recommended::new)
                .forEach(rows::add);
        return rows;
    }

    private boolean means(Catalogue all, CataloguePair pair) {
        boolean called =
                called(pair.source().name()) || called(pair.helper().name()) || called(pair.note());
        return called && fits(all, pair.source()) && fits(all, pair.helper());
    }

    private boolean fits(Catalogue all, RepositoryId id) {
        return all.models().stream()
                .filter(model -> model.id().equals(id))
                .findFirst()
                .map(this::fits)
                .orElse(licence.isEmpty() && size.most().isEmpty());
    }

    private boolean means(CatalogueEntry model) {
        return (called(model.id().name()) || called(model.note())) && fits(model);
    }

    private boolean fits(CatalogueEntry model) {
        return size.allows(model.parameters())
                && (licence.isEmpty() || licence.equals(model.licence()));
    }

    /// Whether all the words are in it.
    private boolean called(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (String word : words.strip().toLowerCase(Locale.ROOT).split("\\s+")) {
            if (!lower.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
