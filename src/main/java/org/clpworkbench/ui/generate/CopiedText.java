package org.clpworkbench.ui.generate;

import org.clpworkbench.generation.TextRequest;
import org.clpworkbench.lm.Sampling;
import org.clpworkbench.ui.common.Texts;

import java.util.List;
import java.util.stream.Collectors;

/// What a model wrote, as it is put into the clipboard: headed by all that is needed to have it
/// written again.
final class CopiedText {
    private final Texts texts = Texts.of(GenerateViewModel.class);

    /// The texts that have begun, one below the other.
    String of(List<WriterText> written) {
        return written.stream()
                .filter(text -> !text.tokens().isEmpty())
                .map(this::of)
                .collect(Collectors.joining("\n\n"));
    }

    /// A text with its head; "" before it is asked for.
    String of(WriterText text) {
        return text.request().map(request -> head(text, request) + words(text)).orElse("");
    }

    /// Numbers stand there as the command line takes them: all digits, with a full stop.
    private String head(WriterText text, TextRequest request) {
        Sampling drawn = request.sampling();
        WriterChoice model = text.author();
        return String.join(
                "\n",
                texts.get("copied.model", model.name(), model.about()),
                texts.get("copied.folder", model.folder()),
                texts.get("copied.prompt", request.prompt()),
                texts.get(
                        "copied.drawn",
                        Long.toString(drawn.seed()),
                        Double.toString(drawn.temperature()),
                        Double.toString(drawn.topP()),
                        Integer.toString(drawn.topK()),
                        Integer.toString(request.tokens())),
                "",
                "");
    }

    /// The prompt, and what the model wrote.
    static String words(WriterText text) {
        var all = new StringBuilder(text.prompt().get());
        text.tokens().forEach(token -> all.append(token.text()));
        return all.toString();
    }
}
