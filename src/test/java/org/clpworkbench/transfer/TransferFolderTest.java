package org.clpworkbench.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.clpworkbench.checkpoint.CheckpointException;
import org.clpworkbench.job.Progress;
import org.clpworkbench.tensor.WholeFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

class TransferFolderTest extends TransferFixture {
    @Test
    void namesATensorOfTheVocabularysSizeThatNoRuleCovers() throws IOException {
        write(source().extra("final_logits_scale", 1, SOURCE.size()), helper());
        assertThatThrownBy(() -> run("clp"))
                .isInstanceOf(TransferException.class)
                .hasMessageContaining("final_logits_scale")
                .hasMessageContaining("[1, 30]");
        assertNothingLeft();
    }

    @Test
    void refusesToOverwriteUnlessTold() throws IOException {
        write(source(), helper());
        Files.createDirectories(target());
        Files.writeString(target().resolve("precious.txt"), "mine");
        assertThatThrownBy(() -> run("mean"))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("exists already");
        assertThat(target().resolve("precious.txt")).hasContent("mine");
        CrossLingualTransfer.run(spec("mean", 1, 1, true), Progress.unwatched());
        assertThat(target().resolve("precious.txt")).doesNotExist();
        assertThat(target().resolve("model.safetensors")).exists();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Reading anchors",
                "Learning the combination",
                "Writing tensors",
                "Checking the result"
            })
    void leavesNothingWhenCancelledIn(String stage) throws IOException {
        write(source(), helper());
        var spec = spec("linear", 1, 1, false);
        assertThatThrownBy(() -> CrossLingualTransfer.run(spec, cancelledIn(stage)))
                .isInstanceOf(CancellationException.class);
        assertNothingLeft();
        // with a shard that is copied meanwhile
        WholeFiles.delete(folder.resolve("source"));
        source().sharded().write();
        assertThatThrownBy(() -> CrossLingualTransfer.run(spec, cancelledIn(stage)))
                .isInstanceOf(CancellationException.class);
        assertNothingLeft();
    }

    @ParameterizedTest
    @ValueSource(strings = {"procrustes", "random"})
    void givesAModelInSeveralFilesTheSameTensorsAndItsOwnFiles(String method) throws IOException {
        write(source(), helper());
        String inOneFile = weights(manifest(method, 7));
        WholeFiles.delete(folder.resolve("source"));
        source().sharded().write();
        assertThat(weights(manifest(method, 7))).isEqualTo(inOneFile);
        for (Path folder : List.of(folder.resolve("source"), target())) {
            try (var files = Files.list(folder)) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .filteredOn(name -> name.startsWith("model"))
                        .containsExactlyInAnyOrder(
                                "model-00001-of-00002.safetensors",
                                "model-00002-of-00002.safetensors",
                                "model.safetensors.index.json");
            }
        }
        var json = new ObjectMapper();
        String index = "model.safetensors.index.json";
        assertThat(json.readTree(target().resolve(index).toFile()).path("weight_map"))
                .isEqualTo(
                        json.readTree(folder.resolve("source").resolve(index).toFile())
                                .path("weight_map"));
    }

    @Test
    void leavesNothingOfAModelInSeveralFilesThatCannotBeMade() throws IOException {
        new ModelFolder(folder.resolve("source"), List.of("a", "b"), 2, 1).sharded().write();
        new ModelFolder(folder.resolve("helper"), List.of("a", "c"), 2, 1).write();
        assertThatThrownBy(() -> run("linear"))
                .isInstanceOf(TransferException.class)
                .hasMessageContaining("at least 2 anchors");
        assertNothingLeft();
    }

    @Test
    void givesTheSameManifestForTheSameSeed() throws IOException {
        write(source(), helper());
        for (String method : List.of("normal", "random", "linear")) {
            String first = manifest(method, 7);
            assertThat(manifest(method, 7)).isEqualTo(first);
            boolean drawn = !method.equals("linear");
            assertThat(manifest(method, 8).contains(weights(first))).isEqualTo(!drawn);
        }
    }

    @Test
    void plansWhatItWillDo() throws IOException {
        write(source().untied(), helper());
        var plan = CrossLingualTransfer.plan(spec("linear", 1, 16, false), Progress.unwatched());
        assertThat(plan.anchors()).isEqualTo(16);
        assertThat(plan.missing()).isEqualTo(24);
        assertThat(plan.rows()).isEqualTo(48);
        assertThat(plan.padding()).isEqualTo(8);
        assertThat(plan.vocabularyTensors()).containsExactly(EMBEDDING, "lm_head.weight");
        assertThat(plan.copiedTensors()).isEqualTo(5);
        // two matrices of 48 × 6, positions 8 × 6, norm 6 + 6, attention 36, MLP 144, in 4 bytes
        assertThat(plan.outputBytes()).isEqualTo(4L * (2 * 288 + 48 + 12 + 36 + 144));
        // two maps of 4 × 6 over 16 anchors and 24 missing tokens; 1,000 tokens are compared with
        // 48 rows in both models, of width 4 and 6
        assertThat(plan.effort())
                .isEqualTo(new Effort(0, 2 * 40 * 24 + 1000 * 48 * 10, plan.outputBytes()));
        // the end of the text
        assertThat(plan.specials()).isEqualTo(1);
        assertThat(plan.drawn()).isZero();
        assertNothingLeft();
    }

    @Test
    void comparesAllPairsOrNothingWhereTheWeightingDoes() throws IOException {
        write(source(), helper());
        double looked = 1000 * 40 * 10;
        assertThat(products("clp-plus") - looked).isEqualTo(24 * 16 * 10);
        assertThat(products("mean") - looked).isEqualTo(24 * 6);
    }

    private double products(String method) throws IOException {
        return CrossLingualTransfer.plan(spec(method, 1, 1, false), Progress.unwatched())
                .effort()
                .products();
    }

    @Test
    void plansToDrawTheTokensThatTheHelperHasNoRowFor() throws IOException {
        // of its last 10 tokens, "deutsch0" to "deutsch4" are missing
        write(source(), helper().rows(30));
        var plan = CrossLingualTransfer.plan(spec("clp", 1, 1, false), Progress.unwatched());
        assertThat(plan.drawn()).isEqualTo(5);
        // its rows are drawn as all others are
        var mean = CrossLingualTransfer.plan(spec("mean", 1, 1, false), Progress.unwatched());
        assertThat(mean.drawn()).isZero();
        var report = CrossLingualTransfer.run(spec("clp", 1, 1, false), Progress.unwatched());
        assertThat(report.counts().fallback()).isEqualTo(5);
    }

    @Test
    void isCancelledWhileItPlans() throws IOException {
        write(source(), helper());
        var spec = spec("clp", 1, 1, false);
        assertThatThrownBy(
                        () -> CrossLingualTransfer.plan(spec, cancelledIn("Reading vocabularies")))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void reportsWhereTheTimeWentAndTellsAnotherTransfersTimeByIt() throws IOException {
        write(source(), helper());
        var plan = CrossLingualTransfer.plan(spec("clp", 1, 1, false), Progress.unwatched());
        var recipe = spec("clp", 1, 1, false).recipe();
        Path models = target().getParent();
        assertThat(PastTransfers.in(List.of(models)).time(recipe, plan.effort())).isEmpty();
        var report = run("clp");
        var time = report.time();
        assertThat(time.effort()).isEqualTo(plan.effort());
        assertThat(time.computing()).isPositive();
        assertThat(time.writing()).isPositive();
        assertThat(time.texts() + time.computing() + time.writing()).isEqualTo(report.seconds());
        long millis = Math.round(1000 * (time.computing() + time.writing()));
        assertThat(PastTransfers.in(List.of(models)).time(recipe, plan.effort()))
                .hasValueSatisfying(
                        told -> assertThat(told.toMillis()).isCloseTo(millis, within(1L)));
        assertThat(PastTransfers.in(List.of(models)).time(Recipe.of("linear"), plan.effort()))
                .isEmpty();
    }

    @Test
    void refusesAMethodThatDoesNotExist() {
        assertThatThrownBy(() -> spec("magic", 1, 1, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"magic\"")
                .hasMessageContaining("linear, clp-centered, clp, clp-plus");
    }

    @Test
    void saysThatThereIsNothingToCombineWithoutAnchors() throws IOException {
        write(
                new ModelFolder(folder.resolve("source"), List.of("a"), 2, 1),
                new ModelFolder(folder.resolve("helper"), List.of("b"), 2, 1));
        assertThatThrownBy(() -> run("clp"))
                .isInstanceOf(TransferException.class)
                .hasMessageContaining("share no token");
        assertNothingLeft();
    }

    private void assertNothingLeft() throws IOException {
        if (Files.exists(target().getParent())) {
            assertThat(target().getParent()).isEmptyDirectory();
        }
    }

    private String manifest(String method, long seed) throws IOException {
        CrossLingualTransfer.run(spec(method, seed, 1, true), Progress.unwatched());
        return Files.readString(target().resolve(CrossLingualTransfer.MANIFEST_FILE));
    }

    private static String weights(String manifest) throws IOException {
        return new ObjectMapper().readTree(manifest).path("output").path("weights").textValue();
    }

    private static Progress cancelledIn(String stage) {
        return new Progress() {
            private Optional<String> now = Optional.empty();

            @Override
            public void stage(String name) {
                now = Optional.of(name);
            }

            @Override
            public void update(long done, long total, String unit) {}

            @Override
            public boolean cancelled() {
                return now.filter(stage::equals).isPresent();
            }
        };
    }
}
