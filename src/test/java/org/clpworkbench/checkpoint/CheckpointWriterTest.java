package org.clpworkbench.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.clpworkbench.tensor.DType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class CheckpointWriterTest {
    @TempDir Path folder;

    private Path target() {
        return folder.resolve("out/model");
    }

    private void write(CheckpointWriter writer) throws IOException {
        writer.config(TinyModels.config(5, 4, true));
        writer.tensors(TinyModels.tensors(5, 4, "transformer.", 1), TinyModels.metadata());
    }

    @Test
    void writesAFolderThatAppearsWhole() throws IOException {
        Path other = Files.createDirectories(folder.resolve("other"));
        Files.writeString(other.resolve("tokenizer.json"), "{\"a\":1}");
        Files.writeString(other.resolve("merges.txt"), "a b");
        Files.writeString(other.resolve("config.json"), "{}");
        try (var writer = CheckpointWriter.create(target(), false)) {
            write(writer);
            writer.copyTokenizer(other);
            writer.generationConfig(TinyModels.config(5, 4, true));
            assertThat(target()).doesNotExist();
            writer.commit();
        }
        assertThat(target().resolve("tokenizer.json")).hasContent("{\"a\":1}");
        assertThat(target())
                .isDirectoryNotContaining(file -> file.toString().endsWith(".part"))
                .isDirectoryContaining(file -> file.endsWith("merges.txt"))
                .isDirectoryContaining(file -> file.endsWith("generation_config.json"));
        try (var files = Files.list(target().getParent())) {
            assertThat(files).containsExactly(target());
        }
        Checkpoint.open(target()).close();
    }

    @Test
    void leavesNothingWhenATensorFails() throws IOException {
        var failing =
                new PlannedTensor(
                        "wte.weight",
                        DType.F32,
                        List.of(5L, 4L),
                        _ -> {
                            throw new IOException("the disk is full");
                        });
        assertThatThrownBy(
                        () -> {
                            try (var writer = CheckpointWriter.create(target(), false)) {
                                writer.config(TinyModels.config(5, 4, true));
                                writer.tensors(List.of(failing), TinyModels.metadata());
                                writer.commit();
                            }
                        })
                .hasMessage("the disk is full");
        assertThat(target().getParent()).isEmptyDirectory();
    }

    @Test
    void refusesAnExistingTargetUnlessToldToOverwrite() throws IOException {
        Files.createDirectories(target());
        Files.writeString(target().resolve("old.txt"), "old");
        assertThatThrownBy(() -> CheckpointWriter.create(target(), false))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("exists already");
        try (var writer = CheckpointWriter.create(target(), true)) {
            write(writer);
            assertThat(target().resolve("old.txt")).exists();
            writer.commit();
        }
        assertThat(target().resolve("old.txt")).doesNotExist();
        assertThat(target().resolve("config.json")).exists();
        try (var files = Files.list(target().getParent())) {
            assertThat(files).containsExactly(target());
        }
    }

    @Test
    void refusesATargetThatIsAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> CheckpointWriter.create(file, true))
                .hasMessageContaining("is a file");
    }

    @Test
    void refusesToCommitWithoutTensorsAndToCopyATokenizerThatIsNotThere() throws IOException {
        try (var writer = CheckpointWriter.create(target(), false)) {
            writer.config(TinyModels.config(5, 4, true));
            assertThatThrownBy(writer::commit).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> writer.copyTokenizer(folder))
                    .hasMessageContaining("holds no tokenizer");
        }
        assertThat(target()).doesNotExist();
    }

    @Test
    void copiesTensorsByteForByteInTheirShards() throws IOException {
        try (var writer = CheckpointWriter.create(folder.resolve("a"), false)) {
            writer.config(TinyModels.config(5, 4, true));
            writer.tensors(
                    TinyModels.tensors(5, 4, "transformer.", 1),
                    TinyModels.metadata(),
                    name -> name.contains(".h.") ? "model-2.safetensors" : "model-1.safetensors",
                    _ -> {});
            writer.commit();
        }
        try (var source = Checkpoint.open(folder.resolve("a"));
                var writer = CheckpointWriter.create(folder.resolve("b"), false)) {
            writer.config(source.config().json());
            var tensors = new ArrayList<PlannedTensor>();
            for (String name : source.entries().keySet()) {
                tensors.add(PlannedTensor.copyOf(source.tensor(name)));
            }
            writer.tensors(tensors, TinyModels.metadata(), source::fileOf, _ -> {});
            writer.commit();
        }
        for (String file : List.of("model-1.safetensors", "model-2.safetensors", "config.json")) {
            assertThat(folder.resolve("b").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("a").resolve(file));
        }
    }
}
