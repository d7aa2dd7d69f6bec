package org.clpworkbench.helper;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.clpworkbench.checkpoint.Checkpoint;
import org.clpworkbench.checkpoint.CheckpointWriter;
import org.clpworkbench.checkpoint.ModelConfig;
import org.clpworkbench.checkpoint.PlannedTensor;
import org.clpworkbench.job.Progress;
import org.clpworkbench.run.RunFolder;
import org.clpworkbench.training.RunEvent;
import org.clpworkbench.training.TrainingCheckpoint;
import org.clpworkbench.vocab.bpe.BpeModel;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Map;

/// The best checkpoint of a helper's run as a model of its own, with helper.json beside it: from
/// which texts it was made and how.
///
/// @param texts that it was trained on
record TrainedModel(
        HelperSpec spec,
        HelperTexts texts,
        RunFolder run,
        TrainingCheckpoint checkpoint,
        BpeModel tokenizer) {
    static final String PROVENANCE = "helper.json";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    HelperModel write(Progress progress) throws IOException {
        HelperModel made = made();
        try (var model = Checkpoint.open(checkpoint.folder());
                var writer = CheckpointWriter.create(spec.target(), false)) {
            var tensors = new ArrayList<PlannedTensor>();
            for (String name : model.entries().keySet()) {
                tensors.add(PlannedTensor.copyOf(model.tensor(name)));
            }
            writer.config(model.config().json());
            writer.file(
                    ModelConfig.GENERATION_FILE,
                    Files.readAllBytes(checkpoint.folder().resolve(ModelConfig.GENERATION_FILE)));
            writer.copyTokenizer(checkpoint.folder());
            writer.tensors(tensors, Map.of("format", "pt"));
            writer.file(PROVENANCE, JSON.writeValueAsBytes(provenance(made)));
            progress.checkCancelled();
            writer.commit();
        }
        return made;
    }

    private HelperModel made() throws IOException {
        int step = checkpoint.state().step();
        double bitsPerByte = Double.NaN;
        for (RunEvent event : run.events()) {
            if (event instanceof RunEvent.Evaluated evaluated && evaluated.step() == step) {
                bitsPerByte = evaluated.bitsPerByte();
            }
        }
        int tokens = tokenizer.tokens().size();
        return new HelperModel(
                spec.target(),
                run.path(),
                spec.size().parameters(tokens, spec.training().context()),
                spec.size(),
                tokens,
                tokenizer.merges().size(),
                step,
                checkpoint.state().validationLoss(),
                bitsPerByte);
    }

    private ObjectNode provenance(HelperModel made) throws IOException {
        ObjectNode root = JSON.createObjectNode();
        root.put("program", "clp-workbench");
        root.set("provenance", JSON.valueToTree(run.provenance()));
        texts.describe(root);
        root.putObject("tokenizer")
                .put("tokens", made.tokens())
                .put("asked", spec.tokenizer().vocabularySize())
                .put("merges", made.merges())
                .put("minFrequency", spec.tokenizer().minFrequency());
        root.putObject("model")
                .put("parameters", made.parameters())
                .put("layers", made.size().layers())
                .put("width", made.size().width())
                .put("heads", made.size().heads())
                .put("context", spec.training().context())
                .put("seed", spec.training().seed());
        ObjectNode training = root.putObject("training");
        training.put("run", run.path().getFileName().toString()).put("step", made.step());
        if (!Double.isNaN(made.validationLoss())) {
            training.put("validationLoss", made.validationLoss());
        }
        if (!Double.isNaN(made.bitsPerByte())) {
            training.put("bitsPerByte", made.bitsPerByte());
        }
        training.set("spec", JSON.readTree(run.path().resolve("spec.json").toFile()));
        return root;
    }
}
