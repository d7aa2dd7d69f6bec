package org.clpworkbench.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

class PastTransfersTest {
    private static final Recipe PROCRUSTES = Recipe.of("procrustes");
    private static final Recipe FOCUS = Recipe.of("focus");

    @TempDir private Path models;
    private int reports;

    @BeforeEach
    void leaveAModelThatNoTransferMade() throws IOException {
        Files.createDirectories(models.resolve("downloaded"));
        Files.writeString(models.resolve("note.txt"), "not a folder");
    }

    @Test
    void scalesEachPartOfTheTimeByWhatThereIsToDo() throws IOException {
        // 4 s for 1,000 bytes of text, 2 s for 1e9 products, 1 s for 1,000,000 bytes written
        report("static-target", "sparsemax", 1000, 1e9, 1_000_000, 4, 2, 1);
        // 4 · 0.5 + 2 · 3 + 1 · 2 = 10 s
        assertThat(time(FOCUS, new Effort(500, 3e9, 2_000_000))).contains(Duration.ofSeconds(10));
    }

    @Test
    void knowsNothingBeforeOneWithTheSameSpaceAndWeightingWasMeasured() throws IOException {
        var effort = new Effort(0, 1e9, 1_000_000);
        assertThat(time(PROCRUSTES, effort)).isEmpty();
        report("helper", "linear", 0, 1e9, 1_000_000, 0, 2, 1);
        report("helper-centered", "procrustes", 0, 1e9, 1_000_000, 0, 2, 1);
        assertThat(time(PROCRUSTES, effort)).isEmpty();
        report("helper", "procrustes", 0, 1e9, 1_000_000, 0, 2, 1);
        assertThat(time(PROCRUSTES, effort)).contains(Duration.ofSeconds(3));
    }

    @Test
    void goesByTheModelThatIsNearestInSizeAndByTheNewestOfThese() throws IOException {
        report("helper", "procrustes", 0, 1e6, 1_000, 0, 1, 1);
        report("helper", "procrustes", 0, 1e9, 1_000_000, 0, 9, 9);
        report("helper", "procrustes", 0, 1e9, 1_000_000, 0, 2, 1);
        // 2 · 2 + 1 · 2
        assertThat(time(PROCRUSTES, new Effort(0, 2e9, 2_000_000))).contains(Duration.ofSeconds(6));
        assertThat(time(PROCRUSTES, new Effort(0, 1e6, 2_000))).contains(Duration.ofSeconds(3));
    }

    @Test
    void leavesOutReportsThatMeasuredNoPartsOrCannotBeRead() throws IOException {
        write("{\"space\":\"helper\",\"weighting\":\"procrustes\",\"seconds\":3.5}");
        write("{\"space\":\"helper\",");
        write("");
        assertThat(time(PROCRUSTES, new Effort(0, 1, 1))).isEmpty();
        assertThat(
                        PastTransfers.in(List.of(models.resolve("nowhere")))
                                .time(PROCRUSTES, new Effort(0, 1, 1)))
                .isEmpty();
    }

    @Test
    void guessesRoughlyBeforeOneOfTheKindWasMeasuredAndWritesAtThePaceOfAnyOther()
            throws IOException {
        // 2 s for the products, 3 s for what is written; 10 s more where vectors are trained
        var effort = new Effort(3_000_000, 8e9, 900_000_000);
        assertThat(rough(FOCUS, effort)).isEqualTo(Duration.ofSeconds(15));
        // this text is only counted, at 6 MB/s
        assertThat(rough(PROCRUSTES, effort)).isEqualTo(Duration.ofMillis(5500));
        // here 100 MB take a second
        report("helper", "linear", 0, 1e9, 100_000_000, 0, 7, 1);
        assertThat(rough(FOCUS, effort)).isEqualTo(Duration.ofSeconds(10 + 2 + 9));
        assertThat(time(FOCUS, effort)).isEmpty();
    }

    private Duration rough(Recipe recipe, Effort effort) {
        return PastTransfers.in(List.of(models)).rough(recipe, effort);
    }

    private Optional<Duration> time(Recipe recipe, Effort effort) {
        return PastTransfers.in(List.of(models, models)).time(recipe, effort);
    }

    private void report(
            String space,
            String weighting,
            long textBytes,
            double products,
            long outputBytes,
            double texts,
            double computing,
            double writing)
            throws IOException {
        write(
                """
                {"space": "%s", "weighting": "%s", "time": {
                  "effort": {"textBytes": %s, "products": %s, "outputBytes": %s},
                  "texts": %s, "computing": %s, "writing": %s}}
                """
                        .formatted(
                                space,
                                weighting,
                                textBytes,
                                products,
                                outputBytes,
                                texts,
                                computing,
                                writing));
    }

    /// Each a minute after the one before.
    private void write(String json) throws IOException {
        Path model = Files.createDirectories(models.resolve("model" + reports));
        Path file = model.resolve(CrossLingualTransfer.REPORT_FILE);
        Files.writeString(file, json);
        Instant time = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(60L * reports++);
        Files.setLastModifiedTime(file, FileTime.from(time));
    }
}
