package org.clpworkbench.helper;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldException;
import org.clpworkbench.run.RunFolder;
import org.clpworkbench.run.RunState;
import org.clpworkbench.settings.Workspace;
import org.clpworkbench.training.RunEvent;
import org.clpworkbench.training.TrainingCheckpoint;
import org.clpworkbench.vocab.bpe.BpeModel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a run is to become when it has ended, as draft.json beside the untrained model says: the
/// run trains in a process of its own and may outlive the program that waits for it.
///
/// @param folder of the untrained model
/// @param target folder that gets the trained model
/// @param run that trains it
/// @param helper what helper.json of the trained model will say, but for what training brings
public record HelperDraft(Path folder, Path target, RunFolder run, ObjectNode helper) {
    private static final String FILE = "draft.json";
    private static final Logger LOG = LoggerFactory.getLogger(HelperDraft.class);
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /// Writes down what a run has been started for.
    static HelperDraft write(
            Path folder, HelperSpec spec, HelperTexts texts, BpeModel tokenizer, RunFolder run)
            throws IOException {
        int tokens = tokenizer.tokens().size();
        ObjectNode helper = JSON.createObjectNode();
        helper.put("program", "clp-workbench");
        helper.set("provenance", JSON.valueToTree(run.provenance()));
        texts.describe(helper);
        helper.putObject("tokenizer")
                .put("tokens", tokens)
                .put("asked", spec.tokenizer().vocabularySize())
                .put("merges", tokenizer.merges().size())
                .put("minFrequency", spec.tokenizer().minFrequency());
        helper.putObject("model")
                .put("parameters", spec.size().parameters(tokens, spec.training().context()))
                .put("layers", spec.size().layers())
                .put("width", spec.size().width())
                .put("heads", spec.size().heads())
                .put("context", spec.training().context())
                .put("seed", spec.training().seed());
        var draft = new HelperDraft(folder, spec.target(), run, helper);
        ObjectNode root = JSON.createObjectNode();
        root.put("target", draft.target.toString());
        root.put("run", draft.run.path().getFileName().toString());
        root.set("helper", helper);
        Files.write(folder.resolve(FILE), JSON.writeValueAsBytes(root));
        return draft;
    }

    /// Those of a workspace whose run goes on or has ended well, and whose model nobody wrote.
    public static List<HelperDraft> waiting(Workspace workspace) throws IOException {
        if (!Files.isDirectory(workspace.untrained())) {
            return List.of();
        }
        var waiting = new ArrayList<HelperDraft>();
        try (var folders = Files.list(workspace.untrained())) {
            for (Path folder : folders.filter(HelperDraft::isDraft).sorted().toList()) {
                try {
                    HelperDraft draft = read(folder, workspace).orElse(null);
                    if (draft != null && draft.waits()) {
                        waiting.add(draft);
                    }
                } catch (IOException unreadable) {
                    LOG.warn("{} is left out of the unfinished helpers", folder, unreadable);
                }
            }
        }
        return waiting;
    }

    private static boolean isDraft(Path folder) {
        return Files.isRegularFile(folder.resolve(FILE));
    }

    /// Empty for one whose run was deleted.
    private static Optional<HelperDraft> read(Path folder, Workspace workspace) throws IOException {
        JsonNode root = JSON.readTree(folder.resolve(FILE).toFile());
        if (!(root.path("helper") instanceof ObjectNode helper)) {
            throw new ToldException(
                    Sentence.of(HelperDraft.class, "draft.none", folder.resolve(FILE)));
        }
        Path run = workspace.runs().resolve(root.path("run").asText());
        Path target = Path.of(root.path("target").asText());
        return Files.isDirectory(run)
                ? Optional.of(new HelperDraft(folder, target, RunFolder.open(run), helper))
                : Optional.empty();
    }

    private boolean waits() throws IOException {
        RunState state = run.state();
        boolean well = state.live() || state == RunState.DONE || state == RunState.STOPPED;
        return well && Files.notExists(target);
    }

    /// Whether another program that waited for the same run was quicker.
    boolean isWritten() throws IOException {
        Path provenance = target.resolve(TrainedModel.PROVENANCE);
        if (!Files.isRegularFile(provenance)) {
            return false;
        }
        JsonNode written = JSON.readTree(provenance.toFile()).path("training").path("run");
        return written.asText().equals(String.valueOf(run.path().getFileName()));
    }

    /// The model is written, or not wanted any more.
    void discard() throws IOException {
        Files.deleteIfExists(folder.resolve(FILE));
    }

    public String name() {
        return String.valueOf(target.getFileName());
    }

    /// What the run makes of it with one of its checkpoints.
    HelperModel model(TrainingCheckpoint checkpoint) throws IOException {
        int step = checkpoint.state().step();
        double bitsPerByte = Double.NaN;
        for (RunEvent event : run.events()) {
            if (event instanceof RunEvent.Evaluated evaluated && evaluated.step() == step) {
                bitsPerByte = evaluated.bitsPerByte();
            }
        }
        JsonNode model = helper.path("model");
        JsonNode tokenizer = helper.path("tokenizer");
        return new HelperModel(
                target,
                run.path(),
                model.path("parameters").asLong(),
                new HelperSize(model.path("layers").asInt(), model.path("width").asInt()),
                tokenizer.path("tokens").asInt(),
                tokenizer.path("asked").asInt(),
                tokenizer.path("merges").asInt(),
                step,
                checkpoint.state().validationLoss(),
                bitsPerByte);
    }
}
