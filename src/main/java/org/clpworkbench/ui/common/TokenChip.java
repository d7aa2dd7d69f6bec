package org.clpworkbench.ui.common;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

/// A token as it is always drawn: mono in a thin border, its kind by shape and colour if it has
/// one, the raw form on hover.
public final class TokenChip extends Label {
    /// Of a vocabulary that is compared with no other.
    ///
    /// @param display the token as a person reads it ("·Haus")
    /// @param raw the token as its file spells it ("ĠHaus")
    public TokenChip(String display, String raw) {
        super(display);
        getStyleClass().addAll("token-chip", "plain");
        setAccessibleText(display);
        setTooltip(new Tooltip(raw));
        setMinWidth(USE_PREF_SIZE);
    }

    /// @param display the token as a person reads it ("·Haus")
    /// @param raw the token as its file spells it ("ĠHaus")
    public TokenChip(String display, String raw, TokenKind kind) {
        super(display);
        var shape = new Label(kind.symbol());
        shape.getStyleClass().add("token-shape");
        setGraphic(shape);
        getStyleClass().addAll("token-chip", kind.styleClass());
        setAccessibleText(Isolated.of(display) + ", " + kind.word());
        setTooltip(new Tooltip(Isolated.of(raw) + "  " + kind.wordWithSymbol()));
        setMinWidth(USE_PREF_SIZE);
    }
}
