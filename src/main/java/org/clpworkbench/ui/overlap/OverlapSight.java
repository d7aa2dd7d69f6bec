package org.clpworkbench.ui.overlap;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.clpworkbench.settings.OverlapChoices;
import org.clpworkbench.ui.common.Remembered;
import org.clpworkbench.ui.common.TokenKind;

/// How the overlap is looked at: which page beside the table, and which tokens in it.
public final class OverlapSight {
    enum Page {
        GROUPS,
        TEXT,
        SENTENCE
    }

    private final ObjectProperty<Page> page = new SimpleObjectProperty<>(Page.GROUPS);
    private final TokenRows rows;

    OverlapSight(TokenRows rows) {
        this.rows = rows;
    }

    ObjectProperty<Page> page() {
        return page;
    }

    /// Goes on where the screen was left.
    public void goOn(OverlapChoices left) {
        Remembered.constant(Page.class, left.page()).ifPresent(page::set);
        Remembered.constant(TokenKind.class, left.kind()).ifPresent(rows.kind()::set);
        rows.search().set(left.search());
    }

    /// What can be gone on with at the next start.
    public OverlapChoices choices() {
        TokenKind kind = rows.kind().get();
        return new OverlapChoices(
                page.get().name(), rows.search().get(), kind == null ? "" : kind.name());
    }
}
