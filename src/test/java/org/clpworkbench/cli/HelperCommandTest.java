package org.clpworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.clpworkbench.checkpoint.Checkpoint;
import org.clpworkbench.checkpoint.Sha256;
import org.clpworkbench.data.text.WrittenFiles;
import org.clpworkbench.embedded.EmbeddedDemo;
import org.clpworkbench.job.Progress;
import org.clpworkbench.run.RunFolder;
import org.clpworkbench.settings.Workspace;
import org.clpworkbench.tensor.Tensor;
import org.clpworkbench.vocab.ModelTokenizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A language for which there is no model: all that is given is Spanish text.
@ExtendWith(TemporaryWorkspace.class)
@Timeout(600)
class HelperCommandTest {
    private static final Path SPANISH =
            Path.of("src/test/resources/org/clpworkbench/helper/spanish.txt");

    /// Characters that the runs are evaluated on.
    private static final int HELD_OUT = 60_000;

    @TempDir Path folder;

    private CommandRun helper(Object text, Path out, Object... more) {
        var arguments = new ArrayList<Object>(List.of("helper", "--json", "--text", text));
        arguments.addAll(List.of("--vocab", 2000, "--layers", 2, "--width", 64));
        arguments.addAll(List.of("--batch", 8, "--context", 128, "--out", out));
        arguments.addAll(List.of(more));
        return CommandRun.of(arguments.toArray());
    }

    /// Text, tokenizer, helper, transfer, training: with the helper that was made from nothing but
    /// text, the English model is better at Spanish than one from scratch after as many steps.
    @Test
    void makesAHelperFromTextWithWhichATransferBeatsTheBaseline() throws IOException {
        String all = Files.readString(SPANISH);
        int end = all.lastIndexOf('\n', all.length() - HELD_OUT) + 1;
        Path texts = Files.createDirectories(folder.resolve("texts"));
        Path text = Files.writeString(texts.resolve("text.txt"), all.substring(0, end));
        Path validation = Files.writeString(folder.resolve("held-out.txt"), all.substring(end));
        Path helper = folder.resolve("spanish");

        JsonNode made =
                helper(texts, helper, "--steps", 240, "--evaluate-every", 80).json().path("helper");

        assertThat(made.path("tokens").asInt()).isEqualTo(2000);
        assertThat(made.path("merges").asInt()).isEqualTo(2000 - 257);
        // 2,000 tokens alike are ln 2000 = 7.6 nats
        assertThat(made.path("validationLoss").asDouble()).isLessThan(6.2);
        assertThat(made.path("bitsPerByte").asDouble()).isPositive();

        var source = EmbeddedDemo.unpack(folder.resolve("embedded")).source();
        var race =
                CommandRun.of(
                        "race",
                        "--json",
                        "--methods",
                        "procrustes,random",
                        "--source",
                        source,
                        "--helper",
                        helper,
                        "--text",
                        text,
                        "--validation",
                        validation,
                        "--steps",
                        40,
                        "--batch",
                        8,
                        "--context",
                        128,
                        "--out",
                        folder.resolve("race"));
        double transferred = Double.NaN;
        double random = Double.NaN;
        for (JsonNode run : race.json().path("runs")) {
            double loss = run.path("validationLoss").asDouble();
            if (run.path("method").asText().equals("random")) {
                random = loss;
            } else {
                transferred = loss;
            }
        }
        assertThat(transferred).isLessThan(random - 0.1);
    }

