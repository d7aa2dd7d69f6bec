package org.clpworkbench.settings;

import java.util.Optional;

/// What stood open on the screens and around them.
///
/// @param jobs whether the background work was in view
/// @param segment of the models screen, "" for the first
/// @param map of a vocabulary; empty where none was looked at
public record Layout(
        boolean jobs, String segment, OverlapChoices overlap, Optional<MapChoices> map) {
    public static final Layout FIRST =
            new Layout(false, "", OverlapChoices.FIRST, Optional.empty());
}
