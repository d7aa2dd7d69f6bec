package org.clpworkbench.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.clpworkbench.checkpoint.CheckpointWriter;
import org.clpworkbench.checkpoint.ModelConfig;
import org.clpworkbench.checkpoint.PlannedTensor;
import org.clpworkbench.lm.LanguageModel;
import org.clpworkbench.lm.Parameter;
import org.clpworkbench.tensor.DType;
import org.clpworkbench.tensor.TensorSource;
import org.clpworkbench.tensor.WholeFiles;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A run's state on disk: `checkpoints/step-000500/`, a Hugging Face folder that also holds the
/// optimizer's state.
///
/// @param tokens tokens trained on so far
public record TrainingCheckpoint(Path folder, int step, long tokens) {
    private static final String FOLDER = "checkpoints";
    private static final String OPTIMIZER_FILE = "optimizer.safetensors";
    private static final String TRAINER_FILE = "trainer.json";
    private static final int KEPT = 2;

    /// The newest whole checkpoint of a run folder.
    public static Optional<TrainingCheckpoint> latest(Path run) throws IOException {
        List<Path> all = all(run);
        return all.isEmpty() ? Optional.empty() : Optional.of(read(all.getLast()));
    }

    /// Checkpoint folders in order of their steps; parts have no trainer.json under a final name.
    private static List<Path> all(Path run) throws IOException {
        Path parent = run.resolve(FOLDER);
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(parent)) {
            return folders.filter(folder -> folder.getFileName().toString().matches("step-\\d+"))
                    .filter(folder -> Files.isRegularFile(folder.resolve(TRAINER_FILE)))
                    .sorted(Comparator.naturalOrder())
                    .toList();
        }
    }

    private static TrainingCheckpoint read(Path folder) throws IOException {
        JsonNode json = new JsonMapper().readTree(folder.resolve(TRAINER_FILE).toFile());
        return new TrainingCheckpoint(
                folder, json.path("step").asInt(), json.path("tokens").asLong());
    }

    /// Writes a checkpoint into a run folder; when it is whole, all but the newest two are removed.
    ///
    /// @param start the model folder that the run began from: its tokenizer goes along
    static TrainingCheckpoint write(
            Path run, Path start, LanguageModel model, AdamW optimizer, int step, long tokens)
            throws IOException {
        Path folder = run.resolve(FOLDER).resolve("step-%06d".formatted(step));
        Files.createDirectories(run.resolve(FOLDER));
        try (var writer = CheckpointWriter.create(folder, true)) {
            ObjectNode config = model.config().json().deepCopy();
            config.remove("torch_dtype");
            writer.config(config.put("dtype", "float32"));
            Path generation = start.resolve(ModelConfig.GENERATION_FILE);
            if (Files.isRegularFile(generation)) {
                writer.file(ModelConfig.GENERATION_FILE, Files.readAllBytes(generation));
            }
            writer.copyTokenizer(start);
            writer.tensors(weights(model), Map.of("format", "pt"));
            optimizer.save(writer.folder().resolve(OPTIMIZER_FILE));
            String state = "{\"step\": %d, \"tokens\": %d}\n".formatted(step, tokens);
            writer.file(TRAINER_FILE, state.getBytes(StandardCharsets.UTF_8));
            writer.commit();
        }
        List<Path> all = all(run);
        for (Path old : all.subList(0, Math.max(0, all.size() - KEPT))) {
            WholeFiles.delete(old);
        }
        return new TrainingCheckpoint(folder, step, tokens);
    }

    private static List<PlannedTensor> weights(LanguageModel model) {
        var tensors = new ArrayList<PlannedTensor>();
        for (int i = 0; i < model.parameters().size(); i++) {
            Parameter parameter = model.parameters().get(i);
            var weight = model.weights().get(i);
            TensorSource source = sink -> sink.write(weight.toFloatArray());
            tensors.add(
                    new PlannedTensor(
                            LanguageModel.nameInFile(parameter),
                            DType.F32,
                            parameter.shape(),
                            source));
        }
        return tensors;
    }

    void restore(AdamW optimizer) throws IOException {
        optimizer.load(folder.resolve(OPTIMIZER_FILE), step);
    }

    /// The folder's name as events give it, relative to the run's.
    public String relativeFolder() {
        return FOLDER + "/" + folder.getFileName();
    }
}
