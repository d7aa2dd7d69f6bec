package org.clpworkbench.vocab;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import ai.djl.huggingface.tokenizers.jni.TokenizersLibrary;

import org.clpworkbench.checkpoint.CheckpointException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The tokenizer of a model folder. Native memory: close it. One thread at a time.
public final class ModelTokenizer implements AutoCloseable {
    static {
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("ai.djl.offline", "true");
        // Or DJL looks for a CUDA build of its tokenizers, which would have to be downloaded.
        System.setProperty("RUST_FLAVOR", "cpu");
    }

    private static final int BATCH = 64;

    private final HuggingFaceTokenizer tokenizer;
    private final Vocabulary vocabulary;

    /// One token of a segmented text: its id and the characters `[begin, end)` that it covers. A
    /// character that is split over several tokens belongs to the first of them; the others cover
    /// nothing.
    public record Piece(int id, int begin, int end) {}

    private ModelTokenizer(HuggingFaceTokenizer tokenizer, Vocabulary vocabulary) {
        this.tokenizer = tokenizer;
        this.vocabulary = vocabulary;
    }

    /// @throws CheckpointException when the folder has no tokenizer.json or the file is malformed
    public static ModelTokenizer open(Path folder) throws IOException {
        Vocabulary vocabulary = Vocabulary.read(folder);
        Path file = folder.resolve("tokenizer.json");
        try {
            var tokenizer =
                    HuggingFaceTokenizer.builder()
                            .optTokenizerPath(file)
                            .optAddSpecialTokens(false)
                            .optTruncation(false)
                            .optPadding(false)
                            .build();
            return new ModelTokenizer(tokenizer, vocabulary);
        } catch (RuntimeException refused) {
            throw new CheckpointException(
                    "%s cannot be used as a tokenizer: %s".formatted(file, refused.getMessage()));
        }
    }

    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /// Token ids of the text, without special tokens added. Large texts are cut where it does not
    /// change a token and encoded on all cores.
    public int[] encode(String text) {
        String[] parts = TextParts.of(text, vocabulary);
        int[] ids = new int[Math.max(16, text.length() / 3)];
        int count = 0;
        for (int from = 0; from < parts.length; from += BATCH) {
            String[] batch = Arrays.copyOfRange(parts, from, Math.min(from + BATCH, parts.length));
            for (long encoding : library().batchEncode(tokenizer.getHandle(), batch, false)) {
                long[] part = library().getTokenIds(encoding);
                library().deleteEncoding(encoding);
                if (count + part.length > ids.length) {
                    ids = Arrays.copyOf(ids, Math.max(2 * ids.length, count + part.length));
                }
                for (long id : part) {
                    ids[count++] = (int) id;
                }
            }
        }
        return Arrays.copyOf(ids, count);
    }

    public List<Piece> segment(String text) {
        long encoding = library().encode(tokenizer.getHandle(), text, false);
        try {
            long[] ids = library().getTokenIds(encoding);
            CharSpan[] spans = library().getTokenCharSpans(encoding);
            var pieces = new ArrayList<Piece>(ids.length);
            int covered = 0;
            int codePoints = 0;
            for (int at = 0; at < ids.length; at++) {
                // The tokenizer counts code points, Java's strings UTF-16 units.
                int last = spans[at] == null ? codePoints : spans[at].getEnd();
                int first = spans[at] == null ? last : Math.max(codePoints, spans[at].getStart());
                int begin = text.offsetByCodePoints(covered, Math.max(0, first - codePoints));
                int end = text.offsetByCodePoints(begin, Math.max(0, last - first));
                pieces.add(new Piece((int) ids[at], begin, end));
                covered = end;
                codePoints = Math.max(codePoints, last);
            }
            return pieces;
        } finally {
            library().deleteEncoding(encoding);
        }
    }

    public String decode(int[] ids) {
        return tokenizer.decode(Arrays.stream(ids).asLongStream().toArray(), false);
    }

    /// What tokens add to the text of those before them, so that spaces stand where the whole text
    /// has them.
    public String added(int[] ids, int from, int to) {
        String before = decode(Arrays.copyOf(ids, from));
        String all = decode(Arrays.copyOf(ids, to));
        int common = 0;
        while (common < Math.min(before.length(), all.length())
                && before.charAt(common) == all.charAt(common)) {
            common++;
        }
        return all.substring(common);
    }

    @Override
    public void close() {
        tokenizer.close();
    }

    /// DJL's own `encode` also fetches every token's string, mask and span: ten times slower.
    private static TokenizersLibrary library() {
        return TokenizersLibrary.LIB;
    }
}
