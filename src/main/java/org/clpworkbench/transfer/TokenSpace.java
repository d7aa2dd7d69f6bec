package org.clpworkbench.transfer;

import org.clpworkbench.job.Progress;
import org.clpworkbench.vocab.Matching;
import org.clpworkbench.vocab.Overlap;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// A source and a helper held open to be asked about single tokens: who lives next to whom in the
/// helper, and of which anchors a missing token is made.
public final class TokenSpace implements AutoCloseable {
    /// A target token, its cosine to the one asked about, and whether the source knows it.
    public record Neighbour(int id, double cosine, boolean anchor) {}

    /// Two of the neighbours and their cosine to each other.
    public record Link(int from, int to, double cosine) {}

    /// A token's neighbourhood in the helper's space.
    public record Neighbourhood(
            int id, boolean anchor, List<Neighbour> neighbours, List<Link> links) {}

    /// One anchor's share of a missing token's new row.
    public record Share(int id, double weight) {}

    /// The sum that makes a missing token's row: the largest shares by |weight|, and figures over
    /// all of them.
    ///
    /// @param topMass sum of |weight| of the shares listed, as a share of all |weight|
    /// @param effectiveAnchors exp(entropy of |weight|)
    public record Mixture(
            int id,
            String method,
            List<Share> shares,
            int anchors,
            double topMass,
            double effectiveAnchors) {}

    public static TokenSpace open(Path source, Path helper, Matching matching, Progress progress)
            throws IOException {
        throw new UnsupportedOperationException("skeleton");
    }

    public Overlap overlap() {
        throw new UnsupportedOperationException("skeleton");
    }

    /// The `k` nearest tokens in the helper's input embedding, and the links among them.
    public Neighbourhood neighbourhood(int targetId, int k) {
        throw new UnsupportedOperationException("skeleton");
    }

    /// The anchors that a missing token is made of under "clp", "clp-centered" or "linear".
    public Mixture mixture(int targetId, String method, int top) {
        throw new UnsupportedOperationException("skeleton");
    }

    @Override
    public void close() {}
}
