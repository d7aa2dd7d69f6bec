package org.clpworkbench.vocab;

import org.clpworkbench.job.Progress;
import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// A text cut by the tokenizers of source and target, and counted.
///
/// @param words separated by white space
/// @param bytes of it in UTF-8
/// @param whole whether the file was read to its end
/// @param source how often each token of the source stands in it
/// @param target the same of the target
public record CountedText(
        long words, long bytes, boolean whole, TokenCounts source, TokenCounts target) {
    private static final Pattern WORD = Pattern.compile("\\S+");
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /// Reads a UTF-8 file in pieces of whole lines.
    ///
    /// @param mostBytes after which no further piece is read
    /// @throws IOException when the file cannot be read or is no UTF-8, holds zero bytes (as UTF-16
    ///   and packed files do) or holds no word
    public static CountedText read(
            Path text,
            long mostBytes,
            ModelTokenizer source,
            ModelTokenizer target,
            Progress progress)
            throws IOException {
        var counting = new Counting(source, target);
        boolean ended = TextPieces.read(text, mostBytes, progress, counting::addOfFile);
        if (counting.zeros) {
            throw new ToldException(Sentence.of(CountedText.class, "text.zeros", text));
        }
        if (counting.words == 0) {
            throw new ToldException(Sentence.of(CountedText.class, "text.noWords", text));
        }
        return counting.result(ended);
    }

    /// Counts a text that is at hand.
    public static CountedText of(String text, ModelTokenizer source, ModelTokenizer target) {
        var counting = new Counting(source, target);
        counting.add(text);
        return counting.result(true);
    }

    private static final class Counting {
        private final ModelTokenizer source;
        private final ModelTokenizer target;
        private final long[] sourceCounts;
        private final long[] targetCounts;
        private long words;
        private long bytes;
        private boolean zeros;

        Counting(ModelTokenizer source, ModelTokenizer target) {
            this.source = source;
            this.target = target;
            this.sourceCounts = new long[source.vocabulary().idRange()];
            this.targetCounts = new long[target.vocabulary().idRange()];
        }

        void addOfFile(String piece) {
            if (piece.indexOf('\0') >= 0) {
                zeros = true;
            } else {
                add(piece);
            }
        }

        void add(String piece) {
            boolean marked = bytes == 0 && piece.startsWith(BYTE_ORDER_MARK);
            String text = marked ? piece.substring(1) : piece;
            words += WORD.matcher(text).results().count();
            bytes += piece.getBytes(StandardCharsets.UTF_8).length;
            count(source, text, sourceCounts);
            count(target, text, targetCounts);
        }

        private static void count(ModelTokenizer tokenizer, String text, long[] counts) {
            for (int id : tokenizer.encode(text)) {
                counts[id]++;
            }
        }

        CountedText result(boolean whole) {
            return new CountedText(
                    words,
                    bytes,
                    whole,
                    TokenCounts.of(sourceCounts),
                    TokenCounts.of(targetCounts));
        }
    }
}
