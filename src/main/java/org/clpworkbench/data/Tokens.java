package org.clpworkbench.data;

/// A text's token ids, one after the other, in memory or in a file.
public sealed interface Tokens permits HeldTokens, MappedTokens {
    long length();

    /// @param place from 0, below {@link #length}
    int at(long place);

    /// A copy of some of them.
    default int[] slice(long from, int count) {
        int[] ids = new int[count];
        for (int i = 0; i < count; i++) {
            ids[i] = at(from + i);
        }
        return ids;
    }

    /// Those of an array, which is not copied.
    static Tokens of(int... ids) {
        return new HeldTokens(ids);
    }
}
