package org.clpworkbench.transfer;

import org.clpworkbench.checkpoint.Checkpoint;
import org.clpworkbench.compute.NeighbourSearch;
import org.clpworkbench.compute.Neighbours;
import org.clpworkbench.compute.TokenRows;
import org.clpworkbench.job.Progress;
import org.clpworkbench.problem.Sentence;
import org.clpworkbench.tensor.Tensor;
import org.clpworkbench.transfer.SideBySide.Near;
import org.clpworkbench.vocab.Overlap;
import org.clpworkbench.vocab.Overlap.Anchor;
import org.clpworkbench.vocab.Vocabulary;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Looks for the `k` nearest of a token in one space after the other.
record Sides(Pair pair, int k, boolean anchorsOnly, Progress progress) {
    /// In a matrix with the helper's vocabulary.
    List<Near> inTarget(TokenRows rows, int targetId) {
        int[] tokens =
                anchorsOnly
                        ? anchors().mapToInt(Anchor::targetId).sorted().toArray()
                        : tokens(overlap().target());
        return near(rows, targetId, tokens, List::of);
    }

    List<Near> inSource(TokenRows rows, int targetId) {
        OptionalInt known = overlap().sourceOf(targetId);
        if (known.isEmpty()) {
            return List.of();
        }
        Map<Integer, List<Integer>> targets =
                anchors()
                        .collect(
                                Collectors.groupingBy(
                                        Anchor::sourceId,
                                        Collectors.mapping(Anchor::targetId, Collectors.toList())));
        int[] tokens =
                anchorsOnly
                        ? targets.keySet().stream().mapToInt(id -> id).sorted().toArray()
                        : tokens(overlap().source());
        return near(rows, known.getAsInt(), tokens, id -> targets.getOrDefault(id, List.of()));
    }

    List<Near> inModel(Path folder, int targetId) throws IOException {
        try (var model = Checkpoint.open(folder)) {
            Tensor embedding = model.tensor(model.inputEmbedding());
            var rows = TokenRows.of(embedding, embedding.entry().shape().getFirst());
            if (rows.count() < overlap().target().idRange()) {
                throw new TransferException(
                        Sentence.of(
                                Sides.class,
                                "model.rows",
                                folder.getFileName(),
                                rows.count(),
                                overlap().target().idRange()));
            }
            return inTarget(rows, targetId);
        }
    }

    private List<Near> near(
            TokenRows rows, int row, int[] among, IntFunction<List<Integer>> targets) {
        int[] within = IntStream.of(among).filter(id -> id < rows.count()).toArray();
        Neighbours found =
                NeighbourSearch.of(
                                rows,
                                new int[] {row},
                                k,
                                List.of(within),
                                (_, _) -> progress.checkCancelled())
                        .getFirst();
        return IntStream.range(0, found.rows()[0].length)
                .mapToObj(
                        at -> {
                            int id = found.rows()[0][at];
                            return new Near(id, targets.apply(id), found.cosines()[0][at]);
                        })
                .toList();
    }

    private Overlap overlap() {
        return pair.overlap();
    }

    private Stream<Anchor> anchors() {
        return overlap().anchors().stream();
    }

    private static int[] tokens(Vocabulary vocabulary) {
        return IntStream.range(0, vocabulary.idRange())
                .filter(id -> vocabulary.token(id).isPresent())
                .toArray();
    }
}
