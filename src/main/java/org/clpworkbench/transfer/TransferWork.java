package org.clpworkbench.transfer;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.clpworkbench.checkpoint.CheckpointWriter;
import org.clpworkbench.checkpoint.PlannedTensor;
import org.clpworkbench.checkpoint.TransferredRows;
import org.clpworkbench.compute.TokenRows;
import org.clpworkbench.job.Background;
import org.clpworkbench.job.Progress;
import org.clpworkbench.tensor.Tensor;
import org.clpworkbench.tensor.TensorEntry;
import org.clpworkbench.tensor.TensorSource;
import org.clpworkbench.tensor.TensorSpec;
import org.clpworkbench.vocab.Overlap.Anchor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/// One transfer at work, stage by stage. Matrices are learnt first, computed while they are
/// written, and looked at once they lie in their files. Meanwhile two threads copy all other
/// shards: while the one waits for the disk, the other hashes.
final class TransferWork implements AutoCloseable {
    private static final int COPIERS = 2;
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final TransferSpec spec;
    private final Pair pair;
    private final TransferPlan plan;
    private final CheckpointWriter writer;
    private final TransferClock clock;
    private final Progress progress;
    private final boolean drawsAll;
    private final AtomicLong bytes = new AtomicLong();
    private final FreshWeights fresh;
    private final SourceTensors copied;

    /// Tensors that are made anew, by name.
    private final SequencedMap<String, VocabularyTensor> made = new LinkedHashMap<>();

    /// The same once they are learnt.
    private final Map<String, NewMatrix> matrices = new LinkedHashMap<>();

    TransferWork(
            TransferSpec spec,
            Pair pair,
            TransferPlan plan,
            CheckpointWriter writer,
            TransferClock clock,
            Progress progress)
            throws IOException {
        this.spec = spec;
        this.pair = pair;
        this.plan = plan;
        this.writer = writer;
        this.clock = clock;
        this.progress = progress;
        drawsAll = spec.recipe().drawsAll();
        for (VocabularyTensor tensor : VocabularyTensor.of(pair.source(), pair.helper())) {
            made.put(tensor.name(), tensor);
        }
        fresh = FreshWeights.of(pair.source().config(), spec.seed());
        copied = new SourceTensors(pair.source());
    }

    /// Fills the writer's folder; the caller commits it.
    TransferReport run() throws IOException {
        SampleText text = SampleText.of(spec.texts().target());
        writeFiles();
        Set<String> computed = drawsAll ? pair.source().entries().keySet() : made.keySet();
        var written = new WrittenTensors(copied, computed);
        Map<String, String> hashes = new ConcurrentHashMap<>();
        Queue<Background.Work> beside = new ConcurrentLinkedQueue<>();
        for (String name : computed) {
            beside.add(own -> hashes.put(name, Fingerprint.of(pair.source().tensor(name), own)));
        }
        for (List<TensorEntry> shard : shards(false)) {
            beside.add(own -> write(shard, written, own));
        }
        TransferReport report;
        try (var copying =
                Background.start("clp-copying", COPIERS, progress, own -> drain(beside, own))) {
            learn();
            progress.stage("Writing tensors");
            for (List<TensorEntry> shard : shards(true)) {
                write(shard, written, progress);
            }
            progress.stage("Checking the result");
            try (var computedShards = new ComputedShards(writer.folder(), pair.source()::fileOf)) {
                report =
                        new Examination(spec, pair, plan, progress)
                                .report(
                                        computedShards,
                                        matrices.values(),
                                        text,
                                        () -> check(copying, written, text),
                                        clock);
            }
        }
        text("README.md", ModelCard.of(spec, report));
        written.hashes().forEach(hashes::putIfAbsent);
        var manifest = Manifest.of(spec, pair, writer.folder(), hashes, written.hashes(), progress);
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
            clock.other();
            var vectors = space.vectors(pair.helper().tensor(tensor.space()));
            if (spec.recipe().space().readsTexts()) {
                clock.texts();
            }
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
            clock.computing();
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
        writer.file(TransferredRows.FILE, rows().json());
    }

