package org.clpworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;

import org.clpworkbench.embedded.EmbeddedDemo;
import org.clpworkbench.lm.TinyBert;
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
class EvaluateCommandTest {
    @TempDir Path folder;
    private EmbeddedDemo demo;
    private Path first;
    private Path second;

    @BeforeEach
    void writeTexts() throws IOException {
        demo = EmbeddedDemo.unpack(folder.resolve("embedded"));
        List<String> lines = Files.readAllLines(demo.validation());
        first = Files.write(folder.resolve("first.txt"), lines.subList(0, 20));
        second = Files.write(folder.resolve("second.txt"), lines.subList(20, 30));
    }

    private JsonNode evaluate(Object... more) throws IOException {
        var arguments = new ArrayList<Object>(List.of("evaluate", "--json", "--context", "64"));
        arguments.addAll(List.of("--model", demo.helper()));
        arguments.addAll(List.of(more));
        return CommandRun.of(arguments.toArray()).json();
    }

    @Test
    void measuresEveryTextAndAllTogether() throws IOException {
        JsonNode answer = evaluate("--text", first, "--text", second);
        JsonNode one = answer.path("texts").path(0);
        JsonNode two = answer.path("texts").path(1);
        long tokens = one.path("tokens").asLong() + two.path("tokens").asLong();
        double nats = nats(one) + nats(two);

        assertThat(answer.path("all").path("tokens").asLong()).isEqualTo(tokens);
        assertThat(answer.path("all").path("loss").asDouble())
                .isCloseTo(nats / tokens, within(1e-9));
        assertThat(one.path("perplexity").asDouble())
                .isCloseTo(Math.exp(one.path("loss").asDouble()), within(1e-6));
        assertThat(one.path("accuracy").asDouble()).isBetween(0.1, 0.9);
        assertThat(one.hasNonNull("anchors")).isFalse();
    }

    @Test
    void tellsAnchorsFromOtherTokens() throws IOException {
        JsonNode all = evaluate("--text", first, "--source", demo.source()).path("all");
        JsonNode anchors = all.path("anchors");
        JsonNode missing = all.path("missing");

        assertThat(anchors.path("tokens").asLong() + missing.path("tokens").asLong())
                .isEqualTo(all.path("tokens").asLong());
        assertThat(nats(anchors) + nats(missing)).isCloseTo(nats(all), within(1e-6 * nats(all)));
        assertThat(anchors.path("tokens").asLong()).isPositive();
        assertThat(missing.path("tokens").asLong()).isPositive();
    }

    @Test
    void aTokenThatMoreIsSeenBeforeIsForeseenBetter() throws IOException {
        double apart = evaluate("--text", first).path("all").path("loss").asDouble();
        JsonNode sliding = evaluate("--text", first, "--stride", "16").path("all");

        assertThat(sliding.path("loss").asDouble()).isLessThan(apart);
    }

    @Test
    void refusesAStrideLongerThanTheWindow() {
        var run =
                CommandRun.of(
                        "evaluate",
                        "--model",
                        demo.helper(),
                        "--text",
                        first,
                        "--context",
                        "64",
                        "--stride",
                        "65");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("--stride must lie between 1 and the window's 64 tokens");
    }

    @Test
    void ofAModelThatFillsMaskedPlacesSomeTokensAreAskedFor() throws IOException {
        Path bert = TinyBert.write(folder.resolve("bert"), demo);
        JsonNode all =
                CommandRun.of("evaluate", "--model", bert, "--text", first, "--json")
                        .json()
                        .path("all");
        double windows = all.path("tokens").asDouble() / Math.round(0.15 * (TinyBert.CONTEXT - 2));

        assertThat(windows).isPositive().isEqualTo(Math.rint(windows));
        assertThat(all.path("loss").asDouble()).isBetween(5.0, 20.0);
        assertThat(CommandRun.of("evaluate", "--model", bert, "--text", first, "--stride", 8).err())
                .contains("--stride is for models that predict what follows");
        assertThat(CommandRun.of("generate", "--model", bert, "--prompt", "Guten").err())
                .contains("fills masked places; it cannot continue a text");
    }

    private static double nats(JsonNode figures) {
        return figures.path("loss").asDouble() * figures.path("tokens").asLong();
    }
}
