package org.clpworkbench.cli;

import org.clpworkbench.data.PreparedText;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/// `data prepare`: a data set tokenized once.
@Command(
        name = "prepare",
        description = "Tokenizes a data set into files that --text and --validation take.")
final class DataPrepareCommand extends DataSubcommand {
    /// @param validation absent where no share is kept for it
    private record Answer(
            Path training,
            @Nullable Path validation,
            long trainingTokens,
            long validationTokens,
            PreparedText.Contents contents) {}

    @Override
    void execute(Output output) throws IOException {
        PreparedText text = prepared(output);
        var answer =
                new Answer(
                        text.training(),
                        text.validation().orElse(null),
                        text.contents().trainingTokens(),
                        text.contents().validationTokens(),
                        text.contents());
        output.answer(answer, text(answer));
    }

    private static String text(Answer answer) {
        String kept =
                answer.validation() == null
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                "validation  %s (%,d tokens)%n",
                                answer.validation(),
                                answer.validationTokens());
        return String.format(
                Locale.ROOT,
                "training    %s (%,d tokens)%n%s%s",
                answer.training(),
                answer.trainingTokens(),
                kept,
                DataStatisticsCommand.text(answer.contents().statistics()));
    }
}