    private TransferredRows rows() {
        var copied = new BitSet(plan.rows());
        if (!drawsAll) {
            for (Anchor anchor : pair.overlap().anchors()) {
                copied.set(anchor.targetId());
            }
        }
        return new TransferredRows(plan.rows(), copied);
    }

    private static void drain(Queue<Background.Work> works, Progress own) throws IOException {
        for (var work = works.poll(); work != null; work = works.poll()) {
            work.run(own);
        }
    }

    private void write(List<TensorEntry> tensors, WrittenTensors written, Progress own)
            throws IOException {
        var planned = new ArrayList<PlannedTensor>();
        for (TensorEntry entry : tensors) {
            planned.add(counted(planned(entry, own), own));
        }
        writer.shards(
                planned,
                Map.of("format", "pt"),
                pair.source()::fileOf,
                shard -> written.check(shard, own));
    }

    /// The tensors of each shard in which something is computed, or of each other one: copying
    /// these takes the disk's time while learning takes the processor's.
    private List<List<TensorEntry>> shards(boolean computed) {
        SequencedMap<String, List<TensorEntry>> shards = new LinkedHashMap<>();
        for (TensorEntry entry : pair.source().entries().values()) {
            shards.computeIfAbsent(pair.source().fileOf(entry.name()), _ -> new ArrayList<>())
                    .add(entry);
        }
        return shards.values().stream()
                .filter(
                        shard ->
                                computed
                                        == shard.stream()
                                                .map(TensorEntry::name)
                                                .anyMatch(made::containsKey))
                .toList();
    }

    /// What is computed is written on the transfer's own thread, whose time is measured.
    private PlannedTensor counted(PlannedTensor tensor, Progress own) {
        boolean computed = made.containsKey(tensor.name());
        return new PlannedTensor(
                tensor.spec(),
                sink -> {
                    own.checkCancelled();
                    own.update(bytes.get(), plan.outputBytes(), "bytes");
                    if (computed) {
                        clock.other();
                    }
                    tensor.source().writeTo(sink);
                    if (computed) {
                        clock.computing();
                    }
                    bytes.addAndGet(tensor.spec().bytes());
                });
    }

    private PlannedTensor planned(TensorEntry entry, Progress own) throws IOException {
        String name = entry.name();
        var vocabulary = made.get(name);
        if (vocabulary == null) {
            TensorSource source =
                    drawsAll ? fresh.like(pair.source().tensor(name), own) : copied.copy(name, own);
            return new PlannedTensor(name, entry.dtype(), entry.shape(), source);
        }
        TensorSource values;
        if (drawsAll) {
            values = fresh.matrix(name, plan.rows(), vocabulary.width());
        } else {
            NewMatrix matrix = Objects.requireNonNull(matrices.get(name));
            values = matrix.transfer().values(matrix.fallback(), own);
        }
        return new PlannedTensor(name, entry.dtype(), vocabulary.shape(plan.rows()), values);
    }

    /// Waits for the tensors that are only copied, and opens the whole model.
    private RoundTrip check(Background copying, WrittenTensors written, SampleText text)
            throws IOException {
        boolean waits = bytes.get() < plan.outputBytes();
        if (waits) {
            progress.stage("Copying tensors");
        }
        copying.finish();
        if (waits) {
            progress.stage("Checking the result");
        }
        List<TensorSpec> all = new ArrayList<>();
        for (TensorEntry entry : pair.source().entries().values()) {
            var vocabulary = made.get(entry.name());
            List<Long> shape = vocabulary == null ? entry.shape() : vocabulary.shape(plan.rows());
            all.add(new TensorSpec(entry.name(), entry.dtype(), shape));
        }
        writer.index(all, pair.source()::fileOf);
        progress.checkCancelled();
        return RoundTrip.of(
                writer.folder(),
                pair,
                drawsAll ? List.of() : List.copyOf(made.values()),
                plan.rows(),
                written,
                text.excerpt(),
                progress);
    }

    private void text(String name, String content) throws IOException {
        writer.file(name, content.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        matrices.values().forEach(matrix -> matrix.transfer().close());
    }
}
