package org.clpworkbench.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.luben.zstd.ZstdOutputStream;

import org.clpworkbench.PeakMemory;
import org.clpworkbench.embedded.EmbeddedDemo;
import org.clpworkbench.job.Progress;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/// A text of ten gigabytes (`-Dclp.soak.gigabytes`) prepared by a process with a heap of 512 MiB:
/// `mvn -q test -Psoak -Dtest=LargePreparationTest`.
@Tag("soak")
class LargePreparationTest {
    private static final double GIGABYTES =
            Double.parseDouble(System.getProperty("clp.soak.gigabytes", "10"));

    /// Every so many documents one comes again.
    private static final int REPEATED = 10;

    @TempDir Path folder;

    @Test
    void preparesAnyAmountOfTextInBoundedMemory() throws Exception {
        EmbeddedDemo demo = EmbeddedDemo.unpack(folder.resolve("embedded"));
        Path file = folder.resolve("texts.jsonl.zst");
        long documents = write(file, Files.readString(demo.validation()));
        long begin = System.nanoTime();
        Process child =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx512m",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty(
                                        "surefire.test.class.path",
                                        System.getProperty("java.class.path")),
                                LargePreparationTest.class.getName(),
                                file.toString(),
                                demo.helper().toString(),
                                folder.resolve("cache").toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        long peak = 0;
        while (!child.waitFor(200, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, PeakMemory.of(child.pid()));
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        System.out.printf(
                Locale.ROOT,
                "%.1f GB, %,d documents in %.0f s (%.1f MB/s), at most %,d MB resident%n%s",
                GIGABYTES,
                documents,
                seconds,
                GIGABYTES * 1000 / seconds,
                peak / 1_000_000,
                said);

        assertThat(child.exitValue()).isZero();
        // every tenth is a repetition of the one before it
        assertThat(said)
                .startsWith(
                        "%d %d%n"
                                .formatted(documents - documents / REPEATED, documents / REPEATED));
        // the heap, a few batches in the tokenizer, the libraries
        assertThat(peak).isLessThan(1_500_000_000L);
    }

    /// Returns how many documents there are.
    private static long write(Path file, String text) throws IOException {
        var json = new JsonMapper();
        String[] words = text.split("\\s+");
        var random = new SplittableRandom(1);
        long documents = 0;
        long bytes = 0;
        byte[] line = {};
        try (OutputStream out =
                new BufferedOutputStream(new ZstdOutputStream(Files.newOutputStream(file), 1))) {
            while (bytes < GIGABYTES * 1e9) {
                documents++;
                if (documents % REPEATED != 0) {
                    var made = new StringBuilder("Text ").append(documents);
                    int length = random.nextInt(100, 700);
                    for (int word = 0; word < length; word++) {
                        made.append(' ').append(words[random.nextInt(words.length)]);
                    }
                    String object = json.writeValueAsString(Map.of("text", made.toString()));
                    line = (object + "\n").getBytes(StandardCharsets.UTF_8);
                }
                out.write(line);
                bytes += line.length;
            }
        }
        return documents;
    }

    /// The process: file, model, cache.
    public static void main(String[] arguments) throws IOException {
        var choices = MadeChoices.of(true, 0.01, 1);
        PreparedText made =
                new Preparation(
                                List.of(arguments[0]),
                                choices,
                                Path.of(arguments[1]),
                                Path.of(arguments[2]))
                        .run(Progress.unwatched());
        System.out.printf(
                "%d %d%n%s%n",
                made.statistics().documents(), made.statistics().duplicates(), made.statistics());
    }
}
