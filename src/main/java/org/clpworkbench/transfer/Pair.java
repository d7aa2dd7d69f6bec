package org.clpworkbench.transfer;

import org.clpworkbench.checkpoint.Checkpoint;
import org.clpworkbench.job.Progress;
import org.clpworkbench.vocab.Matching;
import org.clpworkbench.vocab.Overlap;
import org.clpworkbench.vocab.Overlap.Anchor;
import org.clpworkbench.vocab.Vocabulary;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A source and a helper, open, and which tokens they share.
record Pair(Checkpoint source, Checkpoint helper, Overlap overlap) implements AutoCloseable {
    /// @throws java.util.concurrent.CancellationException when cancelled
    static Pair open(Path source, Path helper, Matching matching, Progress progress)
            throws IOException {
        Vocabulary known = Vocabulary.read(source);
        progress.checkCancelled();
        Vocabulary wanted = Vocabulary.read(helper);
        progress.checkCancelled();
        var overlap = Overlap.of(known, wanted, matching);
        progress.checkCancelled();
        Checkpoint sourceModel = Checkpoint.open(source);
        try {
            int rows = sourceModel.config().vocabularySize();
            return new Pair(sourceModel, Checkpoint.open(helper), within(overlap, rows));
        } catch (IOException | RuntimeException failure) {
            sourceModel.close();
            throw failure;
        }
    }

    /// A tokenizer may hold ids that its model has no row for; such a token is no anchor.
    private static Overlap within(Overlap overlap, int sourceRows) {
        List<Anchor> anchors =
                overlap.anchors().stream().filter(a -> a.sourceId() < sourceRows).toList();
        if (anchors.size() == overlap.anchors().size()) {
            return overlap;
        }
        var missing = new ArrayList<>(overlap.missing());
        overlap.anchors().stream()
                .filter(a -> a.sourceId() >= sourceRows)
                .map(Anchor::targetId)
                .forEach(missing::add);
        return new Overlap(
                overlap.matching(),
                overlap.source(),
                overlap.target(),
                anchors,
                missing.stream().sorted().toList());
    }

    /// Which tokens the two share by another rule.
    Overlap overlap(Matching other) {
        return other == overlap.matching()
                ? overlap
                : within(
                        Overlap.of(overlap.source(), overlap.target(), other),
                        source.config().vocabularySize());
    }

    /// The pair of a transfer; the baseline `shuffled` gives its anchors to other tokens.
    static Pair open(TransferSpec spec, Progress progress) throws IOException {
        Pair pair = open(spec.source(), spec.helper(), spec.recipe().matching(), progress);
        return spec.recipe().shuffles()
                ? new Pair(pair.source, pair.helper, ShuffledAnchors.of(pair.overlap, spec.seed()))
                : pair;
    }

    /// Rows of the target: every id has one, rounded up to a multiple of `padTo`.
    int rows(int padTo) {
        return Math.ceilDiv(overlap.target().idRange(), padTo) * padTo;
    }

    @Override
    public void close() {
        source.close();
        helper.close();
    }
}
