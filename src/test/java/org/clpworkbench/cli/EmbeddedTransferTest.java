package org.clpworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.clpworkbench.embedded.EmbeddedDemo;
import org.clpworkbench.embedded.EmbeddedDemo.Target;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// What the demo shows, in short: of the models that come with the program, the transferred one is
/// ahead of the one from scratch after 40 steps.
@ExtendWith(TemporaryWorkspace.class)
@Timeout(120)
class EmbeddedTransferTest {
    private static final String DEFAULT = "procrustes";
    private static final String BASELINE = "random";
    private static final int STEPS = 40;

    /// Characters that are evaluated on, some 5,000 tokens.
    private static final int HELD_OUT = 16_000;

    /// Nats per token: seeds of one start lie closer together (docs/results.md).
    private static final double CLEARLY = 0.1;

    @TempDir Path folder;
    private EmbeddedDemo demo;

    @BeforeEach
    void unpack() throws IOException {
        demo = EmbeddedDemo.unpack(folder.resolve("embedded"));
    }

    @Test
    void germanIsAheadOfScratch() throws IOException {
        isAhead(losses(demo.german()));
    }

    @Test
    void spanishIsAheadOfScratch() throws IOException {
        isAhead(losses(demo.spanish()));
    }

    private static void isAhead(Map<String, Double> losses) {
        assertThat(losses).containsOnlyKeys(DEFAULT, BASELINE);
        double scratch = losses.getOrDefault(BASELINE, Double.NaN);
        assertThat(losses.getOrDefault(DEFAULT, Double.NaN))
                .isPositive()
                .isLessThan(scratch - CLEARLY);
    }

    /// By method, after the last step.
    private Map<String, Double> losses(Target target) throws IOException {
        String held = Files.readString(target.validation()).substring(0, HELD_OUT);
        var race =
                CommandRun.of(
                        "race",
                        "--json",
                        "--methods",
                        DEFAULT + "," + BASELINE,
                        "--source",
                        demo.source(),
                        "--helper",
                        target.helper(),
                        "--text",
                        target.training(),
                        "--validation",
                        Files.writeString(folder.resolve("held-out.txt"), held),
                        "--steps",
                        STEPS,
                        "--evaluate-every",
                        STEPS,
                        "--batch",
                        4,
                        "--context",
                        64,
                        "--out",
                        folder.resolve("race"));
        assertThat(race.status()).as(race.err()).isZero();
        Map<String, Double> losses = new HashMap<>();
        for (JsonNode run : race.json().path("runs")) {
            losses.put(run.path("method").asText(), run.path("validationLoss").asDouble());
        }
        return losses;
    }
}
