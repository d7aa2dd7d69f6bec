package org.clpworkbench.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.clpworkbench.checkpoint.CheckpointWriter;
import org.clpworkbench.checkpoint.ModelConfig;
import org.clpworkbench.checkpoint.PlannedTensor;
import org.clpworkbench.checkpoint.TransferredRows;
import org.clpworkbench.lm.LanguageModel;
import org.clpworkbench.lm.Parameter;
import org.clpworkbench.tensor.DType;
import org.clpworkbench.tensor.TensorSource;
import org.clpworkbench.tensor.WholeFiles;

import java.io.IOException;
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
public record TrainingCheckpoint(Path folder, State state) {
    /// How far the run was.
    ///
    /// @param tokens tokens trained on so far
    /// @param validationLoss nats per token at this very step; NaN if it was not evaluated then
    public record State(int step, long tokens, double validationLoss) {
        /// Before the first step.
        static final State START = new State(0, 0, Double.NaN);
    }

    private static final String FOLDER = "checkpoints";
    private static final String OPTIMIZER_FILE = "optimizer.safetensors";
    private static final String TRAINER_FILE = "trainer.json";

    /// The newest whole checkpoint of a run folder.
    public static Optional<TrainingCheckpoint> latest(Path run) throws IOException {
        List<Path> all = all(run);
        return all.isEmpty() ? Optional.empty() : Optional.of(read(all.getLast()));
    }

    /// The whole checkpoint of a run folder with the lowest validation loss; the newest where none
    /// was evaluated.
    public static Optional<TrainingCheckpoint> best(Path run) throws IOException {
        List<TrainingCheckpoint> all = readAll(run);
        return best(all).or(() -> all.stream().reduce((_, last) -> last));
    }

    private static Optional<TrainingCheckpoint> best(List<TrainingCheckpoint> all) {
        return all.stream()
                .filter(checkpoint -> !Double.isNaN(checkpoint.state.validationLoss()))
                .min(Comparator.comparingDouble(checkpoint -> checkpoint.state.validationLoss()));
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

    private static List<TrainingCheckpoint> readAll(Path run) throws IOException {
        var all = new ArrayList<TrainingCheckpoint>();
        for (Path folder : all(run)) {
            all.add(read(folder));
        }
        return all;
    }

    private static TrainingCheckpoint read(Path folder) throws IOException {
        JsonNode json = new JsonMapper().readTree(folder.resolve(TRAINER_FILE).toFile());
        return new TrainingCheckpoint(
                folder,
                new State(
                        json.path("step").asInt(),
                        json.path("tokens").asLong(),
                        json.path("validationLoss").asDouble(Double.NaN)));
    }

    /// Writes a checkpoint into a run folder; when it is whole, all are removed but the newest
    /// `kept` and the one with the lowest validation loss.
    ///
    /// @param start the model folder that the run began from: its tokenizer goes along, and what it
    ///   tells of its rows
    static TrainingCheckpoint write(
            Path run, Path start, LanguageModel model, AdamW optimizer, State state, int kept)
            throws IOException {
        Path folder = run.resolve(FOLDER).resolve("step-%06d".formatted(state.step()));
        Files.createDirectories(run.resolve(FOLDER));
        try (var writer = CheckpointWriter.create(folder, true)) {
            ObjectNode config = model.config().json().deepCopy();
            config.remove("torch_dtype");
            writer.config(config.put("dtype", "float32"));
            for (String name : List.of(ModelConfig.GENERATION_FILE, TransferredRows.FILE)) {
                Path file = start.resolve(name);
                if (Files.isRegularFile(file)) {
                    writer.file(name, Files.readAllBytes(file));
                }
            }
            writer.copyTokenizer(start);
            writer.tensors(weights(model), Map.of("format", "pt"));
            optimizer.save(writer.folder().resolve(OPTIMIZER_FILE));
            writer.file(TRAINER_FILE, json(state));
            writer.commit();
        }
        prune(run, kept);
        return new TrainingCheckpoint(folder, state);
    }

    private static byte[] json(State state) throws IOException {
        var json = new JsonMapper();
        ObjectNode fields = json.createObjectNode();
        fields.put("step", state.step()).put("tokens", state.tokens());
        if (!Double.isNaN(state.validationLoss())) {
            fields.put("validationLoss", state.validationLoss());
        }
        return json.writeValueAsBytes(fields);
    }

    private static void prune(Path run, int kept) throws IOException {
        List<TrainingCheckpoint> all = readAll(run);
        Optional<TrainingCheckpoint> best = best(all);
        for (TrainingCheckpoint old : all.subList(0, Math.max(0, all.size() - kept))) {
            if (best.isEmpty() || !best.get().equals(old)) {
                WholeFiles.delete(old.folder);
            }
        }
    }

    private static List<PlannedTensor> weights(LanguageModel model) {
        var tensors = new ArrayList<PlannedTensor>();
        for (int i = 0; i < model.parameters().size(); i++) {
            Parameter parameter = model.parameters().get(i);
            var weight = model.weights().get(i);
            TensorSource source = sink -> sink.write(weight.toFloatArray());
            tensors.add(
                    new PlannedTensor(
                            model.nameInFile(parameter), DType.F32, parameter.shape(), source));
        }
        return tensors;
    }

    void restore(AdamW optimizer) throws IOException {
        optimizer.load(folder.resolve(OPTIMIZER_FILE));
    }

    /// The folder's name as events give it, relative to the run's.
    public String relativeFolder() {
        return FOLDER + "/" + folder.getFileName();
    }
}
