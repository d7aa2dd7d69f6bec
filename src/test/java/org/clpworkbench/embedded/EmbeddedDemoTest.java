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
        ModelSummary source = ModelSummary.read(demo.source());
        ModelSummary helper = ModelSummary.read(demo.helper());
        assertThat(List.of(source.dtype(), helper.dtype())).containsExactly("F16", "F16");
        assertThat(source.width()).isEqualTo(256);
        assertThat(helper.width()).isEqualTo(128);
        List<String> training = Files.readAllLines(demo.training());
        List<String> validation = Files.readAllLines(demo.validation());
        // 38,087 paragraphs: 380 whole blocks of 100, of which every twelfth, 31, is held out
        assertThat(validation).hasSize(3100);
        assertThat(training).hasSize(38_087 - 3100);
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
