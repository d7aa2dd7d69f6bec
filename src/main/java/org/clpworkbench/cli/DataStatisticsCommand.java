package org.clpworkbench.cli;

import org.clpworkbench.data.DataStatistics;

import picocli.CommandLine.Command;

import java.io.IOException;
import java.util.Locale;
import java.util.stream.Collectors;

/// `data statistics`: what a data set's texts are like.
@Command(
        name = "statistics",
        description = "Counts documents, tokens, scripts; prepares the text for that.")
final class DataStatisticsCommand extends DataSubcommand {
    /// @param tokensPerWord the fertility
    private record Answer(DataStatistics counts, double tokensPerWord, double bytesPerToken) {}

    @Override
    void execute(Output output) throws IOException {
        DataStatistics counts = prepared(output).statistics();
        var answer = new Answer(counts, counts.tokensPerWord(), counts.bytesPerToken());
        output.answer(answer, text(counts));
    }

    static String text(DataStatistics counts) {
        return String.format(
                Locale.ROOT,
                """
                documents   %,d (%,d for validation)
                left out    %,d duplicates, %,d in other languages or scripts, %,d blank
                size        %,d bytes, %,d characters, %,d words
                tokens      %,d: %.2f a word, %.2f bytes each, %,d different
                lengths     %s
                coverage    %s
                scripts     %s
                """,
                counts.documents(),
                counts.validationDocuments(),
                counts.duplicates(),
                counts.otherLanguage(),
                counts.blank(),
                counts.bytes(),
                counts.characters(),
                counts.words(),
                counts.tokens(),
                counts.tokensPerWord(),
                counts.bytesPerToken(),
                counts.distinct(),
                counts.lengths().stream()
                        .map(
                                each ->
                                        String.format(
                                                Locale.ROOT,
                                                "%.0f %% ≤ %,d",
                                                100 * each.share(),
                                                each.tokens()))
                        .collect(Collectors.joining(", ")),
                counts.coverage().stream()
                        .map(
                                each ->
                                        String.format(
                                                Locale.ROOT,
                                                "top %,d: %.1f %%",
                                                each.tokens(),
                                                100 * each.share()))
                        .collect(Collectors.joining(", ")),
                counts.scripts().stream()
                        .map(
                                each ->
                                        String.format(
                                                Locale.ROOT,
                                                "%s %.1f %%",
                                                each.name().toLowerCase(Locale.ROOT),
                                                100 * each.share()))
                        .collect(Collectors.joining(", ")));
    }
}
