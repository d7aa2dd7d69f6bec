package org.clpworkbench.ui.overlap;

import org.clpworkbench.ui.common.TokenKind;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/// Which tokens are wanted.
///
/// @param search part of a token, or an id; empty for all
record TokenFilter(String search, Optional<TokenKind> kind, Optional<TokenGroup> group)
        implements Predicate<TokenRow> {
    TokenFilter {
        search = search.strip().replace(' ', '·').toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean test(TokenRow row) {
        return kind.map(only -> row.kind() == only).orElse(true)
                && (search.isEmpty()
                        || row.display().toLowerCase(Locale.ROOT).contains(search)
                        || Integer.toString(row.id()).equals(search))
                && group.map(only -> only.holds(row.id())).orElse(true);
    }
}
