package org.clpworkbench.transfer;

import org.clpworkbench.checkpoint.Checkpoint;
import org.clpworkbench.checkpoint.CheckpointWriter;
import org.clpworkbench.checkpoint.PlannedTensor;
import org.clpworkbench.job.Progress;
import org.clpworkbench.tensor.DType;
import org.clpworkbench.tensor.Tensor;
import org.clpworkbench.tensor.TensorEntry;
import org.clpworkbench.tensor.TensorSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Runs a transfer from beginning to end (Ostendorff & Rehm 2023, section 3, and what the released
/// code leaves out).
public final class CrossLingualTransfer {
    public static final String REPORT_FILE = "transfer-report.json";
    public static final String MANIFEST_FILE = "transfer-manifest.json";
    private static final Map<String, String> HEADER = Map.of("format", "pt");

    private final TransferSpec spec;
    private final TransferPair pair;
    private final Progress progress;
    private final long began = System.nanoTime();
    private final int rows;

    private CrossLingualTransfer(TransferSpec spec, TransferPair pair, Progress progress) {
        this.spec = spec;
        this.pair = pair;
        this.progress = progress;
        this.rows = pair.rows(spec.padTo());
    }

    /// What {@link #run} would do; reads headers and vocabularies only.
    public static TransferPlan plan(TransferSpec spec) throws IOException {
        Optional<Weighting> weighting = Methods.weighting(spec.method());
        try (var pair = TransferPair.open(spec.source(), spec.helper(), spec.matching())) {
            var transfer = new CrossLingualTransfer(spec, pair, Progress.unwatched());
            boolean scratch = weighting.isEmpty();
            int all = pair.source().entries().size();
            List<String> computed =
                    scratch
                            ? List.copyOf(pair.source().entries().keySet())
                            : pair.tensors().names();
            return new TransferPlan(
                    spec.method(),
                    pair.overlap().anchors().size(),
                    pair.overlap().missing().size(),
                    transfer.rows,
                    pair.padding(transfer.rows),
                    pair.width(),
                    computed,
                    all - computed.size(),
                    transfer.outputBytes(),
                    transfer.memoryBytes(scratch),
                    freeBytes(spec.target()));
        }
    }

    private long outputBytes() {
        List<String> vocabularySized = pair.tensors().names();
        return pair.source().entries().values().stream()
                .mapToLong(
                        entry ->
                                vocabularySized.contains(entry.name())
                                        ? entry.bytes() / entry.shape().getFirst() * rows
                                        : entry.bytes())
                .sum();
    }

    /// The anchors on both sides in F32 and, for the check, source-sized and helper-sized
    /// embeddings.
    private long memoryBytes(boolean scratch) throws IOException {
        if (scratch) {
            return 1L << 20;
        }
        long helperWidth = pair.helperEmbedding().entry().shape().get(1);
        long widths = pair.width() + helperWidth;
        return Float.BYTES * widths * (pair.overlap().anchors().size() + 2L * rows);
    }

    private static long freeBytes(Path target) throws IOException {
        Path existing = target.toAbsolutePath();
        while (!Files.exists(existing)) {
            existing = existing.resolve("..").normalize();
        }
        return Files.getFileStore(existing).getUsableSpace();
    }

    /// Writes the target folder, the report and the manifest into it; nothing under the final name
    /// before all is whole.
    ///
    /// @throws TransferException when the pair or the method does not allow it
    /// @throws java.util.concurrent.CancellationException when cancelled; nothing is left then
    public static TransferReport run(TransferSpec spec, Progress progress) throws IOException {
        Optional<Weighting> weighting = Methods.weighting(spec.method());
        progress.stage("Reading anchors");
        try (var pair = TransferPair.open(spec.source(), spec.helper(), spec.matching());
                var writer = CheckpointWriter.create(spec.target(), spec.overwrite())) {
            var transfer = new CrossLingualTransfer(spec, pair, progress);
            transfer.checkSpace();
            writer.config(TargetConfig.config(pair.source(), pair.helper(), transfer.rows));
            var generation = TargetConfig.generation(pair.source(), pair.helper());
            if (generation.isPresent()) {
                writer.generationConfig(generation.get());
            }
            writer.copyTokenizer(spec.helper());
            TransferReport report =
                    weighting.isPresent()
                            ? transfer.combine(weighting.get(), writer)
                            : transfer.drawAll(writer);
            progress.stage("Checking the result");
            new TransferRecord(spec, pair, report).write(writer, progress);
            progress.checkCancelled();
            writer.commit();
            return report;
        }
    }

    private void checkSpace() throws IOException {
        long free = freeBytes(spec.target());
        if (free < outputBytes()) {
            throw new TransferException(
                    "%s needs %,d bytes, but only %,d are free there; make room or choose another disk."
                            .formatted(spec.target(), outputBytes(), free));
        }
    }

    private TransferReport combine(Weighting weighting, CheckpointWriter writer)
            throws IOException {
        try (var input = rowsOf(pair.tensors().input(), pair.helperEmbedding(), weighting)) {
            Optional<TargetRows> head =
                    pair.tensors().head().isPresent()
                            ? Optional.of(
                                    rowsOf(
                                            pair.tensors().head().get(),
                                            pair.helperHead(),
                                            weighting))
                            : Optional.empty();
            try {
                writer.tensors(plan(input, head), HEADER, pair.source()::fileOf);
            } finally {
                head.ifPresent(TargetRows::close);
            }
            progress.stage("Checking the result");
            return report(input, writer.folder());
        }
    }

    private TargetRows rowsOf(String name, Tensor helper, Weighting weighting) throws IOException {
        return new TargetRows(
                pair.source().tensor(name),
                helper,
                pair.overlap(),
                rows,
                weighting,
                spec.seed(),
                progress);
    }

    private List<PlannedTensor> plan(TargetRows input, Optional<TargetRows> head)
            throws IOException {
        VocabularyTensors special = pair.tensors();
        var planned = new ArrayList<PlannedTensor>();
        for (TensorEntry entry : pair.source().entries().values()) {
            Tensor tensor = pair.source().tensor(entry.name());
            if (entry.name().equals(special.input())) {
                planned.add(resized(entry, input));
            } else if (head.isPresent()
                    && special.head().filter(entry.name()::equals).isPresent()) {
                planned.add(resized(entry, head.get()));
            } else if (special.biases().contains(entry.name())) {
                planned.add(resized(entry, new TargetBias(tensor, pair.overlap(), rows)));
            } else {
                planned.add(
                        new PlannedTensor(
                                entry.name(), entry.dtype(), entry.shape(), copyOf(tensor)));
            }
        }
        return planned;
    }

    /// A tensor as it is, in parts, so that a cancelled transfer stops soon.
    private TensorSource copyOf(Tensor tensor) {
        return sink -> {
            progress.stage("Copying tensors");
            long size = tensor.bytes().byteSize();
            long part = 16L << 20;
            for (long from = 0; from < size; from += part) {
                progress.checkCancelled();
                sink.write(tensor.bytes().asSlice(from, Math.min(part, size - from)));
                progress.update(Math.min(size, from + part), size, "bytes");
            }
        };
    }

    private PlannedTensor resized(TensorEntry entry, TensorSource source) throws IOException {
        long before = pair.sourceEmbedding().entry().shape().getFirst();
        var shape =
                entry.shape().stream()
                        .map(size -> size == before ? (Long) (long) rows : size)
                        .toList();
        return new PlannedTensor(entry.name(), entry.dtype(), shape, source);
    }

    private TransferReport drawAll(CheckpointWriter writer) throws IOException {
        progress.stage("Drawing weights");
        List<String> vocabularySized = pair.tensors().names();
        var planned = new ArrayList<PlannedTensor>();
        for (TensorEntry entry : pair.source().entries().values()) {
            boolean resized = vocabularySized.contains(entry.name());
            long elements =
                    resized ? entry.elements() / entry.shape().getFirst() * rows : entry.elements();
            TensorSource source =
                    isFloating(entry.dtype())
                            ? InitialWeights.of(
                                    entry, elements, pair.source().config(), spec.seed())
                            : copyOf(pair.source().tensor(entry.name()));
            planned.add(
                    resized
                            ? resized(entry, source)
                            : new PlannedTensor(
                                    entry.name(), entry.dtype(), entry.shape(), source));
        }
        writer.tensors(planned, HEADER, pair.source()::fileOf);
        return report(new RowDiagnostics(0, 0, 0, 0, 0, List.of()), 0, Double.NaN, 0, 0, List.of());
    }

    private static boolean isFloating(DType dtype) {
        return switch (dtype) {
            case F16, BF16, F32, F64 -> true;
            case BOOL, U8, I8, I16, I32, I64 -> false;
        };
    }

    private TransferReport report(TargetRows input, Path written) throws IOException {
        try (var made = Checkpoint.open(written)) {
            var diagnostics =
                    RowDiagnostics.of(
                            made.tensor(pair.tensors().input()),
                            pair.helperEmbedding(),
                            pair.overlap(),
                            input,
                            spec.seed(),
                            progress);
            return report(
                    diagnostics,
                    input.fallback().cardinality(),
                    input.combination().explained().orElse(Double.NaN),
                    input.spread().medianNorm(),
                    input.spread().largestNorm(),
                    Warnings.of(diagnostics, input, pair.overlap()));
        }
    }

    private TransferReport report(
            RowDiagnostics diagnostics,
            int fallback,
            double explained,
            double sourceNorm,
            double largestSourceNorm,
            List<String> warnings)
            throws IOException {
        return new TransferReport(
                spec.method(),
                spec.matching().name().toLowerCase(java.util.Locale.ROOT),
                pair.overlap().anchors().size(),
                pair.overlap().specials(),
                pair.overlap().missing().size(),
                fallback,
                pair.padding(rows),
                rows,
                pair.width(),
                diagnostics.agreement(),
                diagnostics.collapse(),
                diagnostics.effectiveAnchors(),
                sourceNorm,
                diagnostics.medianNorm(),
                largestSourceNorm > 0 ? diagnostics.largestNorm() / largestSourceNorm : 0,
                explained,
                warnings,
                outputBytes(),
                (System.nanoTime() - began) / 1e9);
    }
}
