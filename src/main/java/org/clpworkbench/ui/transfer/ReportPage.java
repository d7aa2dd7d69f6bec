package org.clpworkbench.ui.transfer;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import org.clpworkbench.transfer.Agreement;
import org.clpworkbench.transfer.RoundTrip;
import org.clpworkbench.transfer.TransferReport;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.ShareBars;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.vocab.AnchorRules;

/// What a transfer did, section by section.
final class ReportPage extends VBox {
    private static final double WIDE = 160;
    private static final double NARROW = 90;
    private static final double COLUMN = 300;

    private final Texts texts = Texts.of(TransferView.class);
    private final TransferFigures figures = new TransferFigures();

    /// @param chooseText leads to where a text can be chosen
    ReportPage(TransferReport report, Runnable chooseText) {
        setId("report");
        getStyleClass().add("report");
        section("report.tokens", new FigureGrid(figures.tokens(report)));
        if (RowFate.of(report.weighting()).matches()) {
            section("report.rules", rules(report));
        }
        section("report.neighbours", agreement(report.agreement()));
        section("report.rows", rowBars(report), new FigureGrid(figures.rows(report)));
        section(
                "report.norms",
                new NormPicture(report),
                sentence(
                        "report.largest",
                        texts.get("largest", Numbers.significant(report.largestNormRatio()))));
        TransferReport.TextCoverage covered = report.coverage();
        section("report.coverage", covered == null ? noText(chooseText) : coverage(covered));
        section("report.check", sentence("check", check(report)));
        section("report.cost", new FigureGrid(figures.cost(report)));
    }

    private void section(String key, Node... content) {
        var title = new Label(texts.get(key));
        title.getStyleClass().add("report-title");
        var section = new VBox(title);
        section.getStyleClass().add("report-section");
        section.getChildren().addAll(content);
        getChildren().add(section);
    }

    private static Label sentence(String id, String words) {
        var label = new Label(words);
        label.setId(id);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private ShareBars rules(TransferReport report) {
        AnchorRules rules = report.counts().rules();
        var bars = new ShareBars(WIDE);
        bars.setId("rules");
        int all = report.counts().anchors();
        rule(bars, "rule.roles", rules.roles(), all, "special");
        rule(bars, "rule.exact", rules.exact(), all, "anchor");
        rule(bars, "rule.canonical", rules.canonical(), all, "anchor");
        rule(bars, "rule.fuzzy", rules.fuzzy(), all, "anchor");
        rule(bars, "rule.shared", rules.shared(), all, "missing");
        return bars;
    }

    private void rule(ShareBars bars, String key, int count, int all, String styleClass) {
        double share = all == 0 ? 0 : (double) count / all;
        bars.add(texts.get(key), share, Numbers.whole(count), styleClass);
    }

    /// How alike the new rows are, and over how many directions they spread beside the source's.
    private ShareBars rowBars(TransferReport report) {
        var bars = new ShareBars(WIDE);
        bars.setId("rowBars");
        double most = Math.max(report.rank(), report.sourceRank());
        bars.add(
                texts.get("rows.collapse"),
                report.collapse(),
                Numbers.decimal(report.collapse(), 2),
                "missing");
        bars.add(
                texts.get("rows.directions"),
                report.rank() / most,
                Numbers.decimal(report.rank(), 1),
                "missing");
        bars.add(
                texts.get("rows.directions.source"),
                report.sourceRank() / most,
                Numbers.decimal(report.sourceRank(), 1),
                "anchor");
        return bars;
    }

    private VBox agreement(Agreement agreement) {
        var bars = new ShareBars(WIDE);
        bars.setId("agreement");
        share(bars, "agreement.missing", agreement.missing(), "missing");
        share(bars, "agreement.all", agreement.tokens(), "special");
        share(bars, "agreement.anchors", agreement.anchors(), "anchor");
        var meaning = sentence("agreementMeaning", texts.get("agreement.meaning"));
        meaning.getStyleClass().addAll("text-muted", "report-meaning");
        var all = new VBox(meaning, bars);
        all.getStyleClass().add("report-section");
        return all;
    }

    private void share(ShareBars bars, String key, double share, String styleClass) {
        bars.add(texts.get(key), share, Numbers.percent(share), styleClass);
    }

    private VBox coverage(TransferReport.TextCoverage coverage) {
        var bars = new CoverageBars();
        var byScript =
                new VBox(muted("coverage.script"), bars.byScript(coverage.byScript(), NARROW));
        var byLength =
                new VBox(muted("coverage.lengths"), bars.byLength(coverage.byLength(), NARROW));
        byScript.setPrefWidth(COLUMN);
        byLength.setPrefWidth(COLUMN);
        var both = new FlowPane(byScript, byLength);
        both.setId("coverage");
        both.getStyleClass().add("coverage");
        var share =
                texts.get(
                        "coverage.share",
                        Numbers.percent(coverage.share()),
                        Numbers.whole(coverage.tokens()));
        var all = new VBox(sentence("coverageShare", share), both);
        all.getStyleClass().add("report-section");
        return all;
    }

    /// Where no text was given.
    private VBox noText(Runnable chooseText) {
        var choose = new Button(texts.get("coverage.choose"));
        choose.setId("coverageChoose");
        choose.setOnAction(_ -> chooseText.run());
        var all = new VBox(sentence("coverageNone", texts.get("coverage.none")), choose);
        all.getStyleClass().add("report-section");
        return all;
    }

    private Label muted(String key) {
        var label = new Label(texts.get(key));
        label.getStyleClass().addAll("text-muted", "report-meaning");
        return label;
    }

    private String check(TransferReport report) {
        RoundTrip check = report.check();
        String whole =
                texts.get(
                        "check",
                        Numbers.whole(check.unchangedTensors()),
                        Numbers.whole(check.anchorRows()),
                        texts.get(check.lossless() ? "check.lossless" : "check.lossy"),
                        Numbers.whole(check.configIds()));
        return check.notFinite() == 0
                ? whole
                : whole + " " + texts.get("check.notFinite", Numbers.whole(check.notFinite()));
    }
}
