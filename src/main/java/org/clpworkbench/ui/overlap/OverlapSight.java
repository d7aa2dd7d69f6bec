package org.clpworkbench.ui.overlap;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;

import org.clpworkbench.settings.OverlapChoices;
import org.clpworkbench.ui.common.Remembered;
import org.clpworkbench.ui.common.TokenKind;

/// How the overlap is looked at: which page beside the table, which tokens in it, which sentence
/// and text.
public final class OverlapSight {
    enum Page {
        GROUPS,
        TEXT,
        SENTENCE
    }

    private final ObjectProperty<Page> page = new SimpleObjectProperty<>(Page.GROUPS);
    private final TokenRows rows;
    private final StringProperty sentence;
    private final String example;
    private final CountedText text;

    /// @param sentence that is an example so far
    OverlapSight(TokenRows rows, StringProperty sentence, CountedText text) {
        this.rows = rows;
        this.sentence = sentence;
        this.example = sentence.get();
        this.text = text;
    }

    ObjectProperty<Page> page() {
        return page;
    }

    /// Goes on where the screen was left.
    public void goOn(OverlapChoices left) {
        Remembered.constant(Page.class, left.page()).ifPresent(page::set);
        Remembered.constant(TokenKind.class, left.kind()).ifPresent(rows.kind()::set);
        rows.search().set(left.search());
        if (!left.sentence().isEmpty()) {
            sentence.set(left.sentence());
        }
        text.goOn(left);
    }

    /// What can be gone on with at the next start.
    public OverlapChoices choices() {
        TokenKind kind = rows.kind().get();
        String typed = sentence.get();
        return new OverlapChoices(
                page.get().name(),
                rows.search().get(),
                kind == null ? "" : kind.name(),
                typed.equals(example) ? "" : typed,
                text.own(),
                text.inPlaceOf());
    }
}
