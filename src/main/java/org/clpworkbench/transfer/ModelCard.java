package org.clpworkbench.transfer;

import org.clpworkbench.checkpoint.ModelName;

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
                - Matching `%6$s`, space `%7$s`, weighting `%8$s`
                - Seed: %9$d

                The weights come from %1$s and the tokenizer from %2$s: the licences of both apply.

                | | |
                |---|---|
                """
                        .formatted(
                                name(spec.source()),
                                name(spec.helper()),
                                name(spec.target()),
                                report.method(),
                                explanation(report),
                                report.matching(),
                                report.space(),
                                report.weighting(),
                                spec.seed()));
        var counts = report.counts();
        row(card, "tokens shared (anchors)", "%,d", counts.anchors());
        row(card, "missing tokens", "%,d", counts.missing());
        row(card, "of these without any information", "%,d", counts.fallback());
        row(card, "rows, padding included", "%,d", counts.rows());
        row(
                card,
                "agreement of 10 nearest neighbours with the helper, missing tokens",
                "%.3f",
                report.agreement().missing());
        row(card, "mean cosine of missing rows to their mean", "%.3f", report.collapse());
        row(card, "directions that missing rows spread over", "%.0f", report.rank());
        row(card, "largest missing row / largest source row", "%.2f", report.largestNormRatio());
        Double explained = report.leaveOneOutR2();
        if (explained != null) {
            row(card, "leave-one-out R² on the anchors", "%.3f", explained);
        }
        row(
                card,
                "tensors found bit for bit the source's after writing",
                "%,d",
                report.check().unchangedTensors());
        report.warnings().forEach(warning -> card.append("\n**Warning:** ").append(warning));
        return card.append(report.warnings().isEmpty() ? "" : "\n").toString();
    }

    private static String explanation(TransferReport report) {
        return Methods.all().stream()
                .filter(method -> method.name().equals(report.method()))
                .map(Methods.Entry::explanation)
                .findFirst()
                .orElse("A composition of its own.");
    }

    private static void row(StringBuilder card, String what, String format, Object value) {
        card.append("| %s | %s |\n".formatted(what, String.format(Locale.ROOT, format, value)));
    }

    private static String name(Path folder) {
        return ModelName.of(folder);
    }
}
