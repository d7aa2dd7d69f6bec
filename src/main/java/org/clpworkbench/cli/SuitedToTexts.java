package org.clpworkbench.cli;

import org.clpworkbench.data.DataSet;
import org.clpworkbench.data.TextSample;
import org.clpworkbench.helper.Sensible;
import org.clpworkbench.helper.TextMeasure;
import org.clpworkbench.vocab.bpe.BpeSpec;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Locale;

/// What suits texts where no option says it, as the window suggests it, and told each time. Their
/// beginning is read when it is first asked.
final class SuitedToTexts {
    private final DataSet texts;
    private final Output output;
    private @Nullable TextSample sample;

    SuitedToTexts(DataSet texts, Output output) {
        this.texts = texts;
        this.output = output;
    }

    /// Tokens of a vocabulary.
    int vocabulary() throws IOException {
        TextSample text = sample();
        int tokens = Sensible.vocabulary(text);
        output.say(
                String.format(
                        Locale.ROOT,
                        "A vocabulary of %,d tokens suits %,d bytes of text (--vocab for another).",
                        tokens,
                        text.bytes()));
        return tokens;
    }

    /// @param parameters of the model
    /// @param perStep tokens that a step reads
    int steps(long parameters, BpeSpec tokenizer, long perStep) throws IOException {
        TextMeasure text = TextMeasure.of(sample(), tokenizer, output.progress());
        int steps = Sensible.steps(parameters, text, perStep);
        double tokens = (double) steps * perStep;
        output.say(
                String.format(
                        Locale.ROOT,
                        "%,d steps suit it: they read the text %.1f times, %.1f tokens for each"
                                + " parameter (--steps for another number).",
                        steps,
                        tokens / text.tokens(),
                        tokens / parameters));
        return steps;
    }

    private TextSample sample() throws IOException {
        TextSample known = sample;
        if (known == null) {
            known =
                    TextSample.of(
                            texts.inputs(),
                            texts.choices(),
                            TextMeasure.SAMPLE_CHARACTERS,
                            output.progress());
            sample = known;
        }
        return known;
    }
}
