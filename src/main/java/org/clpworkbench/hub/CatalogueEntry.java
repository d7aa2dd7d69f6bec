package org.clpworkbench.hub;

import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldArgumentException;

import java.util.List;
import java.util.Set;

/// A model that the catalogue recommends.
///
/// @param languages codes of two or three letters
/// @param parameters about how many; 0 where nobody has counted
/// @param licence as the Hub's tag; empty where its card has to be read
/// @param note for people; may be empty
public record CatalogueEntry(
        RepositoryId id,
        Set<Role> roles,
        List<String> languages,
        long parameters,
        String licence,
        String note) {
    /// What it can be in a transfer.
    public enum Role {
        SOURCE,
        HELPER
    }

    public CatalogueEntry {
        roles = Set.copyOf(roles);
        languages = List.copyOf(languages);
        if (roles.isEmpty() || languages.isEmpty() || parameters < 0) {
            throw new ToldArgumentException(Sentence.of(CatalogueEntry.class, "entry", id));
        }
    }
}
