package org.clpworkbench.data;

import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldArgumentException;
import org.clpworkbench.problem.ToldException;
import org.clpworkbench.vocab.SpecialRole;
import org.clpworkbench.vocab.Vocabulary;

import java.io.IOException;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Of every window 15 % of the tokens are to be found out, each time others (dynamic masking, Liu
/// et al. 2019): eight in ten of them are masked, one is another token, one stays as it is (Devlin
/// et al. 2019). A window begins and ends with the tokenizer's marks, if it has them.
///
/// @param mask id that stands for a hidden token
/// @param first id of the mark at the beginning
/// @param last id of the mark at the end
/// @param ordinary ids that may stand for another
public record MaskedTokens(int mask, OptionalInt first, OptionalInt last, int[] ordinary)
        implements Objective {
    private static final double PREDICTED = 0.15;
    private static final double MASKED = 0.8;
    private static final double KEPT = 0.1;

    /// @throws IOException when there is no mask
    static MaskedTokens of(Vocabulary vocabulary) throws IOException {
        int mask =
                vocabulary
                        .role(SpecialRole.MASK)
                        .orElseThrow(
                                () ->
                                        new ToldException(
                                                Sentence.of(MaskedTokens.class, "mask.none")));
        int[] ordinary =
                IntStream.range(0, vocabulary.idRange())
                        .filter(id -> vocabulary.token(id).isPresent() && !vocabulary.special(id))
                        .toArray();
        return new MaskedTokens(
                mask,
                either(vocabulary, SpecialRole.CLS),
                either(vocabulary, SpecialRole.SEP),
                ordinary);
    }

    private static OptionalInt either(Vocabulary vocabulary, SpecialRole role) {
        OptionalInt id = vocabulary.role(role);
        return id.isPresent() ? id : vocabulary.role(role.substitute());
    }

    private static int marks(OptionalInt... marks) {
        return (int) Arrays.stream(marks).filter(OptionalInt::isPresent).count();
    }

    @Override
    public int shown(int context) {
        int shown = context - marks(first, last);
        if (shown < 1) {
            throw new ToldArgumentException(
                    Sentence.of(
                            MaskedTokens.class, "mask.context", context, marks(first, last) + 1));
        }
        return shown;
    }

    @Override
    public int beyond() {
        return 0;
    }

    @Override
    public Batch batch(Tokens tokens, long[] starts, int context, SplittableRandom random) {
        int rows = starts.length;
        int shown = shown(context);
        int begin = marks(first);
        int predicted = Math.max(1, (int) Math.round(PREDICTED * shown));
        long[] inputs = new long[rows * context];
        long[] places = new long[rows * predicted];
        long[] targets = new long[places.length];
        for (int row = 0; row < rows; row++) {
            int at = row * context;
            first.ifPresent(id -> inputs[at] = id);
            for (int i = 0; i < shown; i++) {
                inputs[at + begin + i] = tokens.at(starts[row] + i);
            }
            last.ifPresent(id -> inputs[at + context - 1] = id);
            int[] chosen = chosen(predicted, shown, random);
            for (int i = 0; i < predicted; i++) {
                int place = begin + chosen[i];
                places[row * predicted + i] = place;
                targets[row * predicted + i] = inputs[at + place];
                inputs[at + place] = shownFor(inputs[at + place], random);
            }
        }
        return new Batch(inputs, places, targets, rows);
    }

    /// `count` different numbers below `range`, in order.
    private static int[] chosen(int count, int range, SplittableRandom random) {
        int[] all = IntStream.range(0, range).toArray();
        for (int i = 0; i < count; i++) {
            int other = random.nextInt(i, range);
            int swapped = all[i];
            all[i] = all[other];
            all[other] = swapped;
        }
        return Arrays.stream(all, 0, count).sorted().toArray();
    }

    private long shownFor(long token, SplittableRandom random) {
        double share = random.nextDouble();
        if (share < MASKED) {
            return mask;
        }
        return share < MASKED + KEPT ? token : ordinary[random.nextInt(ordinary.length)];
    }
}
