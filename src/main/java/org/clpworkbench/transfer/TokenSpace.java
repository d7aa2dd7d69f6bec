package org.clpworkbench.transfer;

import org.clpworkbench.compute.NearestNeighbours;
import org.clpworkbench.compute.TokenRows;
import org.clpworkbench.job.OpenWhileAsked;
import org.clpworkbench.job.Progress;
import org.clpworkbench.tensor.Tensor;
import org.clpworkbench.vocab.Matching;
import org.clpworkbench.vocab.Overlap;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// A source and a helper held open to be asked about single tokens: who lives next to whom in the
/// helper, and of which anchors a missing token is made. Any thread may ask for neighbours, links
/// and mixtures; who comes after it was closed is cancelled.
public final class TokenSpace implements AutoCloseable {
    /// A target token, its cosine to the one asked about, and whether the source knows it.
    public record Neighbour(int id, double cosine, boolean anchor) {}

    /// Two of the neighbours and their cosine to each other.
    public record Link(int from, int to, double cosine) {}

    /// One anchor's share of a missing token's new row.
    public record Share(int id, double weight) {}

    /// The sum that makes a token's row: the largest shares by |weight|, and figures over all of
    /// them; the token alone where its row is copied, no shares where the row is not made of
    /// anchors.
    ///
    /// @param origin of the row by this method
    /// @param topMass sum of |weight| of the shares listed, as a share of all |weight|
    /// @param effectiveAnchors exp(entropy of |weight|)
    /// @param toMean Euclidean distance of the row to the mean of the source's rows
    /// @param usualToMean of the source's own rows, root mean square
    public record Mixture(
            int id,
            String method,
            RowOrigin origin,
            List<Share> shares,
            int anchors,
            double topMass,
            double effectiveAnchors,
            double toMean,
            double usualToMean) {}

    private final Pair pair;
    private final TokenRows source;
    private final TokenRows helper;
    private final NearestNeighbours neighbours;

    /// The helper's rows of zeros.
    private final BitSet nowhere;

    private final OpenWhileAsked open = new OpenWhileAsked();
    private final Mixtures mixtures;

    private TokenSpace(
            Pair pair,
            TokenRows source,
            TokenRows helper,
            NearestNeighbours neighbours,
            BitSet nowhere) {
        this.pair = pair;
        this.source = source;
        this.helper = helper;
        this.neighbours = neighbours;
        this.nowhere = nowhere;
        this.mixtures = new Mixtures(pair, source, helper);
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
        Pair pair = Pair.open(source, helper, matching, progress);
        try {
            progress.checkCancelled();
            progress.stage("Preparing neighbours");
            Tensor space = pair.helper().tensor(pair.helper().inputEmbedding());
            Tensor embedding = pair.source().tensor(pair.source().inputEmbedding());
            var helperRows = TokenRows.of(space, space.entry().shape().getFirst());
            int rows = Math.min(helperRows.count(), pair.overlap().target().idRange());
            float[] all = helperRows.read(0, rows);
            var neighbours = new NearestNeighbours(all, rows, helperRows.width());
            return new TokenSpace(
                    pair,
                    TokenRows.of(embedding, embedding.entry().shape().getFirst()),
                    helperRows,
                    neighbours,
                    zeros(all, helperRows.width()));
        } catch (IOException | RuntimeException failure) {
            pair.close();
            throw failure;
        }
    }

    private static BitSet zeros(float[] rows, int width) {
        var zeros = new BitSet();
        for (int row = 0; row * width < rows.length; row++) {
            int at = row * width;
            while (at < (row + 1) * width && rows[at] == 0) {
                at++;
            }
            zeros.set(row, at == (row + 1) * width);
        }
        return zeros;
    }

    public Overlap overlap() {
        return pair.overlap();
    }

