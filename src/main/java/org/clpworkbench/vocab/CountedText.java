package org.clpworkbench.vocab;

import org.clpworkbench.job.Progress;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
    private static final int CHUNK = 1 << 18;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /// Reads a UTF-8 file in pieces of whole lines; what is no UTF-8 counts as U+FFFD.
    ///
    /// @param mostBytes after which no further piece is read
    /// @throws IOException when the file cannot be read or holds no word
    public static CountedText read(
            Path text,
            long mostBytes,
            ModelTokenizer source,
            ModelTokenizer target,
            Progress progress)
            throws IOException {
        var counting = new Counting(source, target);
        long total = Math.min(mostBytes, Files.size(text));
        boolean ended = false;
        try (InputStream in = Files.newInputStream(text);
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            var pending = new StringBuilder();
            char[] buffer = new char[CHUNK];
            while (!ended && counting.bytes < mostBytes) {
                progress.checkCancelled();
                progress.update(counting.bytes, total, "bytes");
                int read = fill(reader, buffer);
                ended = read < buffer.length;
                pending.append(buffer, 0, read);
                int end = ended ? pending.length() : cut(pending);
                counting.add(pending.substring(0, end));
                pending.delete(0, end);
            }
        }
        if (counting.words == 0) {
            throw new IOException("%s holds no words. Choose another text.".formatted(text));
        }
        return counting.result(ended);
    }

    /// Counts a text that is at hand.
    public static CountedText of(String text, ModelTokenizer source, ModelTokenizer target) {
        var counting = new Counting(source, target);
        counting.add(text);
        return counting.result(true);
    }

    private static int fill(Reader reader, char[] buffer) throws IOException {
        int filled = 0;
        while (filled < buffer.length) {
            int read = reader.read(buffer, filled, buffer.length - filled);
            if (read < 0) {
                break;
            }
            filled += read;
        }
        return filled;
    }

    /// After the last line, else after the last space, else before what may be half a character.
    private static int cut(StringBuilder text) {
        int line = text.lastIndexOf("\n") + 1;
        int space = line > 0 ? line : text.lastIndexOf(" ");
        if (space > 0) {
            return space;
        }
        boolean halved = Character.isHighSurrogate(text.charAt(text.length() - 1));
        return text.length() - (halved ? 1 : 0);
    }

    private static final class Counting {
        private final ModelTokenizer source;
        private final ModelTokenizer target;
        private final long[] sourceCounts;
        private final long[] targetCounts;
        private long words;
        private long bytes;

        Counting(ModelTokenizer source, ModelTokenizer target) {
            this.source = source;
            this.target = target;
            this.sourceCounts = new long[source.vocabulary().idRange()];
            this.targetCounts = new long[target.vocabulary().idRange()];
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
