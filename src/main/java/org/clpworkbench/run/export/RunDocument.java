package org.clpworkbench.run.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.clpworkbench.job.Progress;
import org.clpworkbench.run.RunFolder;
import org.clpworkbench.run.RunNotes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Runs as one JSON document, `{"runs":[…]}`. Of each it has `run` (the name), `state`, `spec`,
/// `provenance`, `notes` and `points`. A figure that is not known, or no number, is null, and so
/// are notes that cannot be read.
final class RunDocument {
    private static final Logger LOG = LoggerFactory.getLogger(RunDocument.class);
    private static final JsonMapper JSON = new JsonMapper();

    /// What is taken over from a run's folder as it stands there, under the name of the file.
    private static final List<String> FILES = List.of("spec", "provenance");

    private RunDocument() {}

    static void write(List<RunFolder> runs, OutputStream out, Progress progress)
            throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeArrayFieldStart("runs");
            int done = 0;
            for (RunFolder run : runs) {
                progress.checkCancelled();
                write(run, json);
                progress.update(++done, runs.size(), "runs");
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void write(RunFolder run, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("run", RunExport.name(run));
        json.writeStringField("state", run.state().name().toLowerCase(Locale.ROOT));
        for (String name : FILES) {
            Path file = run.path().resolve(name + ".json");
            if (Files.isRegularFile(file)) {
                JsonNode content = JSON.readTree(file.toFile());
                json.writeFieldName(name);
                json.writeTree(content);
            }
        }
        notes(run, json);
        json.writeArrayFieldStart("points");
        for (RunPoint point : RunPoint.of(run.events())) {
            write(point, json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void notes(RunFolder run, JsonGenerator json) throws IOException {
        RunNotes notes;
        try {
            notes = RunNotes.read(run.path());
        } catch (IOException damaged) {
            LOG.warn("The notes of {} are left out", run.path(), damaged);
            json.writeNullField("notes");
            return;
        }
        json.writeObjectFieldStart("notes");
        json.writeArrayFieldStart("tags");
        for (String tag : notes.tags()) {
            json.writeString(tag);
        }
        json.writeEndArray();
        json.writeStringField("note", notes.note());
        json.writeEndObject();
    }

    private static void write(RunPoint point, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeNumberField("step", point.step());
        json.writeNumberField("tokens", point.tokens());
        number(json, "seconds", point.seconds());
        number(json, "trainingLoss", point.trainingLoss());
        number(json, "validationLoss", point.validationLoss());
        number(json, "bitsPerByte", point.bitsPerByte());
        number(json, "learningRate", point.learningRate());
        number(json, "gradientNorm", point.gradientNorm());
        number(json, "tokensPerSecond", point.tokensPerSecond());
        json.writeEndObject();
    }

    private static void number(JsonGenerator json, String name, double value) throws IOException {
        if (Double.isFinite(value)) {
            json.writeNumberField(name, value);
        } else {
            json.writeNullField(name);
        }
    }
}
