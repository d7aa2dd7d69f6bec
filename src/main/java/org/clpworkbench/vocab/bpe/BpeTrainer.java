package org.clpworkbench.vocab.bpe;

import org.clpworkbench.job.Progress;
import org.clpworkbench.vocab.ByteAlphabet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Trains a byte-level BPE on texts. The result is that of the Hugging Face library's `BpeTrainer`
/// on the same files with its ByteLevel pre-tokenizer (no space before a text) and alphabet,
/// whatever the number of threads.
public final class BpeTrainer {
    private BpeTrainer() {}

    /// Trains on all cores.
    ///
    /// @param texts UTF-8; together they may be larger than the memory, but not their different
    ///   words
    /// @return with fewer tokens than asked for when no pair is frequent enough any more
    /// @throws IOException that names the file which cannot be read or is no UTF-8
    /// @throws java.util.concurrent.CancellationException when the progress says so
    public static BpeModel train(List<Path> texts, BpeSpec spec, Progress progress)
            throws IOException {
        return train(texts, spec, Runtime.getRuntime().availableProcessors(), progress);
    }

    static BpeModel train(List<Path> texts, BpeSpec spec, int threads, Progress progress)
            throws IOException {
        var tokens = new ArrayList<>(spec.specialTokens());
        int[] symbolOf = new int[ByteAlphabet.SIZE];
        for (int value : bytesInOrder()) {
            symbolOf[value] = tokens.size();
            tokens.add(String.valueOf(ByteAlphabet.character((byte) value)));
        }
        var words = words(texts, symbolOf, threads, progress);
        return new Merging(words, tokens, spec, progress).run();
    }

    /// The table of counted words is given up before the merging begins.
    private static SymbolWords words(
            List<Path> texts, int[] symbolOf, int threads, Progress progress) throws IOException {
        return new SymbolWords(WordCounting.count(texts, threads, progress), symbolOf);
    }

    /// All bytes in the order of the characters that stand for them.
    private static List<Integer> bytesInOrder() {
        return IntStream.range(0, ByteAlphabet.SIZE)
                .boxed()
                .sorted(
                        (a, b) ->
                                Character.compare(
                                        ByteAlphabet.character(a.byteValue()),
                                        ByteAlphabet.character(b.byteValue())))
                .toList();
    }
}
