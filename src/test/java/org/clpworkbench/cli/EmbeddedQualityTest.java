package org.clpworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.clpworkbench.embedded.EmbeddedDemo;
import org.clpworkbench.embedded.EmbeddedDemo.Target;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;

/// The models that the program made itself are good at texts that they have not seen. The helpers
/// are better at the embedded held-out texts than those that the Python libraries had made
/// (docs/adr/014), which had been trained on these very texts.
@ExtendWith(TemporaryWorkspace.class)
class EmbeddedQualityTest {
    /// Of the text that was held out when english-small was trained.
    private static final Path ENGLISH =
            Path.of("src/test/resources/org/clpworkbench/cli/english-help.txt");

    @TempDir static Path folder;
    private static EmbeddedDemo demo;

    @BeforeAll
    static void unpack() throws IOException {
        demo = EmbeddedDemo.unpack(folder);
    }

    private static double bitsPerByte(Target target) throws IOException {
        return bitsPerByte(target.helper(), target.validation());
    }

    private static double bitsPerByte(Path model, Path text) throws IOException {
        JsonNode answer =
                CommandRun.of("evaluate", "--json", "--model", model, "--text", text).json();
        return answer.path("all").path("bitsPerByte").asDouble();
    }

    @Test
    void englishIsBetterThanBefore() throws IOException {
        assertThat(bitsPerByte(demo.source(), ENGLISH)).isPositive().isLessThan(1.8854);
    }

    @Test
    void germanIsBetterThanBefore() throws IOException {
        assertThat(bitsPerByte(demo.german())).isPositive().isLessThan(1.6329);
    }

    @Test
    void spanishIsBetterThanBefore() throws IOException {
        assertThat(bitsPerByte(demo.spanish())).isPositive().isLessThan(1.5866);
    }
}
