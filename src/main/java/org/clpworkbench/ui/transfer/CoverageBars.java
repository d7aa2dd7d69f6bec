package org.clpworkbench.ui.transfer;

import org.clpworkbench.transfer.TransferReport.CoveredKind;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.ShareBars;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.common.TokenGroupWords;
import org.clpworkbench.vocab.Grouping;

import java.util.Comparator;
import java.util.List;

/// Which kinds of running tokens the anchors cover, as bars.
final class CoverageBars {
    private static final int MOST = 6;

    private final Texts texts = Texts.of(TransferView.class);

    /// The most frequent scripts first, the rarest together.
    ShareBars byScript(List<CoveredKind> parts, double width) {
        var bars = new ShareBars(width);
        List<CoveredKind> sorted =
                parts.stream()
                        .sorted(Comparator.comparingLong(CoveredKind::tokens).reversed())
                        .toList();
        int shown = sorted.size() > MOST ? MOST - 1 : sorted.size();
        sorted.subList(0, shown)
                .forEach(part -> add(bars, TokenGroupWords.of(Grouping.SCRIPT, part.kind()), part));
        if (shown < sorted.size()) {
            add(bars, texts.get("coverage.others"), sum(sorted.subList(shown, sorted.size())));
        }
        return bars;
    }

    ShareBars byLength(List<CoveredKind> parts, double width) {
        var bars = new ShareBars(width);
        parts.forEach(part -> add(bars, TokenGroupWords.of(Grouping.LENGTH, part.kind()), part));
        return bars;
    }

    private static CoveredKind sum(List<CoveredKind> parts) {
        return new CoveredKind(
                "",
                parts.stream().mapToLong(CoveredKind::tokens).sum(),
                parts.stream().mapToLong(CoveredKind::anchors).sum());
    }

    private static void add(ShareBars bars, String word, CoveredKind part) {
        bars.add(word, part.share(), Numbers.percent(part.share()), "anchor");
    }
}
