package org.clpworkbench.data;

import org.clpworkbench.data.text.TextUnit;

import java.util.Optional;

/// Whole files of every kind, some of which are kept for validation.
final class MadeChoices {
    private MadeChoices() {}

    static DataChoices of(boolean deduplicate, double share, long seed) {
        return new DataChoices(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                TextUnit.FILE,
                deduplicate,
                share,
                seed);
    }
}
