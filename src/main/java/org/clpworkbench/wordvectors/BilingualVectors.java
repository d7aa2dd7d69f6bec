package org.clpworkbench.wordvectors;

import org.clpworkbench.job.Progress;

import java.io.IOException;
import java.nio.file.Path;

/// Vectors of the source's and the target's tokens in one space: the space `static-bilingual`
/// (Minixhofer, Paischer and Rekabsaz 2022, WECHSEL). Both are in the source's coordinates; compare
/// them by cosine.
///
/// @param source |S| × d
/// @param target |T| × d
public record BilingualVectors(TokenVectors source, TokenVectors target, AlignmentQuality quality) {

    /// Trains words of both languages, turns the target's onto the source's by the dictionary and
    /// gives every token the vector of its words. The same bits for the same seed and input.
    ///
    /// @param dictionary a UTF-8 file of lines `source<TAB>target`
    /// @throws DictionaryException when a line of the dictionary is no pair, or too few pairs are
    ///   known in the texts
    /// @throws IOException when a text cannot be read
    /// @throws java.util.concurrent.CancellationException when `progress` is cancelled
    public static BilingualVectors train(
            LanguageText source,
            LanguageText target,
            Path dictionary,
            VectorSpec spec,
            Progress progress)
            throws IOException, InterruptedException {
        SeedDictionary pairs = SeedDictionary.read(dictionary);
        int threads = StaticVectors.cores();
        progress.stage("Training source words");
        var sourceWords = WordVectors.train(source.text(), spec, threads, progress).centred();
        progress.stage("Training target words");
        var targetWords = WordVectors.train(target.text(), spec, threads, progress).centred();
        progress.stage("Aligning the languages");
        var alignment = Alignment.of(sourceWords, targetWords, pairs, dictionary, progress);
        progress.stage("Placing source tokens");
        var sourceTokens = TokensOfWords.of(sourceWords, source, spec.dimensions(), progress);
        progress.stage("Placing target tokens");
        var turned = targetWords.rotated(alignment.rotation());
        var targetTokens = TokensOfWords.of(turned, target, spec.dimensions(), progress);
        return new BilingualVectors(sourceTokens, targetTokens, alignment.quality());
    }
}
