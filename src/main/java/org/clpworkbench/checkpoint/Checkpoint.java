package org.clpworkbench.checkpoint;

import org.clpworkbench.checkpoint.TokenTensor.Role;
import org.clpworkbench.problem.Sentence;
import org.clpworkbench.tensor.FileBytes;
import org.clpworkbench.tensor.Tensor;
import org.clpworkbench.tensor.TensorEntry;
import org.clpworkbench.tensor.TensorFile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Predicate;

/// An open Hugging Face model folder; its tensors are memory-mapped until it is closed.
public final class Checkpoint implements AutoCloseable {
    static final String SINGLE_FILE = "model.safetensors";
    private static final String PYTORCH_FILE = "pytorch_model.bin";

    private final Path folder;
    private final ModelConfig config;
    private final List<TensorFile> files = new ArrayList<>();
    private final SequencedMap<String, TensorEntry> entries = new LinkedHashMap<>();
    private final Map<String, TensorFile> fileOf = new HashMap<>();
    private List<TokenTensor> tokenTensors = List.of();

    private Checkpoint(Path folder, ModelConfig config) {
        this.folder = folder;
        this.config = config;
    }

    /// Opens a folder with config.json and model.safetensors, or pytorch_model.bin where there is
    /// no safetensors; either may be in shards with their index.
    ///
    /// @throws CheckpointException when something is missing or config, index and tensors disagree
    /// @throws org.clpworkbench.tensor.MalformedTensorFileException when a tensor file is damaged
    /// @throws org.clpworkbench.tensor.RefusedTensorFileException when a pytorch_model.bin asks for
    ///   more than tensors
    public static Checkpoint open(Path folder) throws IOException {
        Path absolute = folder.toAbsolutePath().normalize();
        var checkpoint = new Checkpoint(absolute, ModelConfig.read(absolute));
        try {
            checkpoint.openFiles();
            checkpoint.findTokenTensors();
            return checkpoint;
        } catch (IOException | RuntimeException failure) {
            checkpoint.close();
            throw failure;
        }
    }

    private void openFiles() throws IOException {
        if (holds(SINGLE_FILE)) {
            openFile(SINGLE_FILE);
        } else if (holds(ShardIndex.FILE)) {
            openShards(ShardIndex.FILE);
        } else if (holds(PYTORCH_FILE)) {
            openFile(PYTORCH_FILE);
        } else if (holds(ShardIndex.PYTORCH_FILE)) {
            openShards(ShardIndex.PYTORCH_FILE);
        } else {
            throw new CheckpointException(
                    Sentence.of(
                            Checkpoint.class,
                            "weights.none",
                            folder,
                            SINGLE_FILE,
                            ShardIndex.FILE,
                            PYTORCH_FILE));
        }
    }

    private boolean holds(String name) {
        return Files.isRegularFile(folder.resolve(name));
    }

    private void openShards(String indexName) throws IOException {
        var index = ShardIndex.read(folder.resolve(indexName));
        for (String shard : index.shards()) {
            index.check(shard, openFile(shard));
        }
    }

    private TensorFile openFile(String name) throws IOException {
        var file = TensorFile.open(folder.resolve(name));
        files.add(file);
        for (TensorEntry entry : file.entries().values()) {
            entries.put(entry.name(), entry);
            fileOf.put(entry.name(), file);
        }
        return file;
    }

    private void findTokenTensors() throws CheckpointException {
        tokenTensors = new TokenTensorFinder(folder, config, entries.values()).find();
        if (config.tied()) {
            dropDuplicates(t -> t.role() == Role.HEAD, tokenTensors.getFirst());
            Predicate<TokenTensor> isBias =
                    t -> config.layout().stream().anyMatch(known -> known.isBias(t.name()));
            Optional<TokenTensor> bias = tokenTensors.stream().filter(isBias).findFirst();
            if (bias.isPresent()) {
                dropDuplicates(isBias, bias.get());
            }
        }
        boolean mayLackHead =
                config.layout().map(known -> known.isBare(inputEmbedding())).orElse(true);
        if (!config.tied() && outputHead().isEmpty() && !mayLackHead) {
            throw new CheckpointException(
                    Sentence.of(
                            Checkpoint.class,
                            "head.none",
                            folder,
                            config.layout().orElseThrow().heads().getFirst(),
                            ModelConfig.FILE));
        }
    }

