package org.clpworkbench.transfer;

import org.clpworkbench.compute.NearestNeighbours;
import org.clpworkbench.job.Progress;
import org.clpworkbench.vocab.Matching;
import org.clpworkbench.vocab.Overlap;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// A source and a helper held open to be asked about single tokens: who lives next to whom in the
/// helper, and of which anchors a missing token is made. Not for two threads at a time.
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

    private final TransferPair pair;
    private final NearestNeighbours neighbours;
    private final int helperRows;
    private final Map<String, TargetRows> fitted = new HashMap<>();

    private TokenSpace(TransferPair pair, NearestNeighbours neighbours, int helperRows) {
        this.pair = pair;
        this.neighbours = neighbours;
        this.helperRows = helperRows;
    }

    /// Opens both models and reads the helper's input embedding.
    public static TokenSpace open(Path source, Path helper, Matching matching, Progress progress)
            throws IOException {
        progress.stage("Reading the helper's embedding");
        TransferPair pair = TransferPair.open(source, helper, matching);
        try {
            var embedding = pair.helperEmbedding();
            int rows = Math.toIntExact(embedding.entry().shape().get(0));
            int width = Math.toIntExact(embedding.entry().shape().get(1));
            var neighbours = new NearestNeighbours(embedding.rows(0, rows), rows, width);
            return new TokenSpace(pair, neighbours, rows);
        } catch (IOException | RuntimeException failure) {
            pair.close();
            throw failure;
        }
    }

    public Overlap overlap() {
        return pair.overlap();
    }

    /// The `k` nearest tokens in the helper's input embedding, and the links among them.
    ///
    /// @throws IllegalArgumentException when the helper has no row for the token
    public Neighbourhood neighbourhood(int targetId, int k) {
        checkRow(targetId);
        List<Neighbour> nearest =
                neighbours.of(targetId, Math.min(k, helperRows - 1)).stream()
                        .map(n -> new Neighbour(n.row(), n.cosine(), isAnchor(n.row())))
                        .toList();
        var links = new ArrayList<Link>();
        for (int i = 0; i < nearest.size(); i++) {
            for (int j = i + 1; j < nearest.size(); j++) {
                int from = nearest.get(i).id();
                int to = nearest.get(j).id();
                links.add(new Link(from, to, neighbours.cosine(from, to)));
            }
        }
        return new Neighbourhood(targetId, isAnchor(targetId), nearest, List.copyOf(links));
    }

    private void checkRow(int targetId) {
        if (targetId < 0 || targetId >= helperRows) {
            throw new IllegalArgumentException(
                    "The helper has no row for token %d; it has %d."
                            .formatted(targetId, helperRows));
        }
    }

    private boolean isAnchor(int targetId) {
        return pair.overlap().sourceOf(targetId).isPresent();
    }

    /// The anchors that a missing token is made of. Under a method without weights (a baseline)
    /// there are none.
    ///
    /// @throws IOException when the method is unknown or does not work for this pair
    public Mixture mixture(int targetId, String method, int top) throws IOException {
        checkRow(targetId);
        var weighting = Methods.weighting(method);
        if (weighting.isEmpty()) {
            return new Mixture(targetId, method, List.of(), 0, 0, 0);
        }
        TargetRows rows = fitted(method, weighting.get());
        List<Integer> anchorIds = rows.anchorIds();
        double[] weights = rows.combination().weights(rows.helperRows(new int[] {targetId}));
        Comparator<Integer> heaviest =
                Comparator.comparingDouble((Integer i) -> Math.abs(weights[i])).reversed();
        List<Share> shares =
                IntStream.range(0, weights.length)
                        .boxed()
                        .sorted(heaviest)
                        .limit(top)
                        .map(i -> new Share(anchorIds.get(i), weights[i]))
                        .toList();
        double all = java.util.Arrays.stream(weights).map(Math::abs).sum();
        double listed = shares.stream().mapToDouble(share -> Math.abs(share.weight())).sum();
        return new Mixture(
                targetId,
                method,
                shares,
                weights.length,
                all > 0 ? listed / all : 0,
                RowDiagnostics.effective(weights));
    }

    private TargetRows fitted(String method, Weighting weighting) throws IOException {
        TargetRows rows = fitted.get(method);
        if (rows == null) {
            rows =
                    new TargetRows(
                            pair.sourceEmbedding(),
                            pair.helperEmbedding(),
                            pair.overlap(),
                            pair.rows(1),
                            weighting,
                            0,
                            Progress.unwatched());
            fitted.put(method, rows);
        }
        return rows;
    }

    @Override
    public void close() {
        fitted.values().forEach(TargetRows::close);
        neighbours.close();
        pair.close();
    }
}
