package org.clpworkbench.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.clpworkbench.lm.Precision;
import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.Told;
import org.clpworkbench.problem.ToldException;
import org.clpworkbench.training.Execution;
import org.clpworkbench.training.Execution.Checkpointing;
import org.clpworkbench.training.Trainable;
import org.clpworkbench.training.TrainingSpec;
import org.clpworkbench.training.TrainingSpec.Optimisation;
import org.clpworkbench.training.TrainingSpec.Rhythm;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/// A training spec as spec.json.
final class TrainingSpecJson {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private TrainingSpecJson() {}

    static byte[] write(TrainingSpec spec) throws IOException {
        ObjectNode json = JSON.createObjectNode();
        json.put("name", spec.name());
        json.put("model", spec.model().toString());
        json.put("text", spec.text().toString());
        json.put("validation", spec.validation().toString());
        json.put("steps", spec.steps());
        json.put("batch", spec.batch());
        json.put("context", spec.context());
        json.put("seed", spec.seed());
        json.put("trainable", spec.trainable().toString());
        Execution execution = spec.execution();
        json.put("precision", execution.precision().name().toLowerCase(Locale.ROOT));
        json.put("device", execution.device());
        json.put("accumulation", execution.accumulation());
        json.put("checkpointing", execution.checkpointing().name().toLowerCase(Locale.ROOT));
        Optimisation optimisation = spec.optimisation();
        json.putObject("optimisation")
                .put("learningRate", optimisation.learningRate())
                .put("warmupSteps", optimisation.warmupSteps())
                .put("finalShare", optimisation.finalShare())
                .put("weightDecay", optimisation.weightDecay())
                .put("decayEmbeddings", optimisation.decayEmbeddings())
                .put("gradientClip", optimisation.gradientClip());
        Rhythm rhythm = spec.rhythm();
        json.putObject("rhythm")
                .put("evaluateEvery", rhythm.evaluateEvery())
                .put("evaluationTokens", rhythm.evaluationTokens())
                .put("checkpointEvery", rhythm.checkpointEvery())
                .put("checkpointMinutes", rhythm.checkpointMinutes())
                .put("kept", rhythm.kept());
        return JSON.writeValueAsBytes(json);
    }

    /// @throws IOException that names the file when it is no training spec
    static TrainingSpec read(Path file) throws IOException {
        try {
            return spec(JSON.readTree(file.toFile()));
        } catch (JsonProcessingException broken) {
            throw broken(file, broken.getOriginalMessage(), broken);
        } catch (IllegalArgumentException broken) {
            throw broken(file, Told.reason(broken), broken);
        }
    }

    private static ToldException broken(Path file, Object reason, Exception cause) {
        return new ToldException(
                Sentence.of(TrainingSpecJson.class, "spec.broken", file, reason), cause);
    }

    private static TrainingSpec spec(JsonNode json) {
        JsonNode optimisation = json.required("optimisation");
        JsonNode rhythm = json.required("rhythm");
        return new TrainingSpec(
                json.required("name").asText(),
                Path.of(json.required("model").asText()),
                Path.of(json.required("text").asText()),
                Path.of(json.required("validation").asText()),
                json.required("steps").asInt(),
                json.required("batch").asInt(),
                json.required("context").asInt(),
                new Optimisation(
                        optimisation.required("learningRate").asDouble(),
                        optimisation.required("warmupSteps").asInt(),
                        optimisation.required("finalShare").asDouble(),
                        optimisation.required("weightDecay").asDouble(),
                        optimisation.path("decayEmbeddings").asBoolean(true),
                        optimisation.required("gradientClip").asDouble()),
                Trainable.parse(json.path("trainable").asText("all")),
                json.required("seed").asLong(),
                new Execution(
                        Precision.valueOf(constant(json.required("precision"))),
                        json.required("device").asText(),
                        json.path("accumulation").asInt(1),
                        Checkpointing.valueOf(
                                json.has("checkpointing")
                                        ? constant(json.get("checkpointing"))
                                        : "AUTO")),
                new Rhythm(
                        rhythm.required("evaluateEvery").asInt(),
                        rhythm.required("evaluationTokens").asInt(),
                        rhythm.required("checkpointEvery").asInt(),
                        rhythm.path("checkpointMinutes").asInt(0),
                        rhythm.path("kept").asInt(2)));
    }

    private static String constant(JsonNode word) {
        return word.asText().toUpperCase(Locale.ROOT);
    }
}
