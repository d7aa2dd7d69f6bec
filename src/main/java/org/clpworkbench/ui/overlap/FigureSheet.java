package org.clpworkbench.ui.overlap;

import org.clpworkbench.table.Csv;
import org.clpworkbench.vocab.Fertility;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/// The figures of both tokenizers on a text, as other programs take them: a line for each figure,
/// written with a full stop whatever language the window speaks.
///
/// @param text what it is called
/// @param source name of the model
/// @param helper name of the model
record FigureSheet(String text, String source, String helper, TextFindings found) {
    private static final List<Line> LINES =
            List.of(
                    whole("words", Fertility::words),
                    whole("bytes", Fertility::bytes),
                    whole("tokens", Fertility::tokens),
                    part("tokens_per_word", Fertility::perWord),
                    part("tokens_per_byte", Fertility::perByte),
                    part("shared", Fertility::sharedShare),
                    part("pieces", Fertility::pieceShare),
                    part("unknown", Fertility::unknownShare),
                    part("used", Fertility::usedShare));

    private record Line(String name, Function<Fertility, String> figure) {}

    private static Line whole(String name, ToLongFunction<Fertility> figure) {
        return new Line(name, fertility -> Long.toString(figure.applyAsLong(fertility)));
    }

    private static Line part(String name, ToDoubleFunction<Fertility> figure) {
        return new Line(
                name,
                fertility -> String.format(Locale.ROOT, "%.6f", figure.applyAsDouble(fertility)));
    }

    /// What stands above the columns: the text, the two models.
    List<String> header() {
        return List.of(text, source, helper);
    }

    /// All lines, the size of the text first.
    List<List<String>> lines() {
        return LINES.stream().map(this::fields).toList();
    }

    private List<String> fields(Line line) {
        return List.of(
                line.name(),
                line.figure().apply(found.source()),
                line.figure().apply(found.helper()));
    }

    /// With tabs between the columns, to paste into a spreadsheet.
    ///
    /// @param names of the lines that are wanted; all where there is none
    String asText(Set<String> names) {
        return Csv.pasteLine(header())
                + lines().stream()
                        .filter(line -> names.isEmpty() || names.contains(line.getFirst()))
                        .map(Csv::pasteLine)
                        .collect(Collectors.joining());
    }
}
