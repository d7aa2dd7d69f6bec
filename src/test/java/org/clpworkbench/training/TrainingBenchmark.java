package org.clpworkbench.training;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.clpworkbench.PeerPython;
import org.clpworkbench.lm.Generator;
import org.clpworkbench.lm.LanguageModel;
import org.clpworkbench.lm.MadeGpt2;
import org.clpworkbench.lm.Precision;
import org.clpworkbench.lm.Sampling;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Figures that training and generation have to reach: `mvn -q test -Pbenchmarks
/// -Dtest=TrainingBenchmark`. Each prints what it measured.
@Tag("benchmarks")
class TrainingBenchmark {
    private static final Path PEER =
            Path.of("src/test/resources/org/clpworkbench/lm/throughput.py");
    private static final int STEPS = 6;
    private static final int ROUNDS = 3;

    @TempDir Path folder;

    /// Tokens a second and greatest resident memory beside transformers with fused AdamW, the
    /// quickest of as many steps each, in turns. The peer under bfloat16 autocast meets what suits
    /// this processor: one without bfloat16 products takes a quarter of an hour for the peer's
    /// step, so one has to do there; the peer's memory is then that of a step that has no optimizer
    /// state to begin with, less than it takes later. What the same model reaches in float32 is
    /// told beside it: nothing but the memory is asked of it.
    @ParameterizedTest
    @CsvSource({
        "6, 384, 6, 16000, 256, 8, BFLOAT16, 1.3",
        "6, 384, 6, 16000, 256, 8, FLOAT32, 0",
        "12, 768, 12, 50257, 512, 4, BFLOAT16, 1.15",
        "12, 768, 12, 50257, 512, 4, FLOAT32, 0"
    })
    void trainsFasterThanTransformers(
            int layers,
            int width,
            int heads,
            int vocabulary,
            int context,
            int batch,
            Precision peers,
            double asked)
            throws Exception {
        var python = PeerPython.required();
        Precision precision =
                peers == Precision.BFLOAT16 ? Precision.suited("cpu") : Precision.FLOAT32;
        boolean slow = peers != precision;
        int rounds = slow ? 1 : ROUNDS;
        int steps = slow ? 1 : STEPS;
        var model = new MadeGpt2(vocabulary, width, layers, heads, context, true, 0.02f);
        Path start = model.write(folder.resolve("model"), Optional.empty());
        List<String> arguments =
                IntStream.of(layers, width, heads, vocabulary, context, batch)
                        .mapToObj(String::valueOf)
                        .collect(Collectors.toCollection(ArrayList::new));
        arguments.add(peers.name().toLowerCase(Locale.ROOT));
        arguments.add("" + steps);
        var ratios = new ArrayList<Double>();
        long ownPeak = 0;
        long peerPeak = 0;
        for (int round = 0; round < rounds; round++) {
            var own = MeasuredStep.of(start, batch, context, precision, STEPS);
            String said = python.run(PEER, arguments);
            JsonNode peer = new ObjectMapper().readTree(said.lines().toList().getLast());
            double ownSpeed = batch * context / own.seconds();
            double peerSpeed = peer.path("tokensPerSecond").asDouble();
            ratios.add(ownSpeed / peerSpeed);
            ownPeak = Math.max(ownPeak, own.peakBytes());
            peerPeak = Math.max(peerPeak, peer.path("peakBytes").asLong());
            say(
                    "%d × %d, vocabulary %,d, %s: %,.0f tokens/s and %.2f GB, transformers %s"
                            + " %,.0f and %.2f GB",
                    layers,
                    width,
                    vocabulary,
                    precision,
                    ownSpeed,
                    own.peakBytes() / 1e9,
                    peers,
                    peerSpeed,
                    peer.path("peakBytes").asLong() / 1e9);
        }
        double ratio = ratios.stream().sorted().toList().get(rounds / 2);
        say("%.2f times transformers' speed (asked %.2f, 0 for nothing)", ratio, asked);

        assertThat(ownPeak).isLessThan(peerPeak);
        assertThat(ratio).isGreaterThanOrEqualTo(asked);
    }

    @Test
    void generatesFiveTimesFasterThanWithoutACache() throws IOException {
        Path start =
                new MadeGpt2(16_000, 384, 6, 6, 512, true, 0.02f)
                        .write(folder.resolve("model"), Optional.empty());
        int[] prompt = {1, 2, 3, 4};
        int tokens = 256;
        try (var model = LanguageModel.open(start, Device.cpu(), Precision.FLOAT32)) {
            var generator = new Generator(model);
            generator.continuation(prompt, 8, Sampling.greedy());
            long begin = System.nanoTime();
            int[] ids = generator.continuation(prompt, tokens, Sampling.greedy());
            double cached = (System.nanoTime() - begin) / 1e9;
            begin = System.nanoTime();
            int[] anew = Arrays.copyOf(prompt, ids.length);
            for (int length = prompt.length; length < ids.length; length++) {
                anew[length] = likeliest(model.logits(Arrays.copyOf(anew, length)), length);
            }
            double whole = (System.nanoTime() - begin) / 1e9;
            say(
                    "%d tokens: %.2f s with the cache, %.2f s without: %.1f times",
                    tokens, cached, whole, whole / cached);

            assertThat(anew).isEqualTo(ids);
            assertThat(whole / cached).isGreaterThanOrEqualTo(5);
        }
    }

    /// Of the last row of logits.
    private static int likeliest(float[] logits, int rows) {
        int vocabulary = logits.length / rows;
        int best = 0;
        int begin = logits.length - vocabulary;
        for (int id = 1; id < vocabulary; id++) {
            if (logits[begin + id] > logits[begin + best]) {
                best = id;
            }
        }
        return best;
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
