package org.clpworkbench.vocab;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import ai.djl.huggingface.tokenizers.jni.TokenizersLibrary;

import org.clpworkbench.checkpoint.CheckpointException;
import org.clpworkbench.checkpoint.Sha256;
import org.clpworkbench.job.Progress;
import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.Told;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The tokenizer of a model folder. Native memory: close it, when no thread uses it any more.
public final class ModelTokenizer implements AutoCloseable {
    static {
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("ai.djl.offline", "true");
        // Or DJL looks for a CUDA build of its tokenizers, which would have to be downloaded.
        System.setProperty("RUST_FLAVOR", "cpu");
    }

    private final HuggingFaceTokenizer tokenizer;
    private final Vocabulary vocabulary;
    private final Path file;

    /// One token of a segmented text: its id and the characters `[begin, end)` that it covers. A
    /// character that is split over several tokens belongs to the first of them; the others cover
    /// nothing.
    public record Piece(int id, int begin, int end) {}

    private ModelTokenizer(HuggingFaceTokenizer tokenizer, Vocabulary vocabulary, Path file) {
        this.tokenizer = tokenizer;
        this.vocabulary = vocabulary;
        this.file = file;
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
            return new ModelTokenizer(tokenizer, vocabulary, file);
        } catch (RuntimeException refused) {
            throw new CheckpointException(
                    Sentence.of(
                            ModelTokenizer.class,
                            "tokenizer.unusable",
                            file,
                            Told.reason(refused)));
        }
    }

    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /// SHA-256 of its tokenizer.json.
    public String hash() throws IOException {
        return Sha256.of(file, Progress.unwatched());
    }

    /// Token ids of the text, without special tokens added. Large texts are cut where it does not
    /// change a token and encoded on all cores.
    public int[] encode(String text) {
        return encodeAll(List.of(text), Progress.unwatched()).getFirst();
    }

    /// Token ids of each text by itself, encoded on all cores; other threads may do the same at the
    /// same time.
    ///
    /// @throws java.util.concurrent.CancellationException when cancelled, within half a million
    ///   characters where texts can be cut
    public List<int[]> encodeAll(List<String> texts, Progress progress) {
        var parts = new ArrayList<String>();
        var owners = new ArrayList<TokenIds>();
        var all = new ArrayList<TokenIds>(texts.size());
        for (String text : texts) {
            var ids = new TokenIds(text.length() / 3);
            all.add(ids);
            for (String part : TextParts.of(text, vocabulary)) {
                parts.add(part);
                owners.add(ids);
            }
        }
        int from = 0;
        while (from < parts.size()) {
            progress.checkCancelled();
            int to = from;
            long characters = 0;
            while (to < parts.size() && characters < TextParts.AT_ONCE) {
                characters += parts.get(to++).length();
            }
            encode(parts.subList(from, to), owners.subList(from, to));
            from = to;
        }
        return all.stream().map(TokenIds::array).toList();
    }

    private void encode(List<String> parts, List<TokenIds> owners) {
        String[] batch = parts.toArray(String[]::new);
        long[] encodings = library().batchEncode(tokenizer.getHandle(), batch, false);
        for (int at = 0; at < encodings.length; at++) {
            owners.get(at).add(library().getTokenIds(encodings[at]));
            library().deleteEncoding(encodings[at]);
        }
    }

    /// Ids that grow in number.
    private static final class TokenIds {
        private int[] ids;
        private int count;

        TokenIds(int expected) {
            ids = new int[Math.max(16, expected)];
        }

        void add(long[] more) {
            if (count + more.length > ids.length) {
                ids = Arrays.copyOf(ids, Math.max(2 * ids.length, count + more.length));
            }
            for (long id : more) {
                ids[count++] = (int) id;
            }
        }

        int[] array() {
            return Arrays.copyOf(ids, count);
        }
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
