package org.clpworkbench.checkpoint;

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

/// An open Hugging Face model folder; its tensors are memory-mapped until it is closed.
public final class Checkpoint implements AutoCloseable {
    static final String SINGLE_FILE = "model.safetensors";
    private static final String PYTORCH_FILE = "pytorch_model.bin";
    private static final List<String> INPUT_EMBEDDINGS =
            List.of("transformer.wte.weight", "wte.weight");
    private static final String OUTPUT_HEAD = "lm_head.weight";

    private final Path folder;
    private final ModelConfig config;
    private final List<TensorFile> files = new ArrayList<>();
    private final SequencedMap<String, TensorEntry> entries = new LinkedHashMap<>();
    private final Map<String, TensorFile> fileOf = new HashMap<>();

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
            checkpoint.dropTiedHead();
            checkpoint.checkEmbeddings();
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
                    "%s has neither %s nor %s, nor %s or its index; save the model there."
                            .formatted(folder, SINGLE_FILE, ShardIndex.FILE, PYTORCH_FILE));
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

    /// Some programs save a tied head a second time; it is not a tensor of its own.
    private void dropTiedHead() throws CheckpointException {
        if (!config.tied() || !entries.containsKey(OUTPUT_HEAD)) {
            return;
        }
        if (tensor(OUTPUT_HEAD).bytes().mismatch(tensor(inputEmbedding()).bytes()) >= 0) {
            throw new CheckpointException(
                    "%s holds an output head that differs from the input embedding, but %s says"
                                    .formatted(folder, ModelConfig.FILE)
                            + " that they are one; set \"tie_word_embeddings\" to false there.");
        }
        entries.remove(OUTPUT_HEAD);
    }

    private void checkEmbeddings() throws CheckpointException {
        checkShape(inputEmbedding());
        if (!config.tied() && !entries.containsKey(OUTPUT_HEAD)) {
            throw new CheckpointException(
                    "%s has no %s, but %s says \"tie_word_embeddings\": false."
                            .formatted(folder, OUTPUT_HEAD, ModelConfig.FILE));
        }
        if (!config.tied()) {
            checkShape(OUTPUT_HEAD);
        }
    }

    private void checkShape(String name) throws CheckpointException {
        List<Long> expected = List.of((long) config.vocabularySize(), (long) config.width());
        List<Long> shape = tensor(name).entry().shape();
        if (!shape.equals(expected)) {
            throw new CheckpointException(
                    "%s: %s has shape %s, but %s says %s (vocabulary × width)."
                            .formatted(folder, name, shape, ModelConfig.FILE, expected));
        }
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
        TensorFile file = fileOf.get(name);
        if (file == null) {
            throw new CheckpointException("%s has no tensor %s.".formatted(folder, name));
        }
        return file.tensor(name);
    }

    /// Name of the input embedding, vocabulary × width ("wte.weight", "transformer.wte.weight").
    ///
    /// @throws CheckpointException when there is none: the model is not laid out as GPT-2
    public String inputEmbedding() throws CheckpointException {
        return INPUT_EMBEDDINGS.stream()
                .filter(entries::containsKey)
                .findFirst()
                .orElseThrow(
                        () ->
                                new CheckpointException(
                                        "%s has no tensor %s: models of type \"%s\" are not known."
                                                .formatted(
                                                        folder,
                                                        String.join(" or ", INPUT_EMBEDDINGS),
                                                        config.modelType())));
    }

    /// Name of the output head when it is a tensor of its own.
    public Optional<String> outputHead() {
        return entries.containsKey(OUTPUT_HEAD) ? Optional.of(OUTPUT_HEAD) : Optional.empty();
    }

    @Override
    public void close() {
        files.forEach(TensorFile::close);
        files.clear();
    }
}
