package org.clpworkbench.ui.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import org.clpworkbench.transfer.Agreement;
import org.clpworkbench.transfer.Effort;
import org.clpworkbench.transfer.Norms;
import org.clpworkbench.transfer.RoundTrip;
import org.clpworkbench.transfer.SpentTime;
import org.clpworkbench.transfer.TransferReport;
import org.clpworkbench.transfer.TransferReport.Counts;
import org.clpworkbench.transfer.TransferReport.CoveredKind;
import org.clpworkbench.transfer.TransferReport.TextCoverage;
import org.clpworkbench.ui.chart.OnScreen;
import org.clpworkbench.vocab.AnchorRules;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// The pictures of a made-up report show its figures.
class ReportPageTest {
    /// Of a full bar, in pixels: of those that stand alone, and of those side by side.
    private static final double WIDE = 160;

    private static final double NARROW = 90;

    private static final TextCoverage COVERAGE =
            new TextCoverage(
                    100,
                    0.65,
                    List.of(new CoveredKind("CYRILLIC", 20, 5), new CoveredKind("LATIN", 80, 60)),
                    List.of(new CoveredKind("1", 50, 50), new CoveredKind("2", 50, 15)));

    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void drawsSharesAsBarsOfTheirLength() throws Exception {
        ReportPage page = page(report(COVERAGE));
        // of 40 anchors
        assertThat(bars(page, "#rules", WIDE)).containsExactly(0.1, 0.5, 0.25, 0.15, 0.2);
        // of missing tokens, all, anchors
        assertThat(bars(page, "#agreement", WIDE)).containsExactly(0.25, 0.5, 0.75);
        // collapse; 5 directions of the new rows beside the source's 20
        assertThat(bars(page, "#rowBars", WIDE)).containsExactly(0.6, 0.25, 1.0);
        assertThat(texts(page, "#rowBars")).contains("0.60", "5.0", "20.0");
        assertThat(texts(page, "#agreement")).contains("25\u202f%", "50\u202f%", "75\u202f%");
    }

    @Test
    void drawsWhatTheAnchorsCoverOfATextTheMostFrequentScriptFirst() throws Exception {
        ReportPage page = page(report(COVERAGE));
        assertThat(texts(page, "#report")).contains("65\u202f% of 100 tokens are anchors.");
        List<Node> both = page.lookup("#coverage").lookupAll(".share-bars").stream().toList();
        // 60 of 80 Latin ones, 5 of 20 Cyrillic; 50 of 50 and 15 of 50
        assertThat(bars((GridPane) both.getFirst(), NARROW)).containsExactly(0.75, 0.25);
        assertThat(bars((GridPane) both.getLast(), NARROW)).containsExactly(1.0, 0.3);
        assertThat(page.lookup("#coverageNone")).isNull();
    }

    @Test
    void saysWhyNothingIsCoveredWithoutATextAndLeadsToOne() throws Exception {
        ReportPage page = page(report(null));
        assertThat(page.lookup("#coverage")).isNull();
        assertThat(texts(page, "#report"))
                .contains("Running text")
                .anyMatch(text -> text.startsWith("No text was given"));
        OnScreen.run(() -> ((Button) page.lookup("#coverageChoose")).fire());
        assertThat(asked).hasValue(1);
    }

    @Test
    void drawsQuantilesOfBothOnOneScale() throws Exception {
        ReportPage page = page(report(COVERAGE));
        Scene scene = OnScreen.get(() -> OnScreen.show(page, 700, 1400));
        OnScreen.run(
                () -> {
                    page.applyCss();
                    page.layout();
                });
        OnScreen.picture(scene, Path.of("target/pictures/report-made.png"));
        List<Node> both = page.lookupAll(".quantile-bar").stream().toList();
        assertThat(both).hasSize(2);
        // the source's greatest, 8, is the scale's end
        assertPlaces((Region) both.getFirst(), 1, 2, 3, 4, 6, 8);
        assertPlaces((Region) both.getLast(), 0.5, 1, 1.5, 2, 3, 4);
        assertThat(both.getFirst().getAccessibleText()).contains("median 3", "greatest 8");
        assertThat(texts(page, ".norm-picture")).contains("median", "1.5", "99 %");
        OnScreen.run(() -> scene.getWindow().hide());
    }

    /// @param quantiles of a scale that ends at 8
    private static void assertPlaces(Region bar, double... quantiles) {
        double stroke = 2;
        double length = bar.getWidth() - stroke;
        assertThat(length).isGreaterThan(50);
        Region range = (Region) bar.lookup(".quantile-range");
        Region box = (Region) bar.lookup(".quantile-box");
        double[] x = new double[quantiles.length];
        for (int at = 0; at < x.length; at++) {
            x[at] = length * quantiles[at] / 8;
        }
        assertThat(range.getLayoutX()).isCloseTo(x[0], within(0.01));
        assertThat(range.getWidth()).isCloseTo(x[5] + stroke - x[0], within(0.01));
        assertThat(box.getLayoutX()).isCloseTo(x[1], within(0.01));
        assertThat(box.getWidth()).isCloseTo(x[3] + stroke - x[1], within(0.01));
        assertThat(bar.lookup(".quantile-median").getLayoutX()).isCloseTo(x[2], within(0.01));
        assertThat(bar.lookup(".quantile-high").getLayoutX()).isCloseTo(x[4], within(0.01));
    }

    private ReportPage page(TransferReport report) throws Exception {
        return OnScreen.get(() -> new ReportPage(report, asked::incrementAndGet));
    }

    private static List<Double> bars(ReportPage page, String selector, double full) {
        return bars((GridPane) page.lookup(selector), full);
    }

    /// The lengths of the bars as shares of a full one, to a thousandth.
    private static List<Double> bars(GridPane bars, double full) {
        return bars.getChildren().stream()
                .filter(HBox.class::isInstance)
                .map(track -> (Region) ((HBox) track).getChildren().getFirst())
                .map(fill -> Math.round(1000 * fill.getMinWidth() / full) / 1000.0)
                .toList();
    }

    private static List<String> texts(ReportPage page, String selector) {
        return page.lookup(selector).lookupAll(".label").stream()
                .map(label -> ((Labeled) label).getText())
                .toList();
    }

    private static TransferReport report(@Nullable TextCoverage coverage) {
        return new TransferReport(
                "clp",
                "exact",
                "helper",
                "proportional",
                new Counts(40, new AnchorRules(4, 20, 10, 6, 8), 4, 60, 3, 12, 112, 8),
                coverage,
                new Agreement(0.5, 0.25, 0.75, 100),
                0.6,
                5,
                20,
                7.5,
                new Norms(1, 2, 3, 4, 6, 8),
                new Norms(0.5, 1, 1.5, 2, 3, 4),
                null,
                new RoundTrip(7, 40, 0, 30, true, 2),
                List.of(),
                List.of(),
                1_000_000,
                1.5,
                new SpentTime(new Effort(0, 1e6, 1_000_000), 0, 1, 0.5));
    }
}
