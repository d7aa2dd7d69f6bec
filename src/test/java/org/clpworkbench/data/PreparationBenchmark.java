package org.clpworkbench.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.PeerPython;
import org.clpworkbench.data.text.WrittenFiles;
import org.clpworkbench.embedded.EmbeddedDemo;
import org.clpworkbench.job.Progress;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// How fast texts are prepared: `mvn -q test -Pbenchmarks -Dtest=PreparationBenchmark`.
@Tag("benchmarks")
class PreparationBenchmark {
    private static final int TEXTS = 60_000;
    private static final double LEAST_SHARE = 0.8;

    @TempDir Path folder;

    /// All of the preparation (reading JSON, deduplicating, counting, tokenizing, writing) against
    /// the tokenizer alone, called from Python on the same texts, in turn.
    @Test
    void preparesAtFourFifthsOfTheTokenizersOwnSpeed() throws Exception {
        PeerPython python = PeerPython.required();
        EmbeddedDemo demo = EmbeddedDemo.unpack(folder.resolve("embedded"));
        String words = Files.readString(demo.validation());
        Path file =
                WrittenFiles.write(
                        folder.resolve("texts.jsonl"),
                        MadeTexts.lines(MadeTexts.of(words, TEXTS, 1)));
        double ours = Double.POSITIVE_INFINITY;
        double theirs = Double.POSITIVE_INFINITY;
        long tokens = 0;
        for (int turn = 0; turn < 2; turn++) {
            ours = Math.min(ours, prepare(file, demo.helper(), folder.resolve("cache" + turn)));
            String[] told =
                    python.run(
                                    script(),
                                    List.of(
                                            demo.helper().resolve("tokenizer.json").toString(),
                                            file.toString()))
                            .strip()
                            .split(" ");
            tokens = Long.parseLong(told[0]);
            theirs = Math.min(theirs, Double.parseDouble(told[1]));
        }
        System.out.printf(
                Locale.ROOT,
                "%,d bytes, %,d tokens: prepared in %.2f s (%,.0f tokens/s), the tokenizer alone"
                        + " %.2f s (%,.0f tokens/s), ratio %.2f%n",
                Files.size(file),
                tokens,
                ours,
                tokens / ours,
                theirs,
                tokens / theirs,
                theirs / ours);

        assertThat(theirs / ours).isGreaterThanOrEqualTo(LEAST_SHARE);
    }

    private static double prepare(Path file, Path model, Path cache) throws IOException {
        var choices = MadeChoices.of(true, 0.01, 1);
        long begin = System.nanoTime();
        new Preparation(List.of(file.toString()), choices, model, cache).run(Progress.unwatched());
        return (System.nanoTime() - begin) / 1e9;
    }

    private static Path script() throws URISyntaxException {
        var found = PreparationBenchmark.class.getResource("encode_speed.py");
        assertThat(found).isNotNull();
        return Path.of(found.toURI());
    }
}
