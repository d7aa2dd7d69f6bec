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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One transfer at work, stage by stage. Matrices are learnt first, computed while they are
/// written, and looked at once they lie in their files.
final class TransferWork implements AutoCloseable {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final TransferSpec spec;
    private final Pair pair;
    private final TransferPlan plan;
    private final CheckpointWriter writer;
    private final Progress progress;
    private final boolean drawsAll;
    private final FreshWeights fresh;
    private final Map<String, NewMatrix> matrices = new LinkedHashMap<>();

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
        drawsAll = spec.recipe().weighting().equals(Methods.RANDOM);
        fresh = FreshWeights.of(pair.source().config(), spec.seed());
    }

    /// Fills the writer's folder; the caller commits it.
    TransferReport run(long began) throws IOException {
        SampleText text = SampleText.of(spec.texts().target());
        learn();
        progress.stage("Writing tensors");
        var written = writeModel();
        progress.stage("Checking the result");
        progress.checkCancelled();
        var check =
                RoundTrip.of(
                        writer.folder(),
                        pair,
                        drawsAll ? List.of() : tensors(),
                        plan.rows(),
                        written,
                        text.excerpt(),
                        progress);
        TransferReport report;
        try (Checkpoint made = Checkpoint.open(writer.folder())) {
            report =
                    new Examination(spec, pair, plan, progress)
                            .report(made, matrices.values(), text, check, began);
        }
        text("README.md", ModelCard.of(spec, report));
        var manifest = Manifest.of(spec, pair, writer.folder(), written.hashes(), progress);
        text(CrossLingualTransfer.MANIFEST_FILE, JSON.writeValueAsString(manifest));
        text(CrossLingualTransfer.REPORT_FILE, JSON.writeValueAsString(report.json()));
        return report;
    }

    private void learn() throws IOException {
        var space = new OpenSpace(spec, pair, progress);
        for (VocabularyTensor tensor : VocabularyTensor.of(pair.source(), pair.helper())) {
            progress.stage("Reading anchors");
            progress.checkCancelled();
            Tensor matrix = tensor.matrix(pair.source());
            var source = TokenRows.of(matrix, matrix.entry().shape().getFirst());
            var vectors = space.vectors(pair.helper().tensor(tensor.space()));
            progress.stage("Learning the combination");
            var transfer =
                    MatrixTransfer.fit(
                            source,
                            vectors,
                            pair.overlap(),
                            plan.rows(),
                            spec.recipe(),
                            spec.seed(),
                            progress);
            matrices.put(tensor.name(), new NewMatrix(tensor, transfer));
        }
    }

    private List<VocabularyTensor> tensors() {
        return matrices.values().stream().map(NewMatrix::tensor).toList();
    }

    private WrittenTensors writeModel() throws IOException {
        var config = new TargetConfig(pair);
        writer.config(config.config(plan.rows()));
        var generation = config.generationConfig();
        if (generation.isPresent()) {
            writer.generationConfig(generation.get());
        }
        writer.copyTokenizer(pair.helper().folder());
        var planned = new ArrayList<PlannedTensor>();
        long[] done = {0};
        for (TensorEntry entry : pair.source().entries().values()) {
            PlannedTensor tensor = planned(entry);
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
        Set<String> computed = drawsAll ? pair.source().entries().keySet() : matrices.keySet();
        var written = new WrittenTensors(pair.source(), computed, progress);
        writer.tensors(planned, Map.of("format", "pt"), pair.source()::fileOf, written::check);
        return written;
    }

    private PlannedTensor planned(TensorEntry entry) throws IOException {
        var matrix = matrices.get(entry.name());
        if (matrix != null) {
            TensorSource values =
                    drawsAll
                            ? fresh.matrix(entry.name(), plan.rows(), matrix.tensor().width())
                            : matrix.transfer().values(matrix.fallback(), progress);
            return new PlannedTensor(
                    entry.name(), entry.dtype(), matrix.tensor().shape(plan.rows()), values);
        }
        Tensor tensor = pair.source().tensor(entry.name());
        TensorSource source =
                drawsAll ? fresh.like(tensor, progress) : Pieces.copy(tensor, progress);
        return new PlannedTensor(entry.name(), entry.dtype(), entry.shape(), source);
    }

    private void text(String name, String content) throws IOException {
        writer.file(name, content.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        matrices.values().forEach(matrix -> matrix.transfer().close());
    }
}
