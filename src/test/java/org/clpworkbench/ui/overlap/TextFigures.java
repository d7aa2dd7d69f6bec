package org.clpworkbench.ui.overlap;

import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.vocab.Matching;
import org.clpworkbench.vocab.ModelTokenizer;
import org.clpworkbench.vocab.Overlap;
import org.clpworkbench.vocab.Overlap.Anchor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// How finely the embedded pair's tokenizers cut a text, asked of them anew.
final class TextFigures {
    private TextFigures() {}

    /// The first lines of the table: what it is, the source's figure, the helper's.
    static List<List<String>> of(Path models, String text) throws IOException {
        try (var source = ModelTokenizer.open(models.resolve("english-small"));
                var helper = ModelTokenizer.open(models.resolve("german-helper"))) {
            int[] ofSource = source.encode(text);
            int[] ofHelper = helper.encode(text);
            double words = text.strip().split("\\s+").length;
            double bytes = text.getBytes(StandardCharsets.UTF_8).length;
            var overlap = Overlap.of(source.vocabulary(), helper.vocabulary(), Matching.EXACT);
            Set<Integer> shared =
                    overlap.anchors().stream().map(Anchor::sourceId).collect(Collectors.toSet());
            return List.of(
                    line("Tokens", ofSource.length, ofHelper.length, 0),
                    line("Tokens per word", ofSource.length / words, ofHelper.length / words, 2),
                    line("Tokens per byte", ofSource.length / bytes, ofHelper.length / bytes, 3),
                    List.of(
                            "Shared tokens",
                            share(ofSource, shared::contains),
                            share(ofHelper, id -> overlap.sourceOf(id).isPresent())));
        }
    }

    private static List<String> line(String name, double source, double helper, int digits) {
        return List.of(name, Numbers.decimal(source, digits), Numbers.decimal(helper, digits));
    }

    private static String share(int[] tokens, IntPredicate shared) {
        double counted = IntStream.of(tokens).filter(shared).count();
        return Numbers.percent(counted / tokens.length);
    }
}
