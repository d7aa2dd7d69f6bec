package org.clpworkbench.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.PeerPython;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// What `torch.save` writes reads the same here as its safetensors twin.
@Tag("peers")
class PyTorchPeerTest {
    private static final Path SCRIPTS = Path.of("src/test/resources/org/clpworkbench/tensor");

    @TempDir Path folder;

    @Test
    void readsTheSameValuesAsTorchSaved() throws IOException, InterruptedException {
        PeerPython python = PeerPython.required();
        python.run(SCRIPTS.resolve("torch_save.py"), List.of(folder.toString()));
        List<Path> saved = binaries();
        // 3 element types × 2 formats, and four of other kinds
        assertThat(saved).hasSize(3 * 2 + 4);
        for (Path file : saved) {
            Path twin = Path.of(file.toString().replace(".bin", ".safetensors"));
            try (var ours = PyTorchFile.open(file);
                    var theirs = SafetensorsFile.open(twin)) {
                assertThat(ours.entries().keySet())
                        .containsExactlyInAnyOrderElementsOf(theirs.entries().keySet());
                for (String name : ours.entries().keySet()) {
                    same(ours.tensor(name), theirs.tensor(name), file + " " + name);
                }
            }
        }
    }

    private static void same(Tensor ours, Tensor theirs, String what) {
        assertThat(ours.entry().dtype()).as(what).isEqualTo(theirs.entry().dtype());
        assertThat(ours.entry().shape()).as(what).isEqualTo(theirs.entry().shape());
        assertThat(ours.bytes().mismatch(theirs.bytes())).as(what).isEqualTo(-1);
    }

    private List<Path> binaries() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".bin")).sorted().toList();
        }
    }

    /// Damage that both readers let pass must mean the same to both. The zip directory stays whole:
    /// torch gives uninitialised memory where that calls an entry a folder.
    @Test
    void readsDamagedFilesAsTorchDoesWhereBothDo() throws IOException, InterruptedException {
        PeerPython python = PeerPython.required();
        var files = new HostileFiles(23);
        for (Supplier<byte[]> inputs :
                List.<Supplier<byte[]>>of(files::zipOfDamagedPickle, files::legacy)) {
            for (int i = 0; i < 3000; i++) {
                Path file = folder.resolve("file");
                Files.write(file, inputs.get());
                keepIfRead(file, folder.resolve(String.valueOf(binaries().size())));
            }
        }
        int kept = binaries().size();
        String said = python.run(SCRIPTS.resolve("torch_compare.py"), List.of(folder.toString()));
        assertThat(said).startsWith("equal ");
        int equal = Integer.parseInt(said.split(" ")[1]);
        assertThat(kept).isGreaterThan(50);
        assertThat(equal).isGreaterThan(kept / 2);
    }

    private static void keepIfRead(Path file, Path kept) throws IOException {
        try (var tensors = PyTorchFile.open(file)) {
            var entries = tensors.entries().values();
            if (entries.stream().anyMatch(entry -> entry.name().isEmpty())) {
                return;
            }
            var specs =
                    entries.stream()
                            .map(each -> new TensorSpec(each.name(), each.dtype(), each.shape()))
                            .toList();
            Path copy = Path.of(kept + ".safetensors");
            try (var writer = SafetensorsWriter.create(copy, specs, Map.of())) {
                for (TensorSpec spec : specs) {
                    writer.write(spec.name(), TensorSource.of(tensors.tensor(spec.name())));
                }
                writer.commit();
            }
            Files.copy(file, Path.of(kept + ".bin"));
        } catch (MalformedTensorFileException | RefusedTensorFileException refused) {
            assertThat(kept).doesNotExist();
        }
    }
}
