package org.clpworkbench.checkpoint;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.clpworkbench.problem.Sentence;
import org.clpworkbench.tensor.SafetensorsWriter;
import org.clpworkbench.tensor.TensorSpec;
import org.clpworkbench.tensor.WholeFiles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;

/// Writes a Hugging Face model folder. All goes into `NAME.part` beside the target, which gets its
/// name when all is whole; closed before {@link #commit}, nothing is left.
///
/// ```java
/// try (var writer = CheckpointWriter.create(target, overwrite)) {
///     writer.config(json);
///     writer.copyTokenizer(folder);
///     writer.tensors(planned, Map.of("format", "pt"));
///     writer.commit();
/// }
/// ```
public final class CheckpointWriter implements AutoCloseable {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path target;
    private final Path part;
    private final boolean overwrite;
    private boolean weights;
    private boolean committed;

    private CheckpointWriter(Path target, boolean overwrite) {
        this.target = target;
        this.part = WholeFiles.part(target);
        this.overwrite = overwrite;
    }

    /// Begins a folder; parents are made.
    ///
    /// @throws CheckpointException when something is there already and `overwrite` is false, or
    ///   when it is not a folder
    public static CheckpointWriter create(Path target, boolean overwrite) throws IOException {
        var writer = new CheckpointWriter(target.toAbsolutePath().normalize(), overwrite);
        writer.checkTarget();
        WholeFiles.delete(writer.part);
        Files.createDirectories(writer.part);
        return writer;
    }

    private void checkTarget() throws CheckpointException {
        if (Files.exists(target) && !Files.isDirectory(target)) {
            throw new CheckpointException(
                    Sentence.of(CheckpointWriter.class, "target.file", target));
        }
        if (Files.exists(target) && !overwrite) {
            throw new CheckpointException(
                    Sentence.of(CheckpointWriter.class, "target.exists", target));
        }
    }

    /// Where the files lie until the folder is committed, for files of other kinds.
    public Path folder() {
        return part;
    }

    /// Writes config.json.
    public void config(ObjectNode json) throws IOException {
        file(ModelConfig.FILE, JSON.writeValueAsBytes(json));
    }

    /// Writes generation_config.json.
    public void generationConfig(ObjectNode json) throws IOException {
        file(ModelConfig.GENERATION_FILE, JSON.writeValueAsBytes(json));
    }

    /// Copies every tokenizer file of another model folder as it is.
    ///
    /// @throws CheckpointException when it has none
    public void copyTokenizer(Path from) throws IOException {
        List<Path> files = TokenizerFiles.in(from);
        if (files.isEmpty()) {
            throw new CheckpointException(
                    Sentence.of(CheckpointWriter.class, "tokenizer.none", from));
        }
        for (Path file : files) {
            file(String.valueOf(file.getFileName()), Files.readAllBytes(file));
        }
    }

    /// Writes a file of any other kind beside the model.
    public void file(String name, byte[] content) throws IOException {
        WholeFiles.write(part.resolve(name), content);
    }

    /// Writes all tensors, in this order, into one model.safetensors.
    ///
    /// @param metadata strings for the header; transformers wants `format` = `pt`
    public void tensors(List<PlannedTensor> tensors, Map<String, String> metadata)
            throws IOException {
        tensors(tensors, metadata, _ -> Checkpoint.SINGLE_FILE, _ -> {});
    }

    /// Looks at a shard that has just been written.
    @FunctionalInterface
    public interface ShardCheck {
        void check(Path shard) throws IOException;
    }

    /// Writes each tensor into the shard that `fileOf` names for it ({@link Checkpoint#fileOf}
    /// keeps a source's layout), and the index when there is more than one.
    public void tensors(
            List<PlannedTensor> tensors,
            Map<String, String> metadata,
            UnaryOperator<String> fileOf,
            ShardCheck check)
            throws IOException {
        shards(tensors, metadata, fileOf, check);
        index(tensors.stream().map(PlannedTensor::spec).toList(), fileOf);
    }

    /// Writes some shards, whole, and has each checked once it is on the disk; other threads may
    /// write others meanwhile. To be followed by {@link #index}.
    public void shards(
            List<PlannedTensor> tensors,
            Map<String, String> metadata,
            UnaryOperator<String> fileOf,
            ShardCheck check)
            throws IOException {
        SequencedMap<String, List<PlannedTensor>> shards = new LinkedHashMap<>();
        for (PlannedTensor tensor : tensors) {
            shards.computeIfAbsent(fileOf.apply(tensor.name()), _ -> new ArrayList<>()).add(tensor);
        }
        for (var shard : shards.entrySet()) {
            Path file = part.resolve(shard.getKey());
            write(file, shard.getValue(), metadata);
            check.check(file);
        }
    }

    /// Says which shard holds which tensor, unless there is but one file.
    ///
    /// @param tensors all that were written
    public void index(List<TensorSpec> tensors, UnaryOperator<String> fileOf) throws IOException {
        ObjectNode index = JSON.createObjectNode();
        ObjectNode metadata = index.putObject("metadata");
        ObjectNode map = index.putObject(ShardIndex.WEIGHT_MAP);
        long size = 0;
        boolean single = true;
        for (TensorSpec tensor : tensors) {
            String shard = fileOf.apply(tensor.name());
            map.put(tensor.name(), shard);
            size += tensor.bytes();
            single &= shard.equals(Checkpoint.SINGLE_FILE);
        }
        metadata.put("total_size", size);
        if (!single) {
            file(ShardIndex.FILE, JSON.writeValueAsBytes(index));
        }
        weights = true;
    }

    private static void write(Path file, List<PlannedTensor> tensors, Map<String, String> metadata)
            throws IOException {
        var specs = tensors.stream().map(PlannedTensor::spec).toList();
        try (var writer = SafetensorsWriter.create(file, specs, metadata)) {
            for (PlannedTensor tensor : tensors) {
                writer.write(tensor.name(), tensor.source());
            }
            writer.commit();
        }
    }

    /// Gives the folder its name. A folder that is to be overwritten is replaced only now.
    ///
    /// @throws IllegalStateException when config or tensors were not written
    public void commit() throws IOException {
        if (!weights || !Files.exists(part.resolve(ModelConfig.FILE))) {
            throw new IllegalStateException("A checkpoint needs its config and its tensors.");
        }
        checkTarget();
        if (Files.exists(target)) {
            Path old = target.resolveSibling(target.getFileName() + ".old");
            WholeFiles.delete(old);
            Files.move(target, old);
            WholeFiles.move(part, target);
            WholeFiles.delete(old);
        } else {
            WholeFiles.move(part, target);
        }
        committed = true;
    }

    /// Removes what was written unless it was committed.
    @Override
    public void close() throws IOException {
        if (!committed) {
            WholeFiles.delete(part);
        }
    }
}
