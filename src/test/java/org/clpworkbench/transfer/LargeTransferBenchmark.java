package org.clpworkbench.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;

import org.clpworkbench.PeakMemory;
import org.clpworkbench.checkpoint.CheckpointWriter;
import org.clpworkbench.checkpoint.PlannedTensor;
import org.clpworkbench.compute.Matrices;
import org.clpworkbench.compute.Matrix;
import org.clpworkbench.compute.OrderedBlocks;
import org.clpworkbench.job.Worker;
import org.clpworkbench.tensor.DType;
import org.clpworkbench.vocab.TokenizerFolder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Transfers a made-up checkpoint of 7 B parameters (about 14 GB in F16, sharded) from 250,880 to
/// 50,257 tokens in a process of its own, between two plain copies of the same bytes: how fast a
/// disk is changes by the minute. Each of the three finds none of the source in memory, as for a
/// checkpoint that has just been chosen, and is done when its bytes are on the disk. Needs Linux
/// and 45 GB of disk. `-Dclp.benchmark.layers=N` makes it smaller.
@Tag("benchmarks")
class LargeTransferBenchmark {
    private static final int SOURCE_TOKENS = 250_880;
    private static final int TARGET_TOKENS = 50_257;
    private static final int SHARED = 12_000;
    private static final int WIDTH = 4096;
    private static final int HELPER_WIDTH = 768;
    private static final int LAYERS = Integer.getInteger("clp.benchmark.layers", 30);

    /// Ridge strengths that the linear map tries, and tokens of each half that are asked for their
    /// neighbours in a matrix of this size.
    private static final int LAMBDAS = 11;

    private static final int ASKED = 500;

