package org.clpworkbench.tensor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SequencedMap;

/// An open file of named tensors, memory-mapped whole: only pages that are read are loaded. Its
/// tensors may be read from any thread until it is closed.
public sealed interface TensorFile extends AutoCloseable permits SafetensorsFile, PyTorchFile {
    /// Opens a file in the format that its name says: safetensors, or else PyTorch's.
    ///
    /// @throws MalformedTensorFileException when it breaks its format
    /// @throws RefusedTensorFileException when it holds what this program does not read
    static TensorFile open(Path path) throws IOException {
        return path.toString().endsWith(".safetensors")
                ? SafetensorsFile.open(path)
                : PyTorchFile.open(path);
    }

    Path path();

    /// By name, in the order of the file.
    SequencedMap<String, TensorEntry> entries();

    /// @throws IllegalArgumentException when there is no such tensor
    Tensor tensor(String name);

    /// Where a tensor's bytes lie in the file; empty when they do not lie side by side.
    ///
    /// @throws IllegalArgumentException when there is no such tensor
    Optional<FileBytes> place(String name);

    /// Unmaps the file; its tensors must not be read any more.
    @Override
    void close();
}