    @Test
    void leavesTheTrainedModelWithWhereItCameFrom() throws IOException {
        Path helper = folder.resolve("spanish");
        JsonNode made =
                helper(
                                SPANISH,
                                helper,
                                "--steps",
                                8,
                                "--evaluate-every",
                                4,
                                "--seed",
                                3,
                                "--min-frequency",
                                3)
                        .json()
                        .path("helper");

        RunFolder run = RunFolder.list(Workspace.standard().runs()).getFirst();
        assertThat(made.path("run").asText()).isEqualTo(run.path().toString());
        assertThat(run.spec().steps()).isEqualTo(8);
        assertThat(run.spec().seed()).isEqualTo(3);
        JsonNode told = new JsonMapper().readTree(helper.resolve("helper.json").toFile());
        assertThat(told.at("/texts/0/sha256").asText())
                .isEqualTo(Sha256.of(SPANISH, Progress.unwatched()));
        // 600 kB are more than a hundred pages of 4 KiB, of which a twentieth is kept back
        assertThat(told.at("/documents/unit").asText()).isEqualTo("PAGE");
        assertThat(told.at("/validation/share").asDouble()).isEqualTo(0.05);
        assertThat(told.at("/validation/documents").asInt()).isPositive();
        assertThat(told.at("/tokenizer/minFrequency").asInt()).isEqualTo(3);
        assertThat(told.at("/training/spec/seed").asInt()).isEqualTo(3);
        assertThat(told.at("/provenance/engine").asText()).startsWith("libtorch");
        Path best =
                run.path().resolve("checkpoints/step-%06d".formatted(made.path("step").asInt()));
        assertThat(helper.resolve("tokenizer.json"))
                .hasSameBinaryContentAs(best.resolve("tokenizer.json"));
        try (var model = Checkpoint.open(helper);
                var trained = Checkpoint.open(best);
                var tokenizer = ModelTokenizer.open(helper)) {
            assertThat(model.config().vocabularySize()).isEqualTo(tokenizer.vocabulary().size());
            long parameters = 0;
            for (var entry : model.entries().values()) {
                parameters += entry.elements();
                assertThat(
                                model.tensor(entry.name())
                                        .bytes()
                                        .mismatch(trained.tensor(entry.name()).bytes()))
                        .isEqualTo(-1);
            }
            // embeddings of 2,000 tokens and 128 places and the last norm; two layers
            assertThat(parameters).isEqualTo((2000 + 128 + 2) * 64 + 2 * (12 * 64 * 64 + 13 * 64));
            assertThat(made.path("parameters").asLong()).isEqualTo(parameters);
        }
        initialisedAsGpt2(run.spec().model());
    }

    /// Every verse stands twice in the data set.
    @Test
    void readsAPackedDataSetAndKeepsDocumentsBack() throws IOException {
        var json = new JsonMapper();
        var rows = new StringBuilder();
        Set<String> different = new HashSet<>();
        int count = 0;
        for (String verse : Files.readAllLines(SPANISH)) {
            if (!verse.isBlank()) {
                String row = json.writeValueAsString(Map.of("body", verse)) + "\n";
                rows.append(row).append(row);
                different.add(verse);
                count += 2;
            }
        }
        WrittenFiles.write(folder.resolve("set/a/verses.jsonl.zst"), rows.toString());
        Path helper = folder.resolve("spanish");
        List<Object> more = List.of("--steps", 2, "--column", "body", "--deduplicate");
        var arguments = new ArrayList<>(more);
        arguments.addAll(List.of("--validation-share", 0.1));

        var made =
                helper(folder + "/set/**/*.jsonl.zst", helper, arguments.toArray())
                        .json()
                        .path("helper");

        assertThat(made.path("bitsPerByte").asDouble()).isPositive();
        JsonNode told = json.readTree(helper.resolve("helper.json").toFile());
        assertThat(told.at("/texts/0/name").asText()).isEqualTo("verses.jsonl.zst");
        int taken = different.size();
        assertThat(told.at("/documents/taken").asInt()).isEqualTo(taken);
        assertThat(told.at("/documents/duplicates").asInt()).isEqualTo(count - taken);
        assertThat(told.at("/documents/column").asText()).isEqualTo("body");
        // n draws of 0.1 lie within 4 √(0.09 n) of 0.1 n
        assertThat(told.at("/validation/documents").asDouble())
                .isCloseTo(0.1 * taken, within(4 * Math.sqrt(0.09 * taken)));
        try (var untrained = Files.list(Workspace.standard().untrained().resolve("spanish"))) {
            assertThat(untrained.map(file -> file.getFileName().toString()))
                    .contains("tokenizer.json")
                    .noneMatch(name -> name.endsWith(".txt"));
        }
    }

    /// N(0, 0.02), residual writes / √(2 · 2 layers), norms 1, biases 0. Standard deviations of n
    /// draws lie within 4 / √(2 n) of their own.
    private static void initialisedAsGpt2(Path folder) throws IOException {
        try (var model = Checkpoint.open(folder)) {
            String layer = "transformer.h.1.";
            deviates(model.tensor("transformer.wte.weight"), 0.02);
            deviates(model.tensor("transformer.wpe.weight"), 0.02);
            deviates(model.tensor(layer + "attn.c_attn.weight"), 0.02);
            deviates(model.tensor(layer + "attn.c_proj.weight"), 0.01);
            deviates(model.tensor(layer + "mlp.c_proj.weight"), 0.01);
            assertThat(model.tensor(layer + "ln_1.weight").floats()).containsOnly(1);
            assertThat(model.tensor(layer + "mlp.c_fc.bias").floats()).containsOnly(0);
        }
    }

