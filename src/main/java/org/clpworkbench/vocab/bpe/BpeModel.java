package org.clpworkbench.vocab.bpe;

import java.util.List;

/// A trained byte-level BPE.
///
/// @param tokens by id, in the byte-level alphabet: special ones, the 256 bytes, then what was
///   merged
/// @param merges in the order in which they apply
/// @param specialTokens the first tokens
public record BpeModel(List<String> tokens, List<Merge> merges, List<String> specialTokens) {
    /// Two tokens, by id, that become the one spelled as both together.
    public record Merge(int left, int right) {}

    public BpeModel {
        tokens = List.copyOf(tokens);
        merges = List.copyOf(merges);
        specialTokens = List.copyOf(specialTokens);
    }
}
