package org.clpworkbench.transfer;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.clpworkbench.checkpoint.Checkpoint;
import org.clpworkbench.checkpoint.CheckpointWriter;
import org.clpworkbench.checkpoint.PlannedTensor;
import org.clpworkbench.job.Progress;
import org.clpworkbench.tensor.Tensor;
import org.clpworkbench.tensor.TensorEntry;
import org.clpworkbench.tensor.TensorSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// One transfer at work, stage by stage.
final class TransferWork {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final TransferSpec spec;
    private final Pair pair;
    private final TransferPlan plan;
    private final CheckpointWriter writer;
    private final Progress progress;
    private final Methods.Entry method;
    private final FreshWeights fresh;
    private final boolean drawsAll;
    private final Map<String, MatrixTransfer.Result> matrices = new LinkedHashMap<>();

    TransferWork(
            TransferSpec spec,
            Pair pair,
            TransferPlan plan,
            CheckpointWriter writer,
            Progress progress) {
        this.spec = spec;
        this.pair = pair;
        this.plan = plan;
        this.writer = writer;
        this.progress = progress;
        method = Methods.entry(spec.method());
        drawsAll = method.name().equals(Methods.RANDOM);
        fresh = FreshWeights.of(pair.source().config(), spec.seed());
    }

    /// Fills the writer's folder; the caller commits it.
    TransferReport run(long began) throws IOException {
        int[] sample = Diagnostics.sample(pair.overlap(), spec.seed());
        List<VocabularyTensor> tensors = VocabularyTensor.of(pair.source(), pair.helper());
        for (VocabularyTensor tensor : tensors) {
            progress.stage("Reading anchors");
            var transfer =
                    new MatrixTransfer(
                            tensor.matrix(pair.source()),
                            pair.helper().tensor(tensor.space()),
                            pair.overlap(),
                            plan.rows(),
                            spec.seed(),
                            progress);
            progress.stage("Computing rows");
            var result = transfer.run(method, sample, progress);
            matrices.put(tensor.name(), drawsAll ? drawn(tensor, result) : result);
        }
        progress.stage("Copying tensors");
        writeModel(tensors);
        progress.stage("Checking the result");
        verifyCopies();
        var report = report(tensors, sample, began);
        text("README.md", ModelCard.of(spec, report));
        var manifest = Manifest.of(spec, pair, writer.folder(), progress);
        text(CrossLingualTransfer.MANIFEST_FILE, JSON.writeValueAsString(manifest));
        text(CrossLingualTransfer.REPORT_FILE, JSON.writeValueAsString(report.json()));
        return report;
    }

    private MatrixTransfer.Result drawn(VocabularyTensor tensor, MatrixTransfer.Result result) {
        float[] values = fresh.matrix(tensor.name(), plan.rows(), tensor.width());
        return new MatrixTransfer.Result(
                values, new BitSet(), result.spread(), result.explained(), 0);
    }

    private void writeModel(List<VocabularyTensor> tensors) throws IOException {
        var config = new TargetConfig(pair);
        writer.config(config.config(plan.rows()));
        var generation = config.generationConfig();
        if (generation.isPresent()) {
            writer.generationConfig(generation.get());
        }
        writer.copyTokenizer(pair.helper().folder());
        Map<String, List<Long>> shapes =
                tensors.stream()
                        .collect(
                                Collectors.toMap(
                                        VocabularyTensor::name, each -> each.shape(plan.rows())));
        var planned = new ArrayList<PlannedTensor>();
        long[] done = {0};
        for (TensorEntry entry : pair.source().entries().values()) {
            PlannedTensor tensor = planned(entry, shapes.getOrDefault(entry.name(), entry.shape()));
            planned.add(
                    new PlannedTensor(
                            tensor.spec(),
                            sink -> {
                                progress.checkCancelled();
                                progress.update(done[0], plan.outputBytes(), "bytes");
                                tensor.source().writeTo(sink);
                                done[0] += tensor.spec().bytes();
                            }));
        }
        writer.tensors(planned, Map.of("format", "pt"), pair.source()::fileOf);
    }

    private PlannedTensor planned(TensorEntry entry, List<Long> shape) throws IOException {
        var matrix = matrices.get(entry.name());
        if (matrix != null) {
            return new PlannedTensor(
                    entry.name(), entry.dtype(), shape, TensorSource.of(matrix.values()));
        }
        Tensor tensor = pair.source().tensor(entry.name());
        TensorSource source =
                drawsAll ? fresh.like(tensor, progress) : CheckedCopy.of(tensor, progress);
        return new PlannedTensor(entry.name(), entry.dtype(), shape, source);
    }

    /// Opens what was written as any reader would, and compares what should be unchanged.
    private void verifyCopies() throws IOException {
        try (Checkpoint written = Checkpoint.open(writer.folder())) {
            for (String name : pair.source().entries().keySet()) {
                Tensor copy = written.tensor(name);
                if (!drawsAll && !matrices.containsKey(name)) {
                    CheckedCopy.verify(pair.source().tensor(name), copy, progress);
                }
            }
        }
    }

    private TransferReport report(List<VocabularyTensor> tensors, int[] sample, long began)
            throws IOException {
        VocabularyTensor input = tensors.getFirst();
        var overlap = pair.overlap();
        var embedding = result(input.name());
        var figures = new Diagnostics(overlap, embedding.values(), plan.width());
        var warnings = new ArrayList<String>(new TargetConfig(pair).warnings());
        for (VocabularyTensor tensor : tensors) {
            var result = result(tensor.name());
            var own = new Diagnostics(overlap, result.values(), tensor.width());
            warnings.addAll(own.warnings(tensor.name(), result.spread(), result.fallback()));
        }
        double agreement = figures.agreement(pair.helper().tensor(input.space()), sample, progress);
        return new TransferReport(
                spec.method(),
                spec.matching().name().toLowerCase(Locale.ROOT),
                plan.anchors(),
                overlap.specials(),
                plan.missing(),
                embedding.fallback().cardinality(),
                plan.padding(),
                plan.rows(),
                plan.width(),
                agreement,
                figures.collapse(),
                embedding.effective(),
                embedding.spread().medianNorm(),
                figures.medianMissingNorm(),
                figures.largestMissingNorm() / embedding.spread().largestNorm(),
                embedding.explained().orElse(Double.NaN),
                List.copyOf(warnings),
                plan.outputBytes(),
                (System.nanoTime() - began) / 1e9);
    }

    private MatrixTransfer.Result result(String tensor) {
        var result = matrices.get(tensor);
        if (result == null) {
            throw new IllegalStateException(tensor + " was not transferred.");
        }
        return result;
    }

    private void text(String name, String content) throws IOException {
        writer.file(name, content.getBytes(StandardCharsets.UTF_8));
    }
}
