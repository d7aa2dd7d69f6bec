package org.clpworkbench.ui.overlap;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;

import org.clpworkbench.job.Jobs;
import org.clpworkbench.ui.common.ArrangedRows;
import org.clpworkbench.ui.common.LatestJob;
import org.clpworkbench.ui.common.ProblemText;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.common.TokenKind;
import org.clpworkbench.ui.common.TypedToken;
import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The rows of the token table as they are searched, filtered and sorted.
final class TokenRows {
    private final StringProperty search = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable TokenKind> kind = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable TokenGroup> group = new SimpleObjectProperty<>();
    private final ArrangedRows<TokenRow> rows;

    /// @param problem where a failure is told
    TokenRows(Jobs jobs, ProblemText problem) {
        String title = Texts.of(OverlapViewModel.class).get("job.arrange");
        this.rows = new ArrangedRows<>(jobs, title, problem::set);
        search.addListener((property, old, now) -> filter());
        kind.addListener((property, old, now) -> filter());
        group.addListener((property, old, now) -> filter());
    }

    void set(List<TokenRow> all) {
        rows.set(all);
    }

    private void filter() {
        rows.filter(
                new TokenFilter(
                        new TypedToken(search.get()),
                        Optional.ofNullable(kind.get()),
                        Optional.ofNullable(group.get())));
    }

    /// Every token again.
    void showAll() {
        search.set("");
        kind.set(null);
        group.set(null);
    }

    /// Where a token stands in the table, -1 where it is not shown.
    int place(int id) {
        return rows.place(row -> row.id() == id);
    }

    StringProperty search() {
        return search;
    }

    /// Which kind of token is shown; null for all.
    ObjectProperty<@Nullable TokenKind> kind() {
        return kind;
    }

    /// Which group of tokens is shown; null for all.
    ObjectProperty<@Nullable TokenGroup> group() {
        return group;
    }

    /// What the rows are sorted by; null for their ids.
    ObjectProperty<@Nullable Comparator<TokenRow>> order() {
        return rows.order();
    }

    LatestJob arranging() {
        return rows.arranging();
    }

    ObservableList<TokenRow> shown() {
        return rows.shown();
    }
}
