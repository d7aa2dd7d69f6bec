package org.clpworkbench.data;

import java.util.List;

/// What a data set's texts are like, of the documents that are taken.
///
/// @param documents that are taken, for training and for validation
/// @param validationDocuments those of them that are kept for validation
/// @param blank documents that were left out because they say nothing
/// @param duplicates documents that were left out because one before them says the same
/// @param otherLanguage documents that were left out for their language or script
/// @param bytes in UTF-8
/// @param characters Unicode code points
/// @param words separated by white space
/// @param tokens without those that stand between documents
/// @param lengths of documents in tokens
/// @param distinct how many different tokens there are
/// @param coverage how much of the text the most frequent tokens make up
/// @param scripts of letters, the most frequent first
public record DataStatistics(
        long documents,
        long validationDocuments,
        long blank,
        long duplicates,
        long otherLanguage,
        long bytes,
        long characters,
        long words,
        long tokens,
        List<Quantile> lengths,
        int distinct,
        List<Coverage> coverage,
        List<Script> scripts) {
    public DataStatistics {
        lengths = List.copyOf(lengths);
        coverage = List.copyOf(coverage);
        scripts = List.copyOf(scripts);
    }

    /// @param share of the documents that are no longer than that, 0 to 1
    /// @param tokens the length of the document at that rank (nearest rank)
    public record Quantile(double share, int tokens) {}

    /// @param tokens how many of the most frequent tokens
    /// @param share of the text that they are, 0 to 1
    public record Coverage(int tokens, double share) {}

    /// @param name as Unicode has it ("CYRILLIC")
    /// @param letters in the script
    /// @param share of all letters, 0 to 1
    public record Script(String name, long letters, double share) {}

    /// The fertility: tokens a word.
    public double tokensPerWord() {
        return (double) tokens / Math.max(1, words);
    }

    public double bytesPerToken() {
        return (double) bytes / Math.max(1, tokens);
    }
}
