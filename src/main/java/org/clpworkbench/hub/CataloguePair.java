package org.clpworkbench.hub;

/// Two models that go together.
///
/// @param language of the target, a code as "de"
/// @param note for people; may be empty
public record CataloguePair(
        RepositoryId source, RepositoryId helper, String language, String note) {}
