package org.clpworkbench.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;

import org.clpworkbench.job.Progress;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;

/// Where a command's answer goes (standard output, once) and where what it says on the way goes
/// (standard error).
final class Output {
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .addModule(
                            new SimpleModule()
                                    .addSerializer(Path.class, ToStringSerializer.instance)
                                    .addSerializer(Instant.class, ToStringSerializer.instance)
                                    .addSerializer(Double.class, new FiniteOrNull())
                                    .addSerializer(double.class, new FiniteOrNull()))
                    .addModule(new PlainValues())
                    .build();

    private final boolean json;
    private final PrintWriter out;
    private final PrintWriter err;
    private final ConsoleProgress progress;

    Output(boolean json, PrintWriter out, PrintWriter err, ConsoleProgress progress) {
        this.json = json;
        this.out = out;
        this.err = err;
        this.progress = progress;
    }

    /// Gives the answer: the document (records, maps, lists or JSON nodes) under `--json`, else the
    /// text.
    void answer(Object document, String text) throws IOException {
        progress.close();
        out.println(json ? JSON.writeValueAsString(document) : text.stripTrailing());
    }

    /// Says something on standard error.
    void say(String sentence) {
        progress.close();
        err.println(sentence);
    }

    /// Shows how far the work is, and learns when it is to stop.
    Progress progress() {
        return progress;
    }

    /// Shows how far the work is in a line of the command's own.
    void show(String line) {
        progress.show(line);
    }

    /// JSON knows neither NaN nor infinity.
    private static final class FiniteOrNull extends JsonSerializer<Double> {
        @Override
        public void serialize(Double value, JsonGenerator generator, SerializerProvider provider)
                throws IOException {
            if (Double.isFinite(value)) {
                generator.writeNumber(value);
            } else {
                generator.writeNull();
            }
        }
    }
}
