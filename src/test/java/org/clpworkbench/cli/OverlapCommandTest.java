package org.clpworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;

import org.clpworkbench.checkpoint.TinyModels;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

@ExtendWith(TemporaryWorkspace.class)
class OverlapCommandTest {
    @TempDir Path folder;

    @BeforeEach
    void writeModels() throws IOException {
        TinyModels.write(folder.resolve("en"), 4, List.of("<|end|>", "hand", "ring", "of"), 1);
        TinyModels.write(
                folder.resolve("de"), 2, List.of("<|end|>", "und", "hand", "Haus", "ring"), 2);
    }

    private CommandRun overlap(Object... more) {
        var arguments = new ArrayList<Object>();
        arguments.addAll(List.of("overlap", "--source", folder.resolve("en")));
        arguments.addAll(List.of("--helper", folder.resolve("de")));
        arguments.addAll(List.of(more));
        return CommandRun.of(arguments.toArray());
    }

    @Test
    void countsAnchorsAndMissingTokens() throws IOException {
        JsonNode answer = overlap("--json").json();
        // shared: <|end|>, hand, ring; missing: und, Haus
        assertThat(answer.path("sourceTokens").asInt()).isEqualTo(4);
        assertThat(answer.path("targetTokens").asInt()).isEqualTo(5);
        assertThat(answer.path("anchors").asInt()).isEqualTo(3);
        assertThat(answer.path("missing").asInt()).isEqualTo(2);
        assertThat(answer.path("specials").asInt()).isEqualTo(1);
        assertThat(answer.path("share").asDouble()).isEqualTo(3.0 / 5);
        assertThat(answer.has("text")).isFalse();
    }

    @Test
    void measuresASampleOfRunningText() throws IOException {
        Path text = Files.writeString(folder.resolve("sample.txt"), "hand und ring und Haus");
        var run = overlap("--json", "--text", text);
        JsonNode sample = run.json().path("text");
        // 5 words, each one target token, of which "hand" and "ring" are anchors
        assertThat(sample.path("words").asInt()).isEqualTo(5);
        assertThat(sample.path("targetTokens").asInt()).isEqualTo(5);
        assertThat(sample.path("anchorTokens").asInt()).isEqualTo(2);
        assertThat(sample.path("anchorShare").asDouble()).isCloseTo(0.4, within(1e-12));
        assertThat(overlap("--text", text).out()).contains("40.0 %", "60.0 %");
    }

    @Test
    void takesTheMatchingInAnyCaseAndRefusesOthers() throws IOException {
        assertThat(overlap("--matching", "Exact", "--json").json().path("matching").asText())
                .isEqualTo("exact");
        assertThat(overlap("--matching", "loose").status()).isEqualTo(2);
    }

    @Test
    void saysThatTheTextIsMissing() {
        var run = overlap("--text", folder.resolve("none.txt"));
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("There is no file " + folder.resolve("none.txt"));
    }
}