    /// Some programs save a tied tensor a second time; it is not a tensor of its own.
    private void dropDuplicates(Predicate<TokenTensor> kind, TokenTensor original)
            throws CheckpointException {
        var kept = new ArrayList<TokenTensor>();
        for (TokenTensor each : tokenTensors) {
            if (!kind.test(each) || each.equals(original)) {
                kept.add(each);
                continue;
            }
            if (tensor(each.name()).bytes().mismatch(tensor(original.name()).bytes()) >= 0) {
                throw new CheckpointException(
                        Sentence.of(
                                Checkpoint.class,
                                "tied.differs",
                                folder,
                                each.name(),
                                original.name(),
                                ModelConfig.FILE));
            }
            entries.remove(each.name());
        }
        tokenTensors = List.copyOf(kept);
    }

    public Path folder() {
        return folder;
    }

    public ModelConfig config() {
        return config;
    }

    /// Every tensor of all shards by name, in file order.
    public SequencedMap<String, TensorEntry> entries() {
        return Collections.unmodifiableSequencedMap(entries);
    }

    /// The files that hold the tensors.
    public List<Path> files() {
        return files.stream().map(TensorFile::path).toList();
    }

    /// The safetensors file in which a copy of this checkpoint holds a tensor, shard for shard:
    /// model-00001-of-00002.safetensors for one of pytorch_model-00001-of-00002.bin. Tensors that
    /// it does not know belong into the last shard.
    public String fileOf(String tensor) {
        String held = String.valueOf(holderOf(tensor).getFileName());
        return held.endsWith(".bin")
                ? held.replaceFirst("^pytorch_model", "model").replaceFirst("bin$", "safetensors")
                : held;
    }

    /// The file that holds a tensor; the last shard for tensors that it does not know.
    public Path holderOf(String tensor) {
        return fileOf.getOrDefault(tensor, files.getLast()).path();
    }

    /// @throws CheckpointException when there is no such tensor
    public Tensor tensor(String name) throws CheckpointException {
        return file(name).tensor(name);
    }

    /// Where a tensor's bytes lie; empty when they do not lie side by side.
    ///
    /// @throws CheckpointException when there is no such tensor
    public Optional<FileBytes> place(String name) throws CheckpointException {
        return file(name).place(name);
    }

    private TensorFile file(String tensor) throws CheckpointException {
        TensorFile file = fileOf.get(tensor);
        if (file == null) {
            throw new CheckpointException(
                    Sentence.of(Checkpoint.class, "tensor.none", folder, tensor));
        }
        return file;
    }

    /// The tensors with a row per token: the input embedding, then an output head of its own, then
    /// output biases.
    public List<TokenTensor> tokenTensors() {
        return tokenTensors;
    }

    /// Tensors with a dimension as large as the vocabulary that no rule covers: neither with a row
    /// per token nor a known part of the trunk.
    public List<TensorEntry> unruled() {
        long size = config.vocabularySize();
        return entries.values().stream()
                .filter(entry -> entry.shape().contains(size))
                .filter(entry -> tokenTensors.stream().noneMatch(t -> t.entry().equals(entry)))
                .filter(entry -> config.layout().stream().noneMatch(l -> l.inTrunk(entry.name())))
                .toList();
    }

    /// Name of the input embedding ("transformer.wte.weight", "model.embed_tokens.weight").
    public String inputEmbedding() {
        return tokenTensors.getFirst().name();
    }

    /// Name of the output head when it is a tensor of its own.
    public Optional<String> outputHead() {
        return tokenTensors.stream()
                .filter(tensor -> tensor.role() == Role.HEAD)
                .map(TokenTensor::name)
                .findFirst();
    }

    @Override
    public void close() {
        files.forEach(TensorFile::close);
        files.clear();
    }
}
