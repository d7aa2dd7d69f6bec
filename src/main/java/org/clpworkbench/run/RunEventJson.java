package org.clpworkbench.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.clpworkbench.problem.Sentence;
import org.clpworkbench.training.RunEvent;
import org.clpworkbench.training.RunEvent.Checkpointed;
import org.clpworkbench.training.RunEvent.Ended;
import org.clpworkbench.training.RunEvent.Evaluated;
import org.clpworkbench.training.RunEvent.Outcome;
import org.clpworkbench.training.RunEvent.Paused;
import org.clpworkbench.training.RunEvent.Sample;
import org.clpworkbench.training.RunEvent.Started;
import org.clpworkbench.training.RunEvent.Step;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// One event as one line of events.jsonl.
final class RunEventJson {
    private static final JsonMapper JSON = new JsonMapper();

    private RunEventJson() {}

    static String line(RunEvent event) {
        ObjectNode json = JSON.createObjectNode();
        json.put("time", event.time().toString());
        json.put("type", type(event));
        json.put("step", event.step());
        switch (event) {
            case Started e ->
                    json.put("steps", e.steps())
                            .put("device", e.device())
                            .put("parameters", e.parameters())
                            .put("memory", e.memory())
                            .put("recomputes", e.recomputes());
            case Step e ->
                    json.put("tokens", e.tokens())
                            .put("loss", e.loss())
                            .put("learningRate", e.learningRate())
                            .put("gradientNorm", e.gradientNorm())
                            .put("tokensPerSecond", e.tokensPerSecond());
            case Evaluated(_, _, long tokens, double loss, double bitsPerByte) ->
                    json.put("tokens", tokens).put("loss", loss).put("bitsPerByte", bitsPerByte);
            case Sample(_, _, String prompt, String text) ->
                    json.put("prompt", prompt).put("text", text);
            case Checkpointed(_, _, String folder) -> json.put("folder", folder);
            case Paused _ -> {}
            case Ended e -> {
                json.put("outcome", e.outcome().name().toLowerCase(Locale.ROOT))
                        .put("message", e.message());
                e.why().ifPresent(why -> json.set("why", SentenceJson.write(why)));
            }
        }
        return json.toString();
    }

    private static String type(RunEvent event) {
        return switch (event) {
            case Started _ -> "started";
            case Step _ -> "step";
            case Evaluated _ -> "evaluated";
            case Sample _ -> "sample";
            case Checkpointed _ -> "checkpoint";
            case Paused _ -> "paused";
            case Ended _ -> "ended";
        };
    }

    /// The event of a line; empty when the line is half-written or of a type that this version does
    /// not know.
    static Optional<RunEvent> parse(String line) {
        try {
            JsonNode json = JSON.readTree(line);
            Instant time = Instant.parse(json.path("time").asText());
            return event(json, time, json.path("step").asInt());
        } catch (JsonProcessingException | DateTimeException | IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    private static Optional<RunEvent> event(JsonNode json, Instant time, int step) {
        long tokens = json.path("tokens").asLong();
        double loss = number(json, "loss");
        return Optional.ofNullable(
                switch (json.path("type").asText()) {
                    case "started" ->
                            new Started(
                                    time,
                                    step,
                                    json.path("steps").asInt(),
                                    json.path("device").asText(),
                                    json.path("parameters").asLong(),
                                    json.path("memory").asLong(),
                                    json.path("recomputes").asBoolean());
                    case "step" ->
                            new Step(
                                    time,
                                    step,
                                    tokens,
                                    loss,
                                    number(json, "learningRate"),
                                    number(json, "gradientNorm"),
                                    number(json, "tokensPerSecond"));
                    case "evaluated" ->
                            new Evaluated(time, step, tokens, loss, number(json, "bitsPerByte"));
                    case "sample" ->
                            new Sample(
                                    time,
                                    step,
                                    json.path("prompt").asText(),
                                    json.path("text").asText());
                    case "checkpoint" -> new Checkpointed(time, step, json.path("folder").asText());
                    case "paused" -> new Paused(time, step);
                    case "ended" ->
                            new Ended(
                                    time,
                                    step,
                                    Outcome.valueOf(
                                            json.path("outcome").asText().toUpperCase(Locale.ROOT)),
                                    why(json));
                    default -> null;
                });
    }

    /// Another version of the program may have written a sentence that this one does not know, or
    /// only the English one.
    private static Optional<Sentence> why(JsonNode json) {
        String message = json.path("message").asText();
        Optional<Sentence> english =
                message.isBlank() ? Optional.empty() : Optional.of(untold(message));
        return SentenceJson.read(json.path("why")).or(() -> english);
    }

    /// What there is only English for.
    static Sentence untold(String message) {
        return Sentence.of(RunEventJson.class, "run.untold", message);
    }

    /// NaN and infinity are written as strings, which JSON has no numbers for.
    private static double number(JsonNode json, String field) {
        JsonNode value = json.path(field);
        return value.isTextual() ? Double.parseDouble(value.asText()) : value.asDouble();
    }
}
