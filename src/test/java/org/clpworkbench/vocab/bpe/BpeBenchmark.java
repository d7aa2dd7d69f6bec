package org.clpworkbench.vocab.bpe;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.PeakMemory;
import org.clpworkbench.embedded.EmbeddedDemo;
import org.clpworkbench.job.Progress;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/// 50,000 tokens from 1 GB of text on two threads, in a process of its own with 5.7 GB of heap. The
/// text repeats the embedded one's lines in random order; one word in thirty is put together from
/// the beginning of one of its words and the end of another, so that millions differ, as in so much
/// real text. `-Dclp.benchmark.megabytes=N` makes it smaller.
@Tag("benchmarks")
class BpeBenchmark {
    private static final int MEGABYTES = Integer.getInteger("clp.benchmark.megabytes", 1000);
    private static final int TOKENS = 50_000;
    private static final int THREADS = 2;
    private static final long MOST_BYTES = 6_000_000_000L;
    private static final int ONE_MADE_IN = 30;

    @TempDir Path folder;

    @Test
    void learnsFromAGigabyteInTenMinutesAndSixGigabytes() throws IOException, InterruptedException {
        Path text = text();
        var command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx5500m",
                        "-classpath",
                        System.getProperty(
                                "surefire.test.class.path", System.getProperty("java.class.path")),
                        BpeBenchmark.class.getName(),
                        text.toString());
        Process child =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(child.waitFor()).isZero();
        System.out.print(said);
        String[] figures = said.lines().toList().getLast().split(" ");
        double seconds = Double.parseDouble(figures[0]);
        long peak = Long.parseLong(figures[1]);
        System.out.printf(
                Locale.ROOT,
                "benchmark: %s tokens from %,d MB on %d threads: %.1f s, %.2f GB of memory at"
                        + " most%n",
                figures[2],
                Files.size(text) / 1_000_000,
                THREADS,
                seconds,
                peak / 1e9);
        assertThat(Integer.parseInt(figures[2])).isEqualTo(TOKENS);
        assertThat(seconds).isLessThan(600);
        assertThat(peak).as("bytes resident at most").isPositive().isLessThan(MOST_BYTES);
    }

    /// Prints how many words differ, then seconds, bytes of memory and tokens.
    public static void main(String[] args) throws IOException {
        List<Path> texts = List.of(Path.of(args[0]));
        WordCounts words = WordCounting.count(texts, THREADS, Progress.unwatched());
        System.out.printf(Locale.ROOT, "%,d different words%n", words.size());
        long began = System.nanoTime();
        var model = BpeTrainer.train(texts, BpeSpec.gpt2(TOKENS), THREADS, Progress.unwatched());
        double seconds = (System.nanoTime() - began) / 1e9;
        long bytes = PeakMemory.of(ProcessHandle.current().pid());
        System.out.printf(Locale.ROOT, "%.1f %d %d%n", seconds, bytes, model.tokens().size());
    }

    private Path text() throws IOException {
        Path training = EmbeddedDemo.unpack(folder.resolve("embedded")).training();
        List<String> lines = Files.readAllLines(training);
        String[] words =
                lines.stream()
                        .flatMap(line -> Arrays.stream(line.split(" ")))
                        .filter(word -> word.matches("\\p{L}{4,}"))
                        .toArray(String[]::new);
        Path text = folder.resolve("text.txt");
        var random = new SplittableRandom(5);
        long most = MEGABYTES * 1_000_000L;
        long written = 0;
        try (BufferedWriter out = Files.newBufferedWriter(text)) {
            while (written < most) {
                var line = new StringBuilder();
                for (String word : lines.get(random.nextInt(lines.size())).split(" ")) {
                    line.append(random.nextInt(ONE_MADE_IN) > 0 ? word : made(words, random));
                    line.append(' ');
                }
                line.setCharAt(line.length() - 1, '\n');
                out.append(line);
                written += line.toString().getBytes(StandardCharsets.UTF_8).length;
            }
        }
        return text;
    }

    private static String made(String[] words, SplittableRandom random) {
        String first = words[random.nextInt(words.length)];
        String last = words[random.nextInt(words.length)];
        return first.substring(0, random.nextInt(2, first.length()))
                + last.substring(random.nextInt(1, last.length() - 1));
    }
}
