package org.clpworkbench.ui.overlap;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;

import org.clpworkbench.ui.TestContext;
import org.clpworkbench.ui.chart.OnScreen;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// How long the table of 250,000 tokens takes: `mvn -q test -Pbenchmarks`. Each prints what it
/// measured.
@Tag("benchmarks")
class TokenTableBenchmarks {
    private static final int ROWS = 250_000;
    private static final int FRAMES = 300;
    private static final double FRAME = 1000.0 / 60;

    @TempDir Path folder;

    @Test
    void scrollsAQuarterOfAMillionRowsAndArrangesThemBesideTheWindow() throws Exception {
        try (var test = new TestContext(folder)) {
            var viewModel = OnScreen.get(() -> new OverlapViewModel(test.context()));
            TableView<TokenRow> table = OnScreen.get(TableView::new);
            Scene scene =
                    OnScreen.get(
                            () -> {
                                var _ = new TokenTable(viewModel, table);
                                Scene shown = OnScreen.show(new StackPane(table), 520, 800);
                                shown.getStylesheets()
                                        .add(
                                                Objects.requireNonNull(
                                                                OverlapView.class.getResource(
                                                                        "overlap.css"))
                                                        .toString());
                                return shown;
                            });
            TokenRows rows = viewModel.rows();
            List<TokenRow> made = TokenRowsTest.made(ROWS);
            OnScreen.run(() -> rows.set(made));
            OnScreen.await(() -> rows.shown().size() == ROWS);

            scroll(table, 3, 60);
            List<Double> steady = scroll(table, 3, FRAMES);
            say("frame while scrolling by 3 rows", steady);
            List<Double> leaping = scroll(table, 800, FRAMES);
            say("frame while dragging by 800 rows", leaping);

            double sorting =
                    arranging(
                            rows,
                            () ->
                                    rows.order()
                                            .set(
                                                    Comparator.comparing(TokenRow::display)
                                                            .reversed()));
            double searching = arranging(rows, () -> rows.search().set("wort7"));
            System.out.println(
                    String.format(
                            Locale.ROOT,
                            "benchmark: %,d tokens sorted by their text in %.0f ms, searched in"
                                    + " %.0f ms",
                            ROWS,
                            sorting,
                            searching));
            OnScreen.run(() -> scene.getWindow().hide());
            assertThat(median(steady)).isLessThan(FRAME);
            assertThat(median(leaping)).isLessThan(2 * FRAME);
        }
    }

    /// What the JavaFX thread computes to show the table at another place: styles and layout. Other
    /// work of the machine does not count.
    private static List<Double> scroll(TableView<TokenRow> table, int by, int frames)
            throws Exception {
        var times = new ArrayList<Double>();
        for (int frame = 1; frame <= frames; frame++) {
            int at = frame * by % ROWS;
            times.add(
                    OnScreen.get(
                            () -> {
                                ThreadMXBean threads = ManagementFactory.getThreadMXBean();
                                long began = threads.getCurrentThreadCpuTime();
                                table.scrollTo(at);
                                table.applyCss();
                                table.layout();
                                return (threads.getCurrentThreadCpuTime() - began) / 1e6;
                            }));
        }
        return times;
    }

    private static double arranging(TokenRows rows, Runnable change) throws Exception {
        long began = System.nanoTime();
        OnScreen.run(change);
        OnScreen.await(() -> rows.arranging().current().get() == null);
        return (System.nanoTime() - began) / 1e6;
    }

    private static double median(List<Double> times) {
        return times.stream().mapToDouble(Double::doubleValue).sorted().toArray()[times.size() / 2];
    }

    private static void say(String what, List<Double> times) {
        double[] sorted = times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.println(
                String.format(
                        Locale.ROOT,
                        "benchmark: %s of %,d: median %.1f ms, 99th in a hundred %.1f ms, worst"
                                + " %.1f ms of computing",
                        what,
                        ROWS,
                        sorted[sorted.length / 2],
                        sorted[sorted.length * 99 / 100],
                        sorted[sorted.length - 1]));
    }
}
