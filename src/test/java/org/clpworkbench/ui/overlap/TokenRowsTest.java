package org.clpworkbench.ui.overlap;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.application.Platform;

import org.clpworkbench.job.JobState;
import org.clpworkbench.job.Jobs;
import org.clpworkbench.ui.chart.OnScreen;
import org.clpworkbench.ui.common.ProblemText;
import org.clpworkbench.ui.common.TokenKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

class TokenRowsTest {
    private final Jobs jobs = new Jobs();
    private TokenRows rows;

    @BeforeEach
    void make() throws Exception {
        rows = OnScreen.get(() -> new TokenRows(jobs, new ProblemText()));
    }

    @AfterEach
    void close() {
        jobs.close();
    }

    static List<TokenRow> made(int count) {
        var made = new ArrayList<TokenRow>(count);
        for (int id = 0; id < count; id++) {
            boolean anchor = id % 5 == 0;
            made.add(
                    new TokenRow(
                            new HelperToken(
                                    id,
                                    "·wort" + Integer.toString(id, 36),
                                    "Ġwort" + Integer.toString(id, 36),
                                    8,
                                    false),
                            anchor ? id / 5 : -1,
                            (id * 7919L) % 1000));
        }
        return made;
    }

    @Test
    void arrangesAFewAtOnce() throws Exception {
        OnScreen.run(
                () -> {
                    rows.set(made(100));
                    rows.kind().set(TokenKind.ANCHOR);
                    assertThat(rows.shown()).hasSize(20);
                    rows.search().set("95");
                    assertThat(rows.shown()).extracting(TokenRow::id).containsExactly(95);
                    rows.showAll();
                    assertThat(rows.shown()).hasSize(100);
                    assertThat(rows.place(42)).isEqualTo(42);
                    assertThat(rows.place(100)).isEqualTo(-1);
                });
    }

    /// "·wort7" begins a word, "wort7" and "stichwort7" do not.
    @Test
    void findsTheBeginningOfAWordByASpaceInFront() throws Exception {
        var tokens = new ArrayList<>(made(8));
        for (String display : List.of("wort7", "stichwort7")) {
            var token = new HelperToken(tokens.size(), display, display, 5, false);
            tokens.add(new TokenRow(token, -1, 0));
        }
        OnScreen.run(
                () -> {
                    rows.set(tokens);
                    rows.search().set("WORT7");
                    assertThat(rows.shown()).extracting(TokenRow::id).containsExactly(7, 8, 9);
                    rows.search().set(" WORT7 ");
                    assertThat(rows.shown()).extracting(TokenRow::id).containsExactly(7);
                });
    }

    @Test
    void arrangesManyOffTheJavaFxThread() throws Exception {
        var onFxThread = new AtomicBoolean();
        Comparator<TokenRow> order =
                Comparator.comparingLong(
                        row -> {
                            if (Platform.isFxApplicationThread()) {
                                onFxThread.set(true);
                            }
                            return -row.inText();
                        });
        OnScreen.run(
                () -> {
                    rows.set(made(250_000));
                    rows.order().set(order);
                });
        OnScreen.await(() -> rows.shown().size() == 250_000);
        assertThat(OnScreen.get(() -> rows.shown().getFirst().inText())).isEqualTo(999);
        assertThat(onFxThread).isFalse();
    }

    @Test
    void endsASortThatANewerOneOvertakes() throws Exception {
        var sorting = new CountDownLatch(1);
        var overtaken = new CountDownLatch(1);
        var comparisons = new AtomicInteger();
        Comparator<TokenRow> slow =
                (one, other) -> {
                    comparisons.incrementAndGet();
                    sorting.countDown();
                    try {
                        overtaken.await();
                    } catch (InterruptedException stopped) {
                        throw new IllegalStateException(stopped);
                    }
                    return Long.compare(one.inText(), other.inText());
                };
        OnScreen.run(
                () -> {
                    rows.set(made(250_000));
                    rows.order().set(slow);
                });
        sorting.await();
        var old = OnScreen.get(() -> rows.arranging().current().get());
        OnScreen.run(() -> rows.order().set(Comparator.comparingInt(row -> -row.id())));
        overtaken.countDown();
        OnScreen.await(() -> rows.arranging().current().get() == null);
        assertThat(OnScreen.get(() -> rows.shown().getFirst().id())).isEqualTo(249_999);
        OnScreen.await(() -> old != null && old.state() == JobState.CANCELLED);
        // a whole sort compares each row at least once
        assertThat(comparisons).hasValueLessThan(249_999);
    }

    @Test
    void showsOnlyWhatWasAskedForLast() throws Exception {
        OnScreen.run(() -> rows.set(made(250_000)));
        OnScreen.run(
                () -> {
                    rows.search().set("a");
                    rows.search().set("ab");
                    rows.search().set("wort77");
                });
        OnScreen.await(() -> rows.arranging().current().get() == null);
        assertThat(OnScreen.get(() -> List.copyOf(rows.shown())))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.display()).contains("wort77"));
    }
}
