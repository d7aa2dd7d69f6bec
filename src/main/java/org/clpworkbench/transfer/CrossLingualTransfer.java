package org.clpworkbench.transfer;

import org.clpworkbench.checkpoint.CheckpointWriter;
import org.clpworkbench.compute.Devices;
import org.clpworkbench.compute.NativeMemory;
import org.clpworkbench.job.Progress;
import org.clpworkbench.problem.Sentence;
import org.clpworkbench.tensor.TensorEntry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Runs a transfer from beginning to end.
public final class CrossLingualTransfer {
    public static final String REPORT_FILE = "transfer-report.json";
    public static final String MANIFEST_FILE = "transfer-manifest.json";

    private CrossLingualTransfer() {}

    /// What {@link #run} would do; reads headers and vocabularies only.
    ///
    /// @throws TransferException when a vocabulary-sized tensor has no rule
    /// @throws java.util.concurrent.CancellationException when cancelled
    public static TransferPlan plan(TransferSpec spec, Progress progress) throws IOException {
        progress.stage("Reading vocabularies");
        try (Pair pair = Pair.open(spec, progress)) {
            return plan(spec, pair);
        }
    }

    static TransferPlan plan(TransferSpec spec, Pair pair) throws IOException {
        List<VocabularyTensor> tensors = VocabularyTensor.of(pair.source(), pair.helper());
        List<String> names = tensors.stream().map(VocabularyTensor::name).toList();
        int rows = pair.rows(spec.padTo());
        long bytes = 0;
        for (TensorEntry entry : pair.source().entries().values()) {
            bytes += names.contains(entry.name()) ? 0 : entry.bytes();
        }
        for (VocabularyTensor tensor : tensors) {
            int size = pair.source().tensor(tensor.name()).entry().dtype().bytes();
            bytes += (long) rows * tensor.width() * size;
        }
        boolean drawsAll = spec.recipe().drawsAll();
        int tokens = pair.overlap().anchors().size() + pair.overlap().missing().size();
        int anchors = drawsAll ? 0 : pair.overlap().anchors().size();
        int others = pair.source().entries().size() - names.size();
        return new TransferPlan(
                spec.method(),
                anchors,
                drawsAll || spec.recipe().shuffles() ? 0 : pair.overlap().specials(),
                tokens - anchors,
                drawn(spec.recipe(), pair, tensors.getFirst()),
                rows,
                rows - tokens,
                tensors.getFirst().width(),
                names,
                drawsAll ? 0 : others,
                drawsAll ? others : 0,
                bytes,
                MemoryEstimate.of(spec.recipe(), pair, tensors.getFirst().width()),
                freeBytes(spec.target()),
                Effort.of(spec, pair, rows, tensors, bytes));
    }

    /// Missing tokens beyond the helper's last row.
    private static int drawn(Recipe recipe, Pair pair, VocabularyTensor embedding)
            throws IOException {
        if (recipe.baseline() || recipe.space().readsTexts()) {
            return 0;
        }
        long known = pair.helper().tensor(embedding.space()).entry().shape().getFirst();
        return (int) pair.overlap().missing().stream().filter(id -> id >= known).count();
    }

    /// The method that made the model in a folder; empty for a model that no transfer made.
    public static Optional<String> methodOf(Path model) {
        return Manifest.method(model);
    }

    /// Whether the model in a folder is a transfer from a source and a helper of these names,
    /// configurations and tokenizers; weights are not compared.
    public static boolean isOf(Path model, Path source, Path helper) throws IOException {
        return Manifest.tellsOfPair(model, source, helper);
    }

    /// The first of some folders that has the name, configuration and tokenizer of the source that
    /// the model in a folder was transferred from; weights are not compared.
    public static Optional<Path> sourceOf(Path model, List<Path> among) throws IOException {
        return Manifest.input("source", model, among);
    }

    /// The same of the helper.
    public static Optional<Path> helperOf(Path model, List<Path> among) throws IOException {
        return Manifest.input("helper", model, among);
    }

    /// Whether the target folder already holds exactly this transfer.
    public static boolean isMade(TransferSpec spec) throws IOException {
        return Manifest.tellsOf(spec.target(), spec);
    }

    /// Writes the target folder, the report and the manifest into it; nothing under the final name
    /// before all is whole. Its stages are "Reading anchors", "Training static vectors" (in a
    /// static space), "Learning the combination", "Writing tensors" and "Checking the result";
    /// before the last one ends, "Copying tensors" where a large model's other shards are still on
    /// their way.
    ///
    /// @throws TransferException when it cannot be done
    /// @throws java.util.concurrent.CancellationException when cancelled; nothing is left
    public static TransferReport run(TransferSpec spec, Progress progress) throws IOException {
        var clock = new TransferClock();
        progress.stage("Reading anchors");
        NativeMemory.giveBackLargeBlocks();
        Devices.prepare();
        try (Pair pair = Pair.open(spec, progress);
                var writer = CheckpointWriter.create(spec.target(), spec.overwrite())) {
            TransferPlan plan = plan(spec, pair);
            Optional<Sentence> refusal = plan.refusal(spec.target());
            if (refusal.isPresent()) {
                throw new TransferException(refusal.get());
            }
            TransferReport report;
            try (var work = new TransferWork(spec, pair, plan, writer, clock, progress)) {
                report = work.run();
            }
            progress.checkCancelled();
            writer.commit();
            return report;
        }
    }

    private static long freeBytes(Path target) throws IOException {
        Path existing = target;
        while (existing.getParent() != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        return Files.getFileStore(existing).getUsableSpace();
    }
}
