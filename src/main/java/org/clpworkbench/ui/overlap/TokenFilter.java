package org.clpworkbench.ui.overlap;

import org.clpworkbench.ui.common.TokenKind;
import org.clpworkbench.ui.common.TypedToken;

import java.util.Optional;
import java.util.function.Predicate;

/// Which tokens are wanted.
///
/// @param search part of a token, or an id
record TokenFilter(TypedToken search, Optional<TokenKind> kind, Optional<TokenGroup> group)
        implements Predicate<TokenRow> {
    @Override
    public boolean test(TokenRow row) {
        return kind.map(row::is).orElse(true)
                && (search.isIn(row.display()) || Integer.toString(row.id()).equals(search.part()))
                && group.map(only -> only.holds(row.id())).orElse(true);
    }
}
