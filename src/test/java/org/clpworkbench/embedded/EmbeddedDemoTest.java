package org.clpworkbench.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.checkpoint.ModelSummary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

class EmbeddedDemoTest {
    @TempDir Path folder;

    @Test
    void unpacksModelsThatOpenAndTextsThatDoNotOverlap() throws IOException {
        var demo = EmbeddedDemo.unpack(folder);
        for (Path model : demo.models()) {
            ModelSummary summary = ModelSummary.read(model);
            assertThat(summary.dtype()).isEqualTo("F16");
            assertThat(summary.vocabularySize()).isEqualTo(8192);
        }
        assertThat(ModelSummary.read(demo.source()).parameters())
                .isGreaterThan(ModelSummary.read(demo.helper()).parameters());
        // 38,087 and 33,641 paragraphs: 380 and 336 whole blocks of 100, of which every twelfth, 31
        // and 28, is held out
        assertThat(demo.targets()).hasSize(2);
        apart(demo.german(), 38_087, 3100);
        apart(demo.spanish(), 33_641, 2800);
    }

    private static void apart(EmbeddedDemo.Target target, int paragraphs, int held)
            throws IOException {
        List<String> training = Files.readAllLines(target.training());
        List<String> validation = Files.readAllLines(target.validation());
        assertThat(validation).hasSize(held);
        assertThat(training).hasSize(paragraphs - held);
        var both = new HashSet<>(training);
        both.retainAll(validation);
        assertThat(both).isSubsetOf(""); // but for empty lines
    }

    @Test
    void leavesWholeFilesAloneAndRepairsMissingOnes() throws IOException {
        var demo = EmbeddedDemo.unpack(folder);
        Path config = demo.source().resolve("config.json");
        Files.delete(config);
        var old = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(demo.training(), old);
        EmbeddedDemo.unpack(folder);
        assertThat(config).exists();
        assertThat(Files.getLastModifiedTime(demo.training())).isEqualTo(old);
    }

    @Test
    void replacesTheFilesOfAnotherVersion() throws IOException {
        var demo = EmbeddedDemo.unpack(folder);
        Files.writeString(folder.resolve(EmbeddedDemo.MANIFEST), "another");
        String text = Files.readString(demo.validation());
        Files.writeString(demo.validation(), "x".repeat(text.length()));
        EmbeddedDemo.unpack(folder);
        assertThat(demo.validation()).hasContent(text);
    }

    @Test
    void mayBeDoneByManyAtOnce() throws Exception {
        Callable<EmbeddedDemo> unpack = () -> EmbeddedDemo.unpack(folder);
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (Future<EmbeddedDemo> demo : threads.invokeAll(List.of(unpack, unpack, unpack))) {
                assertThat(demo.get().training()).exists();
            }
        }
        try (var files = Files.walk(folder)) {
            assertThat(files).noneMatch(file -> file.toString().endsWith(".part"));
        }
    }

    @Test
    void takesAtMost25Megabytes() throws IOException {
        EmbeddedDemo.unpack(folder);
        long bytes = 0;
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
        }
        assertThat(bytes).isLessThan(25_000_000);
    }
}
