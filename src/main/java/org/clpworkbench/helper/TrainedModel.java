package org.clpworkbench.helper;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.clpworkbench.checkpoint.Checkpoint;
import org.clpworkbench.checkpoint.CheckpointWriter;
import org.clpworkbench.checkpoint.ModelConfig;
import org.clpworkbench.checkpoint.PlannedTensor;
import org.clpworkbench.job.Progress;
import org.clpworkbench.training.TrainingCheckpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;

/// The best checkpoint of a helper's run as a model of its own, with helper.json beside it: from
/// which texts it was made and how.
record TrainedModel(HelperDraft draft, TrainingCheckpoint checkpoint) {
    static final String PROVENANCE = "helper.json";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    HelperModel write(Progress progress) throws IOException {
        HelperModel made = draft.model(checkpoint);
        Path from = checkpoint.folder();
        try (var model = Checkpoint.open(from);
                var writer = CheckpointWriter.create(made.folder(), false)) {
            var tensors = new ArrayList<PlannedTensor>();
            for (String name : model.entries().keySet()) {
                tensors.add(PlannedTensor.copyOf(model.tensor(name)));
            }
            writer.config(model.config().json());
            writer.file(
                    ModelConfig.GENERATION_FILE,
                    Files.readAllBytes(from.resolve(ModelConfig.GENERATION_FILE)));
            writer.copyTokenizer(from);
            writer.tensors(tensors, Map.of("format", "pt"));
            writer.file(PROVENANCE, JSON.writeValueAsBytes(provenance(made)));
            progress.checkCancelled();
            writer.commit();
        }
        return made;
    }

    private ObjectNode provenance(HelperModel made) throws IOException {
        ObjectNode root = draft.helper().deepCopy();
        ObjectNode training = root.putObject("training");
        training.put("run", made.run().getFileName().toString()).put("step", made.step());
        if (!Double.isNaN(made.validationLoss())) {
            training.put("validationLoss", made.validationLoss());
        }
        if (!Double.isNaN(made.bitsPerByte())) {
            training.put("bitsPerByte", made.bitsPerByte());
        }
        training.set("spec", JSON.readTree(made.run().resolve("spec.json").toFile()));
        return root;
    }
}
