package org.clpworkbench.transfer;

import org.clpworkbench.checkpoint.CheckpointWriter;
import org.clpworkbench.job.Progress;
import org.clpworkbench.tensor.TensorEntry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Runs a transfer from beginning to end.
public final class CrossLingualTransfer {
    public static final String REPORT_FILE = "transfer-report.json";
    public static final String MANIFEST_FILE = "transfer-manifest.json";

    private CrossLingualTransfer() {}

    /// What {@link #run} would do; reads headers and vocabularies only.
    ///
    /// @throws TransferException when a vocabulary-sized tensor has no rule
    public static TransferPlan plan(TransferSpec spec) throws IOException {
        try (Pair pair = Pair.open(spec.source(), spec.helper(), spec.matching())) {
            return plan(spec, pair);
        }
    }

    static TransferPlan plan(TransferSpec spec, Pair pair) throws IOException {
        List<VocabularyTensor> tensors = VocabularyTensor.of(pair.source(), pair.helper());
        List<String> names = tensors.stream().map(VocabularyTensor::name).toList();
        int rows = pair.rows(spec.padTo());
        int width = tensors.getFirst().width();
        long bytes = 0;
        for (TensorEntry entry : pair.source().entries().values()) {
            bytes += names.contains(entry.name()) ? 0 : entry.bytes();
        }
        for (VocabularyTensor each : tensors) {
            int element = each.tensor().entry().dtype().bytes();
            bytes += (long) rows * each.width() * element;
        }
        long anchors = pair.overlap().anchors().size();
        long helperWidth = pair.helper().config().embeddingWidth();
        long floats =
                (long) names.size() * rows * width
                        + (long) rows * (width + 2 * helperWidth)
                        + 3 * anchors * (width + helperWidth);
        int tokens = pair.overlap().anchors().size() + pair.overlap().missing().size();
        return new TransferPlan(
                spec.method(),
                pair.overlap().anchors().size(),
                pair.overlap().missing().size(),
                rows,
                rows - tokens,
                width,
                names,
                pair.source().entries().size() - names.size(),
                bytes,
                floats * Float.BYTES,
                freeBytes(spec.target()));
    }

    /// Whether the target folder already holds exactly this transfer.
    public static boolean isMade(TransferSpec spec) throws IOException {
        return Manifest.tellsOf(spec.target(), spec);
    }

    /// Writes the target folder, the report and the manifest into it; nothing under the final name
    /// before all is whole. Its stages are "Reading anchors", "Computing rows", "Copying tensors"
    /// and "Checking the result".
    ///
    /// @throws TransferException when it cannot be done
    /// @throws java.util.concurrent.CancellationException when cancelled; nothing is left
    public static TransferReport run(TransferSpec spec, Progress progress) throws IOException {
        long began = System.nanoTime();
        progress.stage("Reading anchors");
        try (Pair pair = Pair.open(spec.source(), spec.helper(), spec.matching());
                var writer = CheckpointWriter.create(spec.target(), spec.overwrite())) {
            TransferPlan plan = plan(spec, pair);
            if (plan.outputBytes() > plan.freeDiskBytes()) {
                throw new TransferException(
                        "%s would take %,d bytes, but only %,d are free there; make room or choose another disk."
                                .formatted(
                                        spec.target(), plan.outputBytes(), plan.freeDiskBytes()));
            }
            var report = new TransferWork(spec, pair, plan, writer, progress).run(began);
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
