package org.clpworkbench.transfer;

import java.nio.file.Path;
import java.util.Locale;

/// The README.md of a transferred model: what it was made of, how, and how it looks.
final class ModelCard {
    private ModelCard() {}

    static String of(TransferSpec spec, TransferReport report) {
        var card = new StringBuilder();
        card.append(
                """
                ---
                library_name: transformers
                tags:
                - clp-transfer
                ---
                # %3$s

                The language model **%1$s**, given the vocabulary of **%2$s** by cross-lingual
                transfer (CLP-Transfer, Ostendorff & Rehm 2023, arXiv 2301.09626), before any training
                in the new language. Made by CLP Workbench.

                - Method: `%4$s`. %5$s
                - Matching: `%6$s`
                - Seed: %7$d

                The weights come from %1$s and the tokenizer from %2$s: the licences of both apply.

                | | |
                |---|---|
                """
                        .formatted(
                                name(spec.source()),
                                name(spec.helper()),
                                name(spec.target()),
                                report.method(),
                                Methods.entry(report.method()).explanation(),
                                report.matching(),
                                spec.seed()));
        row(card, "tokens shared (anchors)", "%,d", report.anchors());
        row(card, "missing tokens", "%,d", report.missing());
        row(card, "of these without any information", "%,d", report.fallback());
        row(card, "rows, padding included", "%,d", report.rows());
        row(card, "agreement of 10 nearest neighbours with the helper", "%.3f", report.agreement());
        row(card, "mean cosine of missing rows to their mean", "%.3f", report.collapse());
        row(card, "largest missing row / largest source row", "%.2f", report.largestNormRatio());
        if (!Double.isNaN(report.leaveOneOutR2())) {
            row(card, "leave-one-out R² on the anchors", "%.3f", report.leaveOneOutR2());
        }
        report.warnings().forEach(warning -> card.append("\n**Warning:** ").append(warning));
        return card.append(report.warnings().isEmpty() ? "" : "\n").toString();
    }

    private static void row(StringBuilder card, String what, String format, Object value) {
        card.append("| %s | %s |\n".formatted(what, String.format(Locale.ROOT, format, value)));
    }

    private static String name(Path folder) {
        return String.valueOf(folder.getFileName());
    }
}
