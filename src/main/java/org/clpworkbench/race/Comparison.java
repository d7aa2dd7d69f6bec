package org.clpworkbench.race;

import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldArgumentException;
import org.clpworkbench.transfer.Methods;
import org.clpworkbench.transfer.TransferTexts;

import java.nio.file.Path;
import java.util.List;

/// Which methods are compared before any training, and on what.
///
/// @param validation text in the target language that losses are measured on, UTF-8
/// @param texts for static spaces
/// @param methods names known to {@link Methods}
/// @param tokens of the validation text that are looked at, at most
public record Comparison(
        Path source,
        Path helper,
        Path validation,
        TransferTexts texts,
        List<String> methods,
        long seed,
        int tokens) {
    /// Enough that a loss is sure to about 0.02 nats.
    public static final int USUAL_TOKENS = 20_000;

    public Comparison {
        source = source.toAbsolutePath().normalize();
        helper = helper.toAbsolutePath().normalize();
        validation = validation.toAbsolutePath().normalize();
        methods = List.copyOf(methods);
        methods.forEach(Methods::entry);
        if (methods.isEmpty()) {
            throw new ToldArgumentException(Sentence.of(Comparison.class, "methods.none"));
        }
        if (tokens < 1) {
            throw new ToldArgumentException(Sentence.of(Comparison.class, "tokens.few", tokens));
        }
    }

    /// The methods that can be run with the texts at hand, in the order of {@link Methods}.
    public static List<String> possible(TransferTexts texts) {
        return Methods.all().stream()
                .filter(method -> texts.serve(method.recipe().space()))
                .map(Methods.Entry::name)
                .toList();
    }
}