    @TempDir static Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"procrustes", "linear", "clp", "clp-centered"})
    void staysWithinItsMemoryAndCloseToACopy(String method)
            throws IOException, InterruptedException {
        Path source = folder.resolve("source");
        if (!Files.exists(source)) {
            writeSource(source);
            writeHelper(folder.resolve("helper"));
        }
        Copy before = Copy.of(source);
        Path target = folder.resolve("target");
        forget(source);
        long began = System.nanoTime();
        long peak = transfer(source, target, method);
        double seconds = (System.nanoTime() - began) / 1e9;
        String report = Files.readString(target.resolve(CrossLingualTransfer.REPORT_FILE));
        run(List.of("rm", "-r", target.toString()));
        Copy after = Copy.of(source);
        double copy = (before.onDisk() + after.onDisk()) / 2;
        double products = needed(method).stream().mapToDouble(Product::seconds).sum();
        Benchmarks.say(
                "7 B by %s: %.1f s; cp -r %.1f and %.1f s, on the disk after %.1f and %.1f s; dense"
                        + " products %.1f s: %.2f times 1.3 cp + products; peak memory %.2f GB",
                method,
                seconds,
                before.returned(),
                after.returned(),
                before.onDisk(),
                after.onDisk(),
                products,
                seconds / (1.3 * copy + products),
                peak / 1e9);
        assertThat(report).contains("\"unchangedTensors\" : " + (4 * LAYERS));
        boolean allPairs = Methods.weighting(Recipe.of(method).weighting()).comparesAllPairs();
        long embeddings = 2L * WIDTH * (SOURCE_TOKENS + TARGET_TOKENS);
        assertThat(peak).isLessThan(allPairs ? 600_000_000 + 3 * embeddings : 1_500_000_000);
        assertThat(seconds).isLessThan(1.3 * copy + products);
    }

    /// How long `cp -r` of a folder takes: until it returns, and until its bytes are on the disk.
    private record Copy(double returned, double onDisk) {
        /// The copy is removed.
        static Copy of(Path source) throws IOException, InterruptedException {
            String copy = folder + "/copy";
            forget(source);
            long began = System.nanoTime();
            run(List.of("cp", "-r", source.toString(), copy));
            double returned = (System.nanoTime() - began) / 1e9;
            run(List.of("sync", "-f", copy));
            double onDisk = (System.nanoTime() - began) / 1e9;
            run(List.of("rm", "-r", copy));
            return new Copy(returned, onDisk);
        }
    }

    /// Has the system drop what it keeps of the folder's files in memory.
    private static void forget(Path source) throws IOException, InterruptedException {
        try (var files = Files.list(source)) {
            for (Path file : files.toList()) {
                run(List.of("dd", "if=" + file, "iflag=nocache", "count=0"));
            }
        }
    }

    /// One dense product that a transfer cannot do without, in F64 or F32.
    private record Product(int rows, int inner, int columns, boolean wide) {
        private static final int BLOCK = 512;

        /// On all cores, each with blocks of its own, as the transfer does it.
        double seconds() {
            try (var matrices = Matrices.onAnyDevice();
                    Matrix right = matrix(matrices, inner, columns)) {
                long began = System.nanoTime();
                OrderedBlocks.run(
                        Math.ceilDiv(rows, BLOCK),
                        block -> {
                            int count = Math.min(BLOCK, rows - block * BLOCK);
                            try (var own = Matrices.onAnyDevice();
                                    Matrix left = matrix(own, count, inner);
                                    Matrix product = left.times(right)) {
                                return product.rows();
                            }
                        },
                        _ -> {});
                return (System.nanoTime() - began) / 1e9;
            }
        }

        private Matrix matrix(Matrices matrices, int count, int width) {
            return wide
                    ? matrices.of(new double[count * width], count, width)
                    : matrices.of(new float[count * width], count, width);
        }
    }

    /// What learning, the rows and the neighbours of the report take.
    private static List<Product> needed(String method) {
        int missing = TARGET_TOKENS - SHARED;
        var products = new ArrayList<Product>();
        switch (method) {
            case "procrustes" -> {
                products.add(new Product(HELPER_WIDTH, SHARED, WIDTH, true));
                products.add(new Product(missing, HELPER_WIDTH, WIDTH, false));
            }
            case "linear" -> {
                // twice for each λ
                int scored = 2 * LAMBDAS * SHARED;
                products.add(new Product(HELPER_WIDTH, SHARED, WIDTH, true));
                products.add(new Product(SHARED, WIDTH, HELPER_WIDTH, true));
                products.add(new Product(scored, HELPER_WIDTH, HELPER_WIDTH, true));
                products.add(new Product(missing, HELPER_WIDTH, WIDTH, true));
            }
            case "clp" -> {
                products.add(new Product(HELPER_WIDTH, SHARED, WIDTH, true));
                products.add(new Product(missing, HELPER_WIDTH, WIDTH, true));
            }
            case "clp-centered" -> {
                products.add(new Product(missing, HELPER_WIDTH, SHARED, false));
                products.add(new Product(missing, SHARED, WIDTH, false));
            }
            default -> throw new IllegalArgumentException(method);
        }
        products.add(new Product(TARGET_TOKENS, HELPER_WIDTH, 2 * ASKED, false));
        products.add(new Product(TARGET_TOKENS, WIDTH, 2 * ASKED, false));
        products.add(new Product(SHARED, WIDTH, ASKED, false));
        return products;
    }

    private static long transfer(Path source, Path target, String method)
            throws IOException, InterruptedException {
        Path log = folder.resolve("log");
        Files.deleteIfExists(log);
        Process process =
                Worker.start(
                        List.of(
                                "transfer",
                                "--source",
                                source.toString(),
                                "--helper",
                                folder.resolve("helper").toString(),
                                "--method",
                                method,
                                "--out",
                                target.toString()),
                        log,
                        new Worker.Limits(1, List.of()));
        long peak = 0;
        while (process.isAlive()) {
            peak = Math.max(peak, PeakMemory.of(process.pid()));
            Thread.sleep(50);
        }
        assertThat(process.waitFor()).as(Files.readString(log)).isZero();
        return peak;
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    /// GPT-2's layout at BLOOM-7B's size, a shard for every five layers.
    private static void writeSource(Path source) throws IOException {
        Path tokenizer = folder.resolve("source-tokenizer");
        TokenizerFolder.byteLevel(tokenizer, MadeTokens.of(SOURCE_TOKENS, SHARED));
        var tensors = new ArrayList<PlannedTensor>();
        tensors.add(drawn("transformer.wte.weight", SOURCE_TOKENS, WIDTH));
        for (int layer = 0; layer < LAYERS; layer++) {
            String name = "transformer.h." + layer + ".";
            tensors.add(drawn(name + "attn.c_attn.weight", WIDTH, 3L * WIDTH));
            tensors.add(drawn(name + "attn.c_proj.weight", WIDTH, WIDTH));
            tensors.add(drawn(name + "mlp.c_fc.weight", WIDTH, 4L * WIDTH));
            tensors.add(drawn(name + "mlp.c_proj.weight", 4L * WIDTH, WIDTH));
        }
        write(source, tokenizer, tensors, SOURCE_TOKENS, WIDTH, LAYERS);
    }

    private static void writeHelper(Path helper) throws IOException {
        Path tokenizer = folder.resolve("helper-tokenizer");
        TokenizerFolder.byteLevel(tokenizer, MadeTokens.of(TARGET_TOKENS, SHARED));
        var tensors = List.of(drawn("transformer.wte.weight", TARGET_TOKENS, HELPER_WIDTH));
        write(helper, tokenizer, tensors, TARGET_TOKENS, HELPER_WIDTH, 1);
    }

    private static void write(
            Path model,
            Path tokenizer,
            List<PlannedTensor> tensors,
            int rows,
            int width,
            int layers)
            throws IOException {
        try (var writer = CheckpointWriter.create(model, false)) {
            writer.config(
                    new JsonMapper()
                            .createObjectNode()
                            .put("model_type", "gpt2")
                            .put("n_embd", width)
                            .put("n_head", 32)
                            .put("n_layer", layers)
                            .put("n_positions", 2048)
                            .put("tie_word_embeddings", true)
                            .put("vocab_size", rows));
            writer.copyTokenizer(tokenizer);
            writer.tensors(tensors, Map.of("format", "pt"), LargeTransferBenchmark::shard, _ -> {});
            writer.commit();
        }
    }

    private static String shard(String tensor) {
        String[] parts = tensor.split("\\.");
        int number = parts[1].equals("h") ? 1 + Integer.parseInt(parts[2]) / 5 : 0;
        return "model-%05d.safetensors".formatted(number);
    }

    /// N(0, 0.02) around 0.05: the cosines of embeddings are mostly positive. Values repeat after a
    /// while.
    private static PlannedTensor drawn(String name, long rows, long width) {
        return new PlannedTensor(
                name,
                DType.F16,
                List.of(rows, width),
                sink -> {
                    var random = new Random(name.hashCode());
                    float[] pool = new float[1 << 22];
                    for (int at = 0; at < pool.length; at++) {
                        pool[at] = (float) (0.05 + 0.02 * random.nextGaussian());
                    }
                    long left = rows * width;
                    while (left > 0) {
                        int from = random.nextInt(pool.length / 2);
                        int count = (int) Math.min(left, pool.length / 2);
                        sink.write(pool, from, count);
                        left -= count;
                    }
                });
    }
}
