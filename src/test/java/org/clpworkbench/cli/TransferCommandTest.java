package org.clpworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;

import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.checkpoint.TinyModels;
import org.clpworkbench.transfer.Methods;
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
class TransferCommandTest {
    @TempDir Path folder;

    @BeforeEach
    void writeModels() throws IOException {
        var shared = new ArrayList<>(List.of("<|end|>"));
        for (int i = 0; i < 30; i++) {
            shared.add("both" + i);
        }
        var english = new ArrayList<>(shared);
        var german = new ArrayList<>(shared);
        for (int i = 0; i < 12; i++) {
            english.add("english" + i);
            german.add("deutsch" + i);
            german.add("wort" + i);
        }
        TinyModels.write(folder.resolve("en"), 8, english, 1);
        TinyModels.write(folder.resolve("de"), 4, german, 2);
    }

    private Object[] transfer(Object... more) {
        var arguments = new ArrayList<Object>();
        arguments.addAll(List.of("transfer", "--source", folder.resolve("en")));
        arguments.addAll(List.of("--helper", folder.resolve("de")));
        arguments.addAll(List.of("--out", folder.resolve("out")));
        arguments.addAll(List.of(more));
        return arguments.toArray();
    }

    @Test
    void writesAModelWithTheHelpersVocabularyByEveryMethod() throws IOException {
        for (Methods.Entry each : Methods.all()) {
            String method = each.name();
            if (each.recipe().space().readsTexts()) {
                continue;
            }
            var run = CommandRun.of(transfer("--method", method, "--overwrite", "--json"));
            assertThat(run.status()).as(run.err()).isZero();
            JsonNode report = run.json().path("report");
            assertThat(report.path("method").asText()).isEqualTo(method);
            // <|end|> and 30 others are shared, 2 × 12 are the helper's alone; from scratch, all
            int kept = method.equals("random") ? 0 : 31;
            JsonNode counts = report.path("counts");
            assertThat(counts.path("anchors").asInt()).isEqualTo(kept);
            assertThat(counts.path("missing").asInt()).isEqualTo(55 - kept);
            assertThat(counts.path("rows").asInt()).isEqualTo(55);
            ModelSummary made = ModelSummary.read(folder.resolve("out"));
            assertThat(made.vocabularySize()).isEqualTo(55);
            assertThat(made.width()).isEqualTo(8);
        }
    }

    @Test
    void onlySaysWhatItWouldDoWhenAsked() throws IOException {
        var run = CommandRun.of(transfer("--dry-run", "--pad-to", "64", "--json"));
        assertThat(run.status()).as(run.err()).isZero();
        JsonNode plan = run.json().path("plan");
        assertThat(plan.path("rows").asInt()).isEqualTo(64);
        assertThat(plan.path("padding").asInt()).isEqualTo(64 - 55);
        assertThat(folder.resolve("out")).doesNotExist();
        assertThat(CommandRun.of(transfer("--dry-run")).out())
                .contains("Would write", "31 anchors (", "24 missing, 0 padding: 55 rows");
    }

    @Test
    void saysHowLongItWouldTakeOnceATransferOfTheKindWasMeasured() throws IOException {
        var first = CommandRun.of(transfer("--dry-run", "--json"));
        assertThat(first.json().path("seconds").isNull()).isTrue();
        assertThat(CommandRun.of(transfer("--dry-run")).out())
                .containsPattern("roughly [0-9.]+ s, a first guess: no transfer of this kind");

        JsonNode report = CommandRun.of(transfer("--json")).json().path("report");
        JsonNode spent = report.path("time");
        // the same again, but for the text that there is none of; in whole milliseconds
        assertThat(CommandRun.of(transfer("--dry-run", "--json")).json().path("seconds").asDouble())
                .isPositive()
                .isCloseTo(
                        spent.path("computing").asDouble() + spent.path("writing").asDouble(),
                        within(0.001));
        assertThat(CommandRun.of(transfer("--dry-run")).out())
                .containsPattern("about [0-9.]+ s, at the pace of the last transfer");
        assertThat(CommandRun.of(transfer("--dry-run", "--method", "clp")).out())
                .contains("a first guess: no transfer of this kind was measured here yet");
    }

    @Test
    void refusesAnExistingFolderUnlessToldToOverwrite() throws IOException {
        Files.createDirectory(folder.resolve("out"));
        var run = CommandRun.of(transfer());
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains(folder.resolve("out").toString());
        assertThat(folder.resolve("out")).isEmptyDirectory();
        assertThat(CommandRun.of(transfer("--overwrite")).status()).isZero();
        assertThat(folder.resolve("out")).isNotEmptyDirectory();
    }

    @Test
    void endsWith130AndLeavesNothingWhenItIsCancelled() throws IOException {
        var interruption = Interruption.none();
        interruption.request();
        var run = CommandRun.of(interruption, transfer("--json"));
        assertThat(run.status()).isEqualTo(130);
        assertThat(run.out()).isEmpty();
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("en", "de");
        }
    }

    @Test
    void refusesMethodsThatThereAreNotAndPaddingToNothing() {
        assertThat(CommandRun.of(transfer("--method", "magic")).err())
                .contains("\"magic\"", "clp-centered");
        assertThat(CommandRun.of(transfer("--method", "magic")).status()).isEqualTo(2);
        assertThat(CommandRun.of(transfer("--pad-to", "0")).status()).isEqualTo(2);
    }
}
