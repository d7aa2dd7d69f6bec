package org.clpworkbench.transfer;

import java.util.List;

/// A token's nearest tokens in several spaces, the nearest first; a list is empty where the space
/// does not have the token.
public record SideBySide(int id, List<Near> helper, List<Near> source, List<Near> transferred) {
    /// A neighbour in one space.
    ///
    /// @param id in that space's vocabulary
    /// @param targetIds the helper's tokens that it is: itself, or those that a source token is an
    ///   anchor for
    public record Near(int id, List<Integer> targetIds, double cosine) {
        public boolean is(Near other) {
            return targetIds.stream().anyMatch(other.targetIds::contains);
        }

        public boolean isAmong(List<Near> others) {
            return others.stream().anyMatch(this::is);
        }
    }

    /// How many of the helper's are also among others.
    public int shared(List<Near> others) {
        return (int) helper.stream().filter(own -> own.isAmong(others)).count();
    }

    /// The same as a share of the helper's, 0 to 1: the token's own part of agreement@k.
    public double agreement(List<Near> others) {
        return helper.isEmpty() ? 0 : (double) shared(others) / helper.size();
    }
}
