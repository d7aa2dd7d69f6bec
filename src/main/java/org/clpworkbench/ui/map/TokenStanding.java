package org.clpworkbench.ui.map;

import org.clpworkbench.ui.common.Palette.Ink;

import java.util.Locale;

/// What a token of a model is to the pair.
enum TokenStanding {
    /// Both vocabularies have it.
    ANCHOR(MapShape.DISC, Ink.ANCHOR),
    /// The source does not have it.
    MISSING(MapShape.DIAMOND, Ink.MISSING),
    /// A token of the source that the helper does not have.
    ALONE(MapShape.RING, Ink.SOURCE_ONLY),
    /// A special token of both vocabularies, or an id without a token.
    SPECIAL(MapShape.SQUARE, Ink.SPECIAL);

    private final MapShape shape;
    private final Ink ink;

    TokenStanding(MapShape shape, Ink ink) {
        this.shape = shape;
        this.ink = ink;
    }

    MapShape shape() {
        return shape;
    }

    Ink ink() {
        return ink;
    }

    /// The end of its keys among the texts.
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
