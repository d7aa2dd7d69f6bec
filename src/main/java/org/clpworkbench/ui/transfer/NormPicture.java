package org.clpworkbench.ui.transfer;

import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

import org.clpworkbench.transfer.Norms;
import org.clpworkbench.transfer.TransferReport;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.Texts;

import java.util.List;

/// Row norms of the source and of the new rows: bars on one scale, their figures below.
final class NormPicture extends GridPane {
    private static final int QUANTILES = 6;

    private final Texts texts = Texts.of(TransferView.class);
    private final double end;
    private int row;

    NormPicture(TransferReport report) {
        getStyleClass().add("norm-picture");
        end = Math.max(report.sourceNorms().greatest(), report.missingNorms().greatest());
        getColumnConstraints().add(column(72, Priority.NEVER));
        for (int i = 0; i < QUANTILES; i++) {
            getColumnConstraints().add(column(44, Priority.ALWAYS));
        }
        bar("norms.source", report.sourceNorms(), "special");
        if (report.counts().missing() > 0) {
            bar("norms.missing", report.missingNorms(), "missing");
        }
        heads();
        figures("norms.source", report.sourceNorms());
        if (report.counts().missing() > 0) {
            figures("norms.missing", report.missingNorms());
        }
    }

    private static ColumnConstraints column(double least, Priority grow) {
        var column = new ColumnConstraints();
        column.setMinWidth(least);
        column.setHgrow(grow);
        if (grow == Priority.ALWAYS) {
            column.setHalignment(HPos.RIGHT);
            column.setPrefWidth(least);
        }
        return column;
    }

    private void bar(String key, Norms norms, String styleClass) {
        var bar = new QuantileBar(norms, end, styleClass);
        bar.setAccessibleText(
                texts.get(
                        "norms.bar",
                        texts.get(key),
                        Numbers.significant(norms.median()),
                        Numbers.significant(norms.greatest())));
        add(new Label(texts.get(key)), 0, row);
        add(bar, 1, row++, QUANTILES, 1);
    }

    private void heads() {
        int column = 1;
        for (String key : List.of("least", "lower", "median", "upper", "high", "greatest")) {
            var head = new Label(texts.get("norms." + key));
            head.getStyleClass().addAll("text-muted", "report-meaning");
            add(head, column++, row);
        }
        row++;
    }

    private void figures(String key, Norms norms) {
        add(new Label(texts.get(key)), 0, row);
        int column = 1;
        for (double norm :
                List.of(
                        norms.least(),
                        norms.lower(),
                        norms.median(),
                        norms.upper(),
                        norms.high(),
                        norms.greatest())) {
            add(new Label(Numbers.significant(norm)), column++, row);
        }
        row++;
    }
}
