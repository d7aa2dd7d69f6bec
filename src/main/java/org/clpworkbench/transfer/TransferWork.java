package org.clpworkbench.transfer;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.clpworkbench.checkpoint.Checkpoint;
import org.clpworkbench.checkpoint.CheckpointWriter;
import org.clpworkbench.checkpoint.PlannedTensor;
import org.clpworkbench.job.Background;
import org.clpworkbench.job.Progress;
import org.clpworkbench.tensor.Tensor;
import org.clpworkbench.tensor.TensorEntry;
import org.clpworkbench.tensor.TensorSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

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

    /// Tensors that are made anew, by name.
    private final SequencedMap<String, VocabularyTensor> made = new LinkedHashMap<>();

    /// The same once they are learnt.
    private final Map<String, NewMatrix> matrices = new LinkedHashMap<>();

    TransferWork(
            TransferSpec spec,
            Pair pair,
            TransferPlan plan,
            CheckpointWriter writer,
            Progress progress)
            throws IOException {
        this.spec = spec;
        this.pair = pair;
        this.plan = plan;
        this.writer = writer;
        this.progress = progress;
        drawsAll = spec.recipe().weighting().equals(Methods.RANDOM);
        for (VocabularyTensor tensor : VocabularyTensor.of(pair.source(), pair.helper())) {
            made.put(tensor.name(), tensor);
        }
        fresh = FreshWeights.of(pair.source().config(), spec.seed());
    }

    /// Fills the writer's folder; the caller commits it.
    TransferReport run(long began) throws IOException {
        SampleText text = SampleText.of(spec.texts().target());
        writeFiles();
        Set<String> computed = drawsAll ? pair.source().entries().keySet() : made.keySet();
        var written = new WrittenTensors(pair.source(), computed);
        var learnt = new CompletableFuture<Void>();
        try (var writing =
                Background.start(
                        "clp-writing", progress, own -> writeTensors(learnt, written, own))) {
            try {
                learn();
                learnt.complete(null);
            } finally {
                learnt.cancel(false); // has no effect on one that is complete
            }
            progress.stage("Writing tensors");
            writing.finish();
        }
        progress.stage("Checking the result");
        progress.checkCancelled();
        var check =
                RoundTrip.of(
                        writer.folder(),
                        pair,
                        drawsAll ? List.of() : List.copyOf(made.values()),
                        plan.rows(),
                        written,
                        text.excerpt(),
                        progress);
        TransferReport report;
        try (Checkpoint result = Checkpoint.open(writer.folder())) {
            report =
                    new Examination(spec, pair, plan, progress)
                            .report(result, matrices.values(), text, check, began);
        }
        text("README.md", ModelCard.of(spec, report));
        var manifest = Manifest.of(spec, pair, writer.folder(), written.hashes(), progress);
        text(CrossLingualTransfer.MANIFEST_FILE, JSON.writeValueAsString(manifest));
        text(CrossLingualTransfer.REPORT_FILE, JSON.writeValueAsString(report.json()));
        return report;
    }

    private void learn() throws IOException {
        var space = new OpenSpace(spec, pair, progress);
        for (VocabularyTensor tensor : made.values()) {
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

    private void writeFiles() throws IOException {
        var config = new TargetConfig(pair);
        writer.config(config.config(plan.rows()));
        var generation = config.generationConfig();
        if (generation.isPresent()) {
            writer.generationConfig(generation.get());
        }
        writer.copyTokenizer(pair.helper().folder());
    }

    /// Shards in which nothing is computed go first: copying them takes the disk's time, learning
    /// the processor's.
    private void writeTensors(CompletableFuture<Void> learnt, WrittenTensors written, Progress own)
            throws IOException {
        Set<String> late = new HashSet<>();
        for (VocabularyTensor tensor : made.values()) {
            late.add(pair.source().fileOf(tensor.name()));
        }
        var planned = new ArrayList<PlannedTensor>();
        long[] done = {0};
        for (TensorEntry entry : pair.source().entries().values()) {
            PlannedTensor tensor = planned(entry, learnt, own);
            planned.add(
                    new PlannedTensor(
                            tensor.spec(),
                            sink -> {
                                own.checkCancelled();
                                own.update(done[0], plan.outputBytes(), "bytes");
                                tensor.source().writeTo(sink);
                                done[0] += tensor.spec().bytes();
                            }));
        }
        planned.sort(
                Comparator.comparing(tensor -> late.contains(pair.source().fileOf(tensor.name()))));
        writer.tensors(
                planned,
                Map.of("format", "pt"),
                pair.source()::fileOf,
                shard -> written.check(shard, own));
    }

    private PlannedTensor planned(TensorEntry entry, CompletableFuture<Void> learnt, Progress own)
            throws IOException {
        String name = entry.name();
        Tensor tensor = pair.source().tensor(name);
        var vocabulary = made.get(name);
        if (vocabulary == null) {
            TensorSource source = drawsAll ? fresh.like(tensor, own) : Pieces.copy(tensor, own);
            return new PlannedTensor(name, entry.dtype(), entry.shape(), source);
        }
        TensorSource values =
                drawsAll
                        ? fresh.matrix(name, plan.rows(), vocabulary.width())
                        : sink -> {
                            learnt.join();
                            NewMatrix matrix = Objects.requireNonNull(matrices.get(name));
                            matrix.transfer().values(matrix.fallback(), own).writeTo(sink);
                        };
        return new PlannedTensor(name, entry.dtype(), vocabulary.shape(plan.rows()), values);
    }

    private void text(String name, String content) throws IOException {
        writer.file(name, content.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        matrices.values().forEach(matrix -> matrix.transfer().close());
    }
}
