package org.clpworkbench.ui.helper;

import org.clpworkbench.job.Progress;
import org.clpworkbench.vocab.ModelTokenizer;
import org.clpworkbench.vocab.Vocabulary;
import org.clpworkbench.vocab.bpe.BpeFiles;
import org.clpworkbench.vocab.bpe.BpeModel;

import java.io.IOException;
import java.nio.file.Path;
import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;

/// A trained tokenizer shown at work.
///
/// @param sentence as it is cut
/// @param merges the first ones, in their order
record TokenizerAtWork(List<Shown> sentence, List<Merged> merges) {
    private static final int MERGES = 24;
    private static final int SHORTEST = 40;
    private static final int LONGEST = 140;

    /// @param display as a person reads it ("·Haus")
    /// @param raw as its file spells it ("ĠHaus")
    record Shown(String display, String raw) {}

    /// Two tokens that become one.
    record Merged(Shown left, Shown right, Shown both) {}

    /// @param model folder with the tokenizer
    static TokenizerAtWork of(Path model, String sentence, Progress progress) throws IOException {
        progress.stage("Cutting a sentence");
        BpeModel bpe = BpeFiles.read(model);
        try (var tokenizer = ModelTokenizer.open(model)) {
            Vocabulary vocabulary = tokenizer.vocabulary();
            return new TokenizerAtWork(
                    tokenizer.segment(sentence).stream()
                            .map(piece -> shown(piece.id(), vocabulary))
                            .toList(),
                    bpe.merges().stream()
                            .limit(MERGES)
                            .map(merge -> merged(merge, bpe, vocabulary))
                            .toList());
        }
    }

    private static Merged merged(BpeModel.Merge merge, BpeModel bpe, Vocabulary vocabulary) {
        String both = bpe.tokens().get(merge.left()) + bpe.tokens().get(merge.right());
        return new Merged(
                shown(merge.left(), vocabulary),
                shown(merge.right(), vocabulary),
                shown(vocabulary.id(both).orElse(-1), vocabulary));
    }

    private static Shown shown(int id, Vocabulary vocabulary) {
        return new Shown(vocabulary.display(id), vocabulary.token(id).orElse(""));
    }

    /// The first sentence of a text that is neither short nor long; else its beginning.
    static String sentence(String text) {
        String line = text.substring(0, Math.min(text.length(), 20_000)).replaceAll("\\s+", " ");
        var sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
        sentences.setText(line);
        int begin = sentences.first();
        for (int end = sentences.next(); end != BreakIterator.DONE; end = sentences.next()) {
            String sentence = line.substring(begin, end).strip();
            if (sentence.length() >= SHORTEST && sentence.length() <= LONGEST) {
                return sentence;
            }
            begin = end;
        }
        int end = Math.min(line.length(), LONGEST);
        boolean within = end < line.length() && Character.isLowSurrogate(line.charAt(end));
        return line.substring(0, within ? end - 1 : end).strip();
    }
}
