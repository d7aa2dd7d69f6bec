package org.clpworkbench.ui.transfer;

import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.ShareBars;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.vocab.CoverageBreakdown.Part;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Which kinds of running tokens the anchors cover, as bars.
final class CoverageBars {
    private static final int MOST = 6;

    private final Texts texts = Texts.of(TransferView.class);

    /// The most frequent scripts first, the rarest together.
    ShareBars byScript(List<Part> parts, double width) {
        var bars = new ShareBars(width);
        List<Part> sorted =
                parts.stream().sorted(Comparator.comparingLong(Part::tokens).reversed()).toList();
        int shown = sorted.size() > MOST ? MOST - 1 : sorted.size();
        sorted.subList(0, shown).forEach(part -> add(bars, script(part.kind()), part));
        if (shown < sorted.size()) {
            add(bars, texts.get("coverage.others"), sum(sorted.subList(shown, sorted.size())));
        }
        return bars;
    }

    ShareBars byLength(List<Part> parts, double width) {
        var bars = new ShareBars(width);
        parts.forEach(part -> add(bars, part.kind(), part));
        return bars;
    }

    private static Part sum(List<Part> parts) {
        return new Part(
                "",
                parts.stream().mapToLong(Part::tokens).sum(),
                parts.stream().mapToLong(Part::anchors).sum());
    }

    private static void add(ShareBars bars, String word, Part part) {
        bars.add(word, part.share(), Numbers.percent(part.share()), "anchor");
    }

    /// "LATIN" is how a script is called among programmers.
    private static String script(String kind) {
        return kind.substring(0, 1).toUpperCase(Locale.ROOT)
                + kind.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