    /// How a token's row comes about by most methods; what one of them does of a missing token, its
    /// {@link #mixture} tells. May be asked on any thread, and of a space that is closed.
    public RowOrigin origin(int targetId) {
        if (anchor(targetId)) {
            return RowOrigin.COPIED;
        }
        if (overlap().target().token(targetId).isEmpty()
                || MatrixTransfer.takesMean(overlap(), targetId)) {
            return RowOrigin.MEAN;
        }
        boolean known = targetId < helper.count() && !nowhere.get(targetId);
        return known ? RowOrigin.COMBINED : RowOrigin.DRAWN;
    }

    /// The `k` nearest tokens in the helper's input embedding.
    ///
    /// @throws IllegalArgumentException when the helper has no row for the token
    public List<Neighbour> neighbours(int targetId, int k) {
        check(targetId);
        return open.ask(() -> neighbours.of(targetId, k)).stream()
                .filter(found -> overlap().target().token(found.row()).isPresent())
                .map(found -> new Neighbour(found.row(), found.cosine(), anchor(found.row())))
                .toList();
    }

    /// The pairs among some tokens that are most alike in the helper, the nearest first.
    ///
    /// @param atLeast cosine that a pair has
    /// @param most pairs
    public List<Link> links(int[] targetIds, double atLeast, int most) {
        Arrays.stream(targetIds).forEach(this::check);
        if (targetIds.length < 2 || most < 1) {
            return List.of();
        }
        float[] cosines = open.ask(() -> neighbours.among(targetIds));
        var nearest = new PriorityQueue<>(Comparator.comparingDouble(Link::cosine));
        for (int a = 0; a < targetIds.length; a++) {
            for (int b = a + 1; b < targetIds.length; b++) {
                float cosine = cosines[a * targetIds.length + b];
                boolean full = nearest.size() == most;
                if (cosine >= atLeast && !(full && cosine <= nearest.element().cosine())) {
                    if (full) {
                        nearest.remove();
                    }
                    nearest.add(new Link(targetIds[a], targetIds[b], cosine));
                }
            }
        }
        return nearest.stream().sorted(Comparator.comparingDouble(link -> -link.cosine())).toList();
    }

    /// The `k` nearest of a token in the source, in the helper and, where a model is given, in what
    /// a transfer made of them.
    ///
    /// @param anchorsOnly whether only tokens that both vocabularies have are looked at
    /// @param transferred folders of models with the helper's vocabulary, at most one
    /// @throws IllegalArgumentException when the helper has no row for the token
    /// @throws TransferException when the model is none of the helper's vocabulary
    public SideBySide sideBySide(
            int targetId, int k, boolean anchorsOnly, List<Path> transferred, Progress progress)
            throws IOException {
        check(targetId);
        var sides = new Sides(pair, k, anchorsOnly, progress);
        return new SideBySide(
                targetId,
                sides.inTarget(helper, targetId),
                sides.inSource(source, targetId),
                transferred.isEmpty()
                        ? List.of()
                        : sides.inModel(transferred.getFirst(), targetId));
    }

    /// The anchors that a token is made of under one of {@link #methods}, by the tokens that this
    /// method itself takes for anchors, as a transfer with it does: what is missing by the rule of
    /// this space may be copied by the method's, and the other way round. Who is first to ask for a
    /// method has it fitted; its stages are "Matching the tokens", "Reading anchors" and "Learning
    /// the combination".
    ///
    /// @throws IllegalArgumentException when the helper has no row for the token, or there is no
    ///   such method
    /// @throws java.util.concurrent.CancellationException when cancelled
    public Mixture mixture(int targetId, String method, int top, Progress progress) {
        check(targetId);
        return open.ask(() -> mixtures.of(targetId, method, top, progress));
    }

    /// Which tokens are anchors under one of {@link #methods}.
    public Overlap overlap(String method) {
        return open.ask(() -> mixtures.overlap(Recipe.of(method).matching()));
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
    public void close() {
        open.close(
                () -> {
                    mixtures.close();
                    neighbours.close();
                    pair.close();
                });
    }
}
