package org.clpworkbench.wordvectors;

import org.clpworkbench.job.Progress;
import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldArgumentException;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Token vectors in a space of words (Minixhofer et al. 2022, WECHSEL, section 3.1): the mean of
/// the words that contain the token when segmented, with and without a space before them, weighted
/// by how often they occur. For a token in no word: the mean over the words that its text consists
/// of, of the known word's vector or else the spelling's. Absent when that gives nothing.
final class TokensOfWords {
    private final WordVectors words;
    private final LanguageText side;
    private final TokenVectors tokens;
    private final long[] weights;

    private TokensOfWords(WordVectors words, LanguageText side, int dimensions) {
        this.words = words;
        this.side = side;
        tokens = TokenVectors.none(side.vocabularySize(), dimensions);
        weights = new long[side.vocabularySize()];
    }

    static TokenVectors of(
            WordVectors words, LanguageText side, int dimensions, Progress progress) {
        var made = new TokensOfWords(words, side, dimensions);
        made.fromWords(progress);
        made.fromSpelling(progress);
        return made.tokens;
    }

    private void fromWords(Progress progress) {
        List<Lexicon.Form> forms = words.lexicon().forms();
        for (int at = 0; at < forms.size(); at++) {
            progress.checkCancelled();
            progress.update(at, forms.size(), "words");
            Lexicon.Form form = forms.get(at);
            add(form, side.tokenizer().apply(form.text()));
            add(form, side.tokenizer().apply(" " + form.text()));
        }
    }

    /// A running mean, so that no sum outgrows F32.
    private void add(Lexicon.Form form, int[] ids) {
        float[] vector = words.rows()[form.word()];
        for (int id : Arrays.stream(ids).distinct().toArray()) {
            if (id < 0 || id >= side.vocabularySize()) {
                throw new ToldArgumentException(
                        Sentence.of(
                                TokensOfWords.class,
                                "token.outside.word",
                                id,
                                form.text(),
                                side.vocabularySize()));
            }
            weights[id] += form.count();
            float share = (float) ((double) form.count() / weights[id]);
            tokens.present().set(id);
            for (int at = 0; at < vector.length; at++) {
                int place = id * vector.length + at;
                tokens.matrix()[place] += share * (vector[at] - tokens.matrix()[place]);
            }
        }
    }

    private void fromSpelling(Progress progress) {
        String[] spellings = words.lexicon().words();
        var subwords = SubwordVectors.fit(spellings, words.rows(), progress);
        for (int id = 0; id < side.vocabularySize(); id++) {
            progress.checkCancelled();
            if (!tokens.has(id)) {
                int token = id;
                mean(side.tokenText().apply(id), subwords)
                        .ifPresent(vector -> tokens.set(token, vector));
            }
        }
    }

    private Optional<float[]> mean(String text, SubwordVectors subwords) {
        List<float[]> parts = new ArrayList<>();
        try (var scanner = new WordScanner(new StringReader(text))) {
            for (var word = scanner.next(); word.isPresent(); word = scanner.next()) {
                String spelling = word.get();
                words.find(spelling)
                        .or(() -> subwords.find(Lexicon.folded(spelling)))
                        .ifPresent(parts::add);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        float[] mean = new float[tokens.dimensions()];
        for (float[] part : parts) {
            NegativeSampling.addScaled(mean, 1f / parts.size(), part);
        }
        return Optional.of(mean);
    }
}
