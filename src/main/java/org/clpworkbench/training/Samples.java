package org.clpworkbench.training;

import org.clpworkbench.data.Batch;
import org.clpworkbench.data.HeldOutWindows;
import org.clpworkbench.lm.Generator;
import org.clpworkbench.lm.LanguageModel;
import org.clpworkbench.lm.Sampling;
import org.clpworkbench.vocab.ModelTokenizer;

import java.time.Instant;
import java.util.Arrays;

/// What a model makes of the beginning of the validation text: the same question at every
/// evaluation, so that a person sees what it has learnt.
final class Samples {
    private static final int PROMPT_LENGTH = 8;
    private static final int CONTINUATION = 32;
    private static final int FILLED = 64;
    private static final Sampling SAMPLING = new Sampling(0.8, 50, 0.95, 0);

    private final LanguageModel model;
    private final ModelTokenizer tokenizer;
    private final Batch first;

    Samples(LanguageModel model, ModelTokenizer tokenizer, HeldOutWindows validation) {
        this.model = model;
        this.tokenizer = tokenizer;
        first = validation.parts().getFirst().batch();
    }

    /// The first words with what the model writes after them, each time drawn with the same seed;
    /// or the first sentences with what it puts into the masked places, in brackets.
    RunEvent.Sample at(int step) {
        return model.causal()
                ? continued(step)
                : new RunEvent.Sample(Instant.now(), step, "", filled());
    }

    private int[] beginning(int length) {
        return Arrays.stream(first.inputs(), 0, Math.min(length, first.context()))
                .mapToInt(Math::toIntExact)
                .toArray();
    }

    private RunEvent.Sample continued(int step) {
        int[] prompt = beginning(PROMPT_LENGTH);
        int[] all = new Generator(model).continuation(prompt, CONTINUATION, SAMPLING);
        String text = tokenizer.decode(all);
        // a character that the prompt cuts through belongs to what follows
        String added = tokenizer.added(all, prompt.length, all.length);
        String given = text.substring(0, text.length() - added.length());
        return new RunEvent.Sample(Instant.now(), step, given, text);
    }

    private String filled() {
        int[] ids = beginning(FILLED);
        float[] logits = model.logits(ids);
        int vocabulary = logits.length / ids.length;
        var text = new StringBuilder();
        int told = 0;
        for (int i = 0; i < first.predicted() && first.places()[i] < ids.length; i++) {
            int place = (int) first.places()[i];
            ids[place] = likeliest(logits, place * vocabulary, vocabulary);
            text.append(tokenizer.added(ids, told, place)).append(bracketed(ids, place));
            told = place + 1;
        }
        return text.append(tokenizer.added(ids, told, ids.length)).toString().strip();
    }

    private static int likeliest(float[] logits, int from, int count) {
        int best = 0;
        for (int i = 1; i < count; i++) {
            best = logits[from + i] > logits[from + best] ? i : best;
        }
        return best;
    }

    /// A token in brackets, with the space before it outside; one that is nothing but space as the
    /// vocabulary shows it.
    private String bracketed(int[] ids, int place) {
        String word = tokenizer.added(ids, place, place + 1);
        String bare = word.stripLeading();
        return bare.isEmpty()
                ? "[" + tokenizer.vocabulary().display(ids[place]) + "]"
                : word.substring(0, word.length() - bare.length()) + "[" + bare + "]";
    }
}
