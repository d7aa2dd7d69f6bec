package org.clpworkbench.tensor;

import java.io.IOException;

/// What both formats of `torch.save` come to: one pickled value, and storages as runs of bytes.
sealed interface PyTorchContents permits PyTorchArchive, PyTorchLegacy {
    /// What was saved.
    PickleValue value();

    /// The byte of the file where a storage begins. All its bytes lie within the file.
    ///
    /// @throws MalformedTensorFileException when the file does not hold it
    /// @throws RefusedTensorFileException when it is compressed
    long begin(PickledStorage storage) throws IOException;
}
