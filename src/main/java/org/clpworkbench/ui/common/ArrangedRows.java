package org.clpworkbench.ui.common;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.clpworkbench.job.Jobs;
import org.clpworkbench.job.Progress;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// The rows of a table as they are filtered and sorted. Many rows are arranged on a thread of their
/// own, not behind a transfer in the queue of computing jobs: who types waits for them.
public final class ArrangedRows<R> {
    /// So many rows are arranged within a frame.
    private static final int QUICK = 20_000;

    private static final int BETWEEN_LOOKS = 8192;

    private final String title;
    private final Consumer<Failure> failed;
    private final LatestJob arranging;
    private final ObjectProperty<@Nullable Comparator<R>> order = new SimpleObjectProperty<>();
    private final ObservableList<R> shown = FXCollections.observableArrayList();
    private List<R> all = List.of();
    private Predicate<R> wanted = _ -> true;

    /// @param title of the job that arranges many rows
    /// @param failed is told why they could not be arranged
    public ArrangedRows(Jobs jobs, String title, Consumer<Failure> failed) {
        this.title = title;
        this.failed = failed;
        this.arranging = new LatestJob(jobs);
        order.addListener((_, _, _) -> arrange());
    }

    /// @param rows which never change, for another thread reads them
    public void set(List<R> rows) {
        all = rows;
        arrange();
    }

    public void filter(Predicate<R> next) {
        wanted = next;
        arrange();
    }

    private void arrange() {
        arranging.cancel();
        List<R> from = all;
        Predicate<R> only = wanted;
        Optional<Comparator<R>> by = Optional.ofNullable(order.get());
        if (from.size() <= QUICK) {
            shown.setAll(arranged(from, only, by, Progress.unwatched()));
        } else {
            arranging.await(
                    title, progress -> arranged(from, only, by, progress), shown::setAll, failed);
        }
    }

    private static <R> List<R> arranged(
            List<R> from, Predicate<R> wanted, Optional<Comparator<R>> by, Progress progress) {
        var kept = new ArrayList<R>(from.size());
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
    private static <R> Comparator<R> cancellable(Comparator<R> order, Progress progress) {
        var compared = new AtomicInteger();
        return (one, other) -> {
            if (compared.getAndIncrement() % BETWEEN_LOOKS == 0) {
                progress.checkCancelled();
            }
            return order.compare(one, other);
        };
    }

    /// Where the first such row stands, -1 where none is shown.
    public int place(Predicate<R> such) {
        for (int at = 0; at < shown.size(); at++) {
            if (such.test(shown.get(at))) {
                return at;
            }
        }
        return -1;
    }

    /// What the rows are sorted by; null for the order that they were given in.
    public ObjectProperty<@Nullable Comparator<R>> order() {
        return order;
    }

    public LatestJob arranging() {
        return arranging;
    }

    public ObservableList<R> shown() {
        return shown;
    }
}
