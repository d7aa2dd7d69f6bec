package org.clpworkbench.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.clpworkbench.problem.Sentence;
import org.clpworkbench.tensor.TensorFile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// model.safetensors.index.json or pytorch_model.bin.index.json: which shard holds which tensor.
record ShardIndex(Path file, Map<String, String> shardOf) {
    static final String FILE = "model.safetensors.index.json";
    static final String PYTORCH_FILE = "pytorch_model.bin.index.json";
    static final String WEIGHT_MAP = "weight_map";

    static ShardIndex read(Path file) throws IOException {
        JsonNode map;
        try {
            map = new JsonMapper().readTree(Files.readAllBytes(file)).path(WEIGHT_MAP);
        } catch (JsonProcessingException invalid) {
            throw new CheckpointException(
                    Sentence.of(ShardIndex.class, "json", file, invalid.getOriginalMessage()));
        }
        if (!map.isObject() || map.isEmpty()) {
            throw new CheckpointException(
                    Sentence.of(ShardIndex.class, "index.map", file, WEIGHT_MAP));
        }
        Map<String, String> shardOf = new LinkedHashMap<>();
        for (var field : map.properties()) {
            String shard = field.getValue().asText();
            if (shard.isEmpty() || shard.contains("/") || shard.contains("\\")) {
                throw new CheckpointException(
                        Sentence.of(
                                ShardIndex.class,
                                "index.shard",
                                file,
                                field.getKey(),
                                field.getValue()));
            }
            shardOf.put(field.getKey(), shard);
        }
        return new ShardIndex(file, shardOf);
    }

    /// The shards' file names in order.
    List<String> shards() throws CheckpointException {
        List<String> names = shardOf.values().stream().distinct().sorted().toList();
        for (String name : names) {
            Path shard = file.resolveSibling(name);
            if (!Files.isRegularFile(shard)) {
                throw new CheckpointException(
                        Sentence.of(ShardIndex.class, "index.missing", shard, file.getFileName()));
            }
        }
        return names;
    }

    /// @throws CheckpointException when a shard holds other tensors than the index says
    void check(String name, TensorFile shard) throws CheckpointException {
        Set<String> said =
                shardOf.entrySet().stream()
                        .filter(entry -> entry.getValue().equals(name))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet());
        Set<String> held = shard.entries().keySet();
        var lacking = new TreeSet<>(said);
        lacking.removeAll(held);
        if (!lacking.isEmpty()) {
            throw new CheckpointException(
                    Sentence.of(ShardIndex.class, "index.lacking", file, name, lacking.getFirst()));
        }
        var unsaid = new TreeSet<>(held);
        unsaid.removeAll(said);
        if (!unsaid.isEmpty()) {
            throw new CheckpointException(
                    Sentence.of(
                            ShardIndex.class,
                            "index.unsaid",
                            shard.path(),
                            unsaid.getFirst(),
                            file.getFileName()));
        }
    }
}
