package org.clpworkbench.transfer;

import static org.clpworkbench.transfer.Space.HELPER_CENTERED;

import org.clpworkbench.compute.NearestNeighbours;
import org.clpworkbench.job.Progress;
import org.clpworkbench.tensor.Tensor;
import org.clpworkbench.vocab.Matching;
import org.clpworkbench.vocab.Overlap;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

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

    private final Pair pair;
    private final TokenRows source;
    private final TokenRows helper;
    private final NearestNeighbours neighbours;
    private final Map<String, MatrixTransfer> transfers = new HashMap<>();

    private TokenSpace(
            Pair pair, TokenRows source, TokenRows helper, NearestNeighbours neighbours) {
        this.pair = pair;
        this.source = source;
        this.helper = helper;
        this.neighbours = neighbours;
    }

    /// The methods whose mixtures can be shown: those that make rows of anchors and need no text.
    public static List<Methods.Entry> methods() {
        return Methods.all().stream()
                .filter(method -> !method.baseline() && !method.recipe().space().readsTexts())
                .toList();
    }

    /// Stages: "Reading vocabularies", "Preparing neighbours".
    public static TokenSpace open(Path source, Path helper, Matching matching, Progress progress)
            throws IOException {
        progress.stage("Reading vocabularies");
        Pair pair = Pair.open(source, helper, matching);
        try {
            progress.checkCancelled();
            progress.stage("Preparing neighbours");
            Tensor space = pair.helper().tensor(pair.helper().inputEmbedding());
            Tensor embedding = pair.source().tensor(pair.source().inputEmbedding());
            var helperRows = TokenRows.of(space, space.entry().shape().getFirst());
            int rows = Math.min(helperRows.count(), pair.overlap().target().idRange());
            var neighbours =
                    new NearestNeighbours(helperRows.read(0, rows), rows, helperRows.width());
            return new TokenSpace(
                    pair,
                    TokenRows.of(embedding, embedding.entry().shape().getFirst()),
                    helperRows,
                    neighbours);
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
        check(targetId);
        List<Neighbour> nearest =
                neighbours.of(targetId, k).stream()
                        .filter(found -> overlap().target().token(found.row()).isPresent())
                        .map(
                                found ->
                                        new Neighbour(
                                                found.row(), found.cosine(), anchor(found.row())))
                        .toList();
        var links = new ArrayList<Link>();
        for (int a = 0; a < nearest.size(); a++) {
            for (int b = a + 1; b < nearest.size(); b++) {
                int from = nearest.get(a).id();
                int to = nearest.get(b).id();
                links.add(new Link(from, to, neighbours.cosine(from, to)));
            }
        }
        return new Neighbourhood(targetId, anchor(targetId), nearest, List.copyOf(links));
    }

    /// The anchors that a missing token is made of under one of {@link #methods}, whichever tokens
    /// that method would itself take for anchors; an anchor is made of itself.
    ///
    /// @throws IllegalArgumentException when the helper has no row for the token, or there is no
    ///   such method
    public synchronized Mixture mixture(int targetId, String method, int top) {
        check(targetId);
        Recipe recipe = Recipe.of(method).with(overlap().matching());
        if (anchor(targetId)) {
            return new Mixture(targetId, method, List.of(new Share(targetId, 1)), 1, 1, 1);
        }
        double[] weights = transfer(recipe).weights(targetId);
        int[] targetIds = anchorIds();
        double all = Arrays.stream(weights).map(Math::abs).sum();
        List<Share> shares =
                IntStream.range(0, weights.length)
                        .boxed()
                        .sorted(Comparator.comparingDouble(at -> -Math.abs(weights[at])))
                        .limit(top)
                        .map(at -> new Share(targetIds[at], weights[at]))
                        .toList();
        double listed = shares.stream().mapToDouble(share -> Math.abs(share.weight)).sum();
        return new Mixture(
                targetId,
                method,
                shares,
                weights.length,
                all > 0 ? listed / all : 0,
                Entropy.effective(weights, 0, weights.length));
    }

    /// Of the anchors that the helper has rows for.
    private int[] anchorIds() {
        return overlap().anchors().stream()
                .mapToInt(Overlap.Anchor::targetId)
                .filter(id -> id < helper.count())
                .toArray();
    }

    private MatrixTransfer transfer(Recipe recipe) {
        return transfers.computeIfAbsent(
                recipe.name(),
                _ -> {
                    try {
                        return MatrixTransfer.fit(
                                source,
                                new HelperVectors(
                                        helper, overlap(), recipe.space() == HELPER_CENTERED),
                                overlap(),
                                pair.rows(1),
                                recipe,
                                0,
                                Progress.unwatched());
                    } catch (TransferException tooFew) {
                        throw new IllegalStateException(tooFew.getMessage(), tooFew);
                    }
                });
    }

    private boolean anchor(int id) {
        return overlap().sourceOf(id).isPresent();
    }

    private void check(int id) {
        if (id < 0 || id >= helper.count()) {
            throw new IllegalArgumentException(
                    "The helper has no row for the token with id %d.".formatted(id));
        }
    }

    @Override
    public synchronized void close() {
        transfers.values().forEach(MatrixTransfer::close);
        transfers.clear();
        neighbours.close();
        pair.close();
    }
}
