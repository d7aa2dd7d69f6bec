package org.clpworkbench.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.data.text.TextFile;
import org.clpworkbench.data.text.WrittenFiles;
import org.clpworkbench.job.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// What files of every format offer to choose from.
class TextsFoundTest {
    @TempDir Path folder;

    private static TextsFound found(String languageColumn, Path... inputs) {
        return TextsFound.of(
                List.of(inputs).stream().map(Path::toString).toList(),
                languageColumn,
                Progress.unwatched());
    }

    @Test
    void offersTheColumnsOfEachFormatOnce() throws Exception {
        WrittenFiles.write(
                folder.resolve("a.jsonl.gz"),
                """

                {"id": 1, "tags": ["x"]}
                {"id": 2, "body": {"text": "a", "n": 1}, "lang": "de"}
                """);
        WrittenFiles.write(folder.resolve("b.csv.zst"), "\uFEFFtext,lang\n\"a,b\",en\n");
        WrittenFiles.write(folder.resolve("c.tsv"), "text\tquelle\nx\ty\n");
        WrittenFiles.write(folder.resolve("d.txt"), "running");

        TextsFound found = found("lang", folder);

        assertThat(found.columns()).containsExactly("body.text", "lang", "text", "quelle");
        assertThat(found.languages()).containsExactly("de", "en");
        assertThat(found.hasColumns()).isTrue();
        assertThat(found.hasRunningText()).isTrue();
        assertThat(found.files())
                .extracting(file -> file.path().getFileName().toString())
                .containsExactly("a.jsonl.gz", "b.csv.zst", "c.tsv", "d.txt");
        long bytes = 0;
        for (TextFile file : found.files()) {
            bytes += Files.size(file.path());
        }
        assertThat(found.bytes()).isEqualTo(bytes);
    }

    @Test
    void offersTheColumnsOfParquet() throws URISyntaxException {
        Path file =
                Path.of(
                        Objects.requireNonNull(
                                        getClass()
                                                .getResource(
                                                        "/org/clpworkbench/data/text/texts-zstd.parquet"))
                                .toURI());

        TextsFound found = found("language", file);
        assertThat(found.columns()).containsExactly("text", "meta.body", "language");
        assertThat(found.languages()).containsExactly("de", "de-AT", "en", "ru");
    }

    @Test
    void saysOfEachInputWhatIsWrongWithIt() throws IOException {
        Path good = WrittenFiles.write(folder.resolve("good.txt"), "gut");
        Path damaged = Files.writeString(folder.resolve("damaged.parquet"), "no parquet");
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Path missing = folder.resolve("missing.txt");

        TextsFound found = found("language", good, damaged, empty, missing);

        assertThat(found.inputs())
                .extracting(TextsFound.Input::problem)
                .satisfiesExactly(
                        none -> assertThat(none).isEmpty(),
                        none -> assertThat(none).isEmpty(),
                        problem -> assertThat(problem).contains("has no file that ends with"),
                        problem -> assertThat(problem).contains("missing.txt is not there"));
        assertThat(found.columns()).isEmpty();
    }
}
