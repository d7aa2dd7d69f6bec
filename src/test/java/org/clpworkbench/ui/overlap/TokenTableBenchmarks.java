package org.clpworkbench.ui.overlap;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;

import org.clpworkbench.ui.Frames;
import org.clpworkbench.ui.Pointer;
import org.clpworkbench.ui.TestContext;
import org.clpworkbench.ui.chart.OnScreen;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
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
    private static final int LEAP = 800;

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

            Node flow = OnScreen.get(() -> Objects.requireNonNull(table.lookup(".virtual-flow")));
            var pointer = new Pointer(flow);
            String what = String.format(Locale.ROOT, "table of %,d tokens, ", ROWS);
            Frames wheel = Frames.of(what + "wheel", FRAMES, _ -> pointer.wheel(200, 300, -1));
            Frames leaps =
                    Frames.of(
                            what + "leaps of " + LEAP,
                            FRAMES,
                            step -> table.scrollTo(step * LEAP % ROWS));

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
            assertThat(wheel.median()).isLessThan(Frames.SMOOTH);
            assertThat(leaps.median()).isLessThan(2 * Frames.SMOOTH);
        }
    }

    private static double arranging(TokenRows rows, Runnable change) throws Exception {
        long began = System.nanoTime();
        OnScreen.run(change);
        OnScreen.await(() -> rows.arranging().current().get() == null);
        return (System.nanoTime() - began) / 1e6;
    }
}