    private static void deviates(Tensor tensor, double deviation) {
        float[] values = tensor.floats();
        double squares = 0;
        for (float value : values) {
            squares += (double) value * value;
        }
        double share = Math.sqrt(squares / values.length) / deviation;
        assertThat(Math.abs(share - 1)).isLessThan(4 / Math.sqrt(2.0 * values.length));
    }

    @Test
    void refusesWhatCannotBeBeforeAnythingIsDone() throws IOException {
        Path there = Files.createDirectories(folder.resolve("there"));
        assertThat(helper(SPANISH, there, "--steps", 1).err()).contains("exists already");
        Path out = folder.resolve("out");
        assertThat(helper(SPANISH, out, "--steps", 0).err()).contains("must be at least 1");
        assertThat(helper(SPANISH, out, "--steps", 1, "--size", "5M").status()).isEqualTo(2);
        assertThat(helper(folder.resolve("none"), out, "--steps", 1).err())
                .contains("none is not there");
        assertThat(CommandRun.of("helper", "--steps", 1, "--out", out).status()).isEqualTo(2);
        var both =
                helper(
                        SPANISH,
                        out,
                        "--steps",
                        1,
                        "--validation",
                        SPANISH,
                        "--validation-share",
                        0.1);
        assertThat(both.err()).contains("not both");
        assertThat(both.status()).isEqualTo(2);
        Path line = Files.writeString(folder.resolve("line.txt"), "una sola\n");
        assertThat(helper(line, out, "--steps", 1).err()).contains("one side is empty");
        assertThat(out).doesNotExist();
        assertThat(RunFolder.list(Workspace.standard().runs())).isEmpty();
    }

    /// 599,854 / 200 = 2,999 tokens, which are 2,000 in whole thousands.
    @Test
    void takesAVocabularyThatSuitsTheTextAndPagesOfIt() throws IOException {
        Path helper = folder.resolve("spanish");
        var run = small("--text", SPANISH, "--steps", 2, "--out", helper);

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.err())
                .contains("A vocabulary of 2,000 tokens suits 599,")
                .contains("their documents are pages of about 4 KiB")
                .doesNotContain("steps suit it");
        JsonNode told = new JsonMapper().readTree(helper.resolve("helper.json").toFile());
        assertThat(told.at("/tokenizer/asked").asInt()).isEqualTo(2000);
        assertThat(told.at("/documents/unit").asText()).isEqualTo("PAGE");
    }

    /// 20,000 letters take 21 kB at most, which are 21,000 tokens at most, as none is shorter than
    /// a byte; read 16 times in steps of 8 · 128 they are 330 steps at most, and 100 at least.
    @Test
    void trainsAsManyStepsAsSuitTheText() throws IOException {
        String all = Files.readString(SPANISH);
        Path text = Files.writeString(folder.resolve("text.txt"), all.substring(0, 20_000));
        Path held = Files.writeString(folder.resolve("held.txt"), all.substring(500_000, 510_000));

        var run = small("--text", text, "--validation", held, "--out", folder.resolve("spanish"));

        assertThat(run.status()).as(run.err()).isZero();
        int steps = RunFolder.list(Workspace.standard().runs()).getFirst().spec().steps();
        assertThat(steps).isBetween(100, 330);
        assertThat(run.err())
                .contains("A vocabulary of 1,000 tokens suits ")
                .contains(steps + " steps suit it: they read the text ")
                .doesNotContain("--documents");
    }

    private static CommandRun small(Object... more) {
        var arguments = new ArrayList<Object>(List.of("helper", "--layers", 1, "--width", 32));
        arguments.addAll(List.of("--batch", 8, "--context", 128));
        arguments.addAll(List.of(more));
        return CommandRun.of(arguments.toArray());
    }

    @Test
    void leavesNothingWhenInterruptedWhileItLearnsTheTokenizer() throws IOException {
        var interruption = Interruption.none();
        interruption.request();
        Path out = folder.resolve("out");
        var run =
                CommandRun.of(
                        interruption,
                        "helper",
                        "--text",
                        SPANISH,
                        "--documents",
                        "page",
                        "--vocab",
                        2000,
                        "--steps",
                        1,
                        "--out",
                        out);
        assertThat(run.status()).isEqualTo(130);
        assertThat(out).doesNotExist();
        assertThat(Workspace.standard().untrained()).isEmptyDirectory();
        assertThat(Workspace.standard().models()).doesNotExist();
    }
}
