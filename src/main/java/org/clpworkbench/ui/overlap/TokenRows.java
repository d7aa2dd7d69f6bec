package org.clpworkbench.ui.overlap;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.clpworkbench.job.Jobs;
import org.clpworkbench.job.Progress;
import org.clpworkbench.ui.common.LatestJob;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.common.TokenKind;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// The rows of the token table as they are searched, filtered and sorted.
final class TokenRows {
    /// So many rows are arranged within a frame.
    private static final int QUICK = 20_000;

    private static final int BETWEEN_LOOKS = 8192;

    private final Texts texts = Texts.of(OverlapViewModel.class);
    private final StringProperty search = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable TokenKind> kind = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable TokenGroup> group = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Comparator<TokenRow>> order =
            new SimpleObjectProperty<>();
    private final StringProperty problem;
    private final LatestJob arranging;
    private final ObservableList<TokenRow> shown = FXCollections.observableArrayList();
    private List<TokenRow> all = List.of();

    /// @param problem where a failure is told
    TokenRows(Jobs jobs, StringProperty problem) {
        this.problem = problem;
        this.arranging = new LatestJob(jobs);
        search.addListener((property, old, now) -> arrange());
        kind.addListener((property, old, now) -> arrange());
        group.addListener((property, old, now) -> arrange());
        order.addListener((property, old, now) -> arrange());
    }

    void set(List<TokenRow> rows) {
        all = rows;
        arrange();
    }

    /// Many rows are arranged on a thread of their own, not behind a transfer in the queue of
    /// computing jobs: who types waits for them.
    private void arrange() {
        arranging.cancel();
        List<TokenRow> from = all;
        var wanted =
                new TokenFilter(
                        search.get(),
                        Optional.ofNullable(kind.get()),
                        Optional.ofNullable(group.get()));
        Optional<Comparator<TokenRow>> by = Optional.ofNullable(order.get());
        if (from.size() <= QUICK) {
            shown.setAll(arranged(from, wanted, by, Progress.unwatched()));
        } else {
            arranging.await(
                    texts.get("job.arrange"),
                    progress -> arranged(from, wanted, by, progress),
                    shown::setAll,
                    problem::set);
        }
    }

    private static List<TokenRow> arranged(
            List<TokenRow> from,
            TokenFilter wanted,
            Optional<Comparator<TokenRow>> by,
            Progress progress) {
        var kept = new ArrayList<TokenRow>(from.size());
        for (int at = 0; at < from.size(); at++) {
            if (at % BETWEEN_LOOKS == 0) {
                progress.checkCancelled();
            }
            if (wanted.test(from.get(at))) {
                kept.add(from.get(at));
            }
        }
        by.ifPresent(order -> kept.sort(cancellable(order, progress)));
        return kept;
    }

    /// An order that ends a sort which is no longer wanted.
    private static Comparator<TokenRow> cancellable(Comparator<TokenRow> order, Progress progress) {
        var compared = new AtomicInteger();
        return (one, other) -> {
            if (compared.getAndIncrement() % BETWEEN_LOOKS == 0) {
                progress.checkCancelled();
            }
            return order.compare(one, other);
        };
    }

    /// Every token again.
    void showAll() {
        search.set("");
        kind.set(null);
        group.set(null);
    }

    /// Where a token stands in the table, -1 where it is not shown.
    int place(int id) {
        for (int at = 0; at < shown.size(); at++) {
            if (shown.get(at).id() == id) {
                return at;
            }
        }
        return -1;
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
        return order;
    }

    LatestJob arranging() {
        return arranging;
    }

    ObservableList<TokenRow> shown() {
        return shown;
    }
}
