package org.clpworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.clpworkbench.data.text.WrittenFiles;
import org.clpworkbench.embedded.EmbeddedDemo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

@ExtendWith(TemporaryWorkspace.class)
class DataCommandTest {
    @TempDir Path folder;
    private EmbeddedDemo demo;
    private Path texts;
    private long blank;

    @BeforeEach
    void writeTexts() throws IOException {
        demo = EmbeddedDemo.unpack(folder.resolve("embedded"));
        texts = Files.createDirectories(folder.resolve("texts"));
        var lines = new StringBuilder("text,language\n");
        List<String> all = Files.readAllLines(demo.validation());
        blank = all.subList(0, 400).stream().filter(String::isBlank).count();
        for (String line : all.subList(0, 400)) {
            lines.append('"').append(line.replace("\"", "\"\"")).append("\",de\n");
        }
        WrittenFiles.write(texts.resolve("a.csv.gz"), lines.toString());
        WrittenFiles.write(
                texts.resolve("b.jsonl.zst"), "{\"text\": \"dog\", \"language\": \"en\"}");
    }

    @Test
    void countsWhatItTakes() throws IOException {
        var run =
                CommandRun.of(
                        "data",
                        "statistics",
                        "--json",
                        "--text",
                        texts,
                        "--model",
                        demo.helper(),
                        "--language",
                        "de");
        assertThat(run.status()).as(run.err()).isZero();
        JsonNode counts = run.json().path("counts");

        assertThat(counts.path("documents").asLong()).isEqualTo(400 - blank);
        assertThat(counts.path("blank").asLong()).isEqualTo(blank);
        assertThat(counts.path("otherLanguage").asInt()).isEqualTo(1);
        assertThat(run.json().path("tokensPerWord").asDouble())
                .isEqualTo(counts.path("tokens").asDouble() / counts.path("words").asDouble());
    }

    @Test
    void showsTheFirstDocuments() {
        var run =
                CommandRun.of(
                        "data",
                        "preview",
                        "--count",
                        401,
                        "--text",
                        texts + "/*.{gz,zst}",
                        "--model",
                        demo.helper(),
                        "--language",
                        "de");

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out().lines()).hasSizeGreaterThanOrEqualTo(402);
        assertThat(run.out()).contains("b.jsonl.zst").contains("other language");
    }

    @Test
    void trainsOnTheSplitOfADataSet() throws IOException {
        var run =
                CommandRun.of(
                        "train",
                        "--json",
                        "--text",
                        texts,
                        "--validation-share",
                        "0.2",
                        "--model",
                        demo.helper(),
                        "--steps",
                        2,
                        "--batch",
                        2,
                        "--context",
                        32,
                        "--device",
                        "cpu",
                        "--out",
                        folder.resolve("run"));

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.json().path("state").asText()).isEqualTo("DONE");
        assertThat(run.json().path("tokens").asLong()).isEqualTo(2 * 2 * 32);
        assertThat(folder.resolve("run").resolve("spec.json"))
                .content()
                .contains("training.tokens")
                .contains("validation.tokens");
    }

    @Test
    void refusesWhatCannotBe() {
        for (String[] wrong :
                List.of(
                        new String[] {"--script", "Klingon"},
                        new String[] {"--validation-share", "1"},
                        new String[] {"--language-column", "lang"})) {
            var run =
                    CommandRun.of(
                            "data",
                            "prepare",
                            "--text",
                            texts,
                            "--model",
                            demo.helper(),
                            wrong[0],
                            wrong[1]);

            assertThat(run.status()).as(wrong[0]).isEqualTo(2);
        }
        var both =
                CommandRun.of(
                        "train",
                        "--text",
                        texts,
                        "--validation-share",
                        "0.2",
                        "--validation",
                        demo.validation(),
                        "--model",
                        demo.helper(),
                        "--steps",
                        2);
        assertThat(both.status()).isEqualTo(2);
        assertThat(both.err()).contains("either --validation or --validation-share");
    }
}
