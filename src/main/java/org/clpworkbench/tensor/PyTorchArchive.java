package org.clpworkbench.tensor;

import org.clpworkbench.problem.Sentence;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// The format of `torch.save` since PyTorch 1.6: a zip archive whose entries lie below one folder,
/// uncompressed: `data.pkl`, one `data/KEY` for each storage, `byteorder`.
///
/// Source: <https://github.com/pytorch/pytorch/blob/main/torch/serialization.py> (`_save`,
/// `_load`).
final class PyTorchArchive implements PyTorchContents {
    private static final String PICKLE = "/data.pkl";
    private static final int LONGEST_BYTE_ORDER = 16;

    private final Path file;
    private final MemorySegment bytes;
    private final ZipDirectory directory;
    private final String folder;
    private final PickleValue value;

    private PyTorchArchive(Path file, MemorySegment bytes) throws IOException {
        this.file = file;
        this.bytes = bytes;
        directory = ZipDirectory.read(file, bytes);
        List<ZipEntry> pickles =
                directory.entries().values().stream()
                        .filter(entry -> entry.name().endsWith(PICKLE))
                        .filter(entry -> entry.name().indexOf('/') == folder(entry).length())
                        .toList();
        if (pickles.size() != 1) {
            throw new MalformedTensorFileException(
                    file, 0, Sentence.of(PyTorchArchive.class, "torch.pickles", pickles.size()));
        }
        folder = folder(pickles.getFirst());
        checkByteOrder();
        long begin = directory.begin(pickles.getFirst());
        var in = new PickleInput(file, bytes, begin, begin + pickles.getFirst().size());
        value = Unpickler.read(in, new PickleBudget(in)).value();
    }

    static PyTorchArchive read(Path file, MemorySegment bytes) throws IOException {
        return new PyTorchArchive(file, bytes);
    }

    private static String folder(ZipEntry pickle) {
        return pickle.name().substring(0, pickle.name().length() - PICKLE.length());
    }

    private void checkByteOrder() throws IOException {
        ZipEntry entry = directory.entries().get(folder + "/byteorder");
        if (entry == null) {
            return;
        }
        long begin = directory.begin(entry);
        long shown = Math.min(entry.size(), LONGEST_BYTE_ORDER);
        byte[] order = bytes.asSlice(begin, shown).toArray(ValueLayout.JAVA_BYTE);
        String text = new String(order, StandardCharsets.US_ASCII);
        if (!text.equals("little")) {
            throw new RefusedTensorFileException(
                    file,
                    begin,
                    Sentence.of(PyTorchArchive.class, "refused.order", Wording.name(text)));
        }
    }

    @Override
    public PickleValue value() {
        return value;
    }

    @Override
    public long begin(PickledStorage storage) throws IOException {
        ZipEntry entry = directory.entries().get(folder + "/data/" + storage.key());
        if (entry == null) {
            throw new MalformedTensorFileException(
                    file,
                    storage.at(),
                    Sentence.of(
                            PyTorchArchive.class, "storage.lacking", Wording.name(storage.key())));
        }
        if (storage.bytes() > entry.size()) {
            throw new MalformedTensorFileException(
                    file,
                    storage.at(),
                    Sentence.of(
                            PyTorchArchive.class,
                            "storage.entry",
                            Wording.name(storage.key()),
                            storage.bytes(),
                            entry.size()));
        }
        return directory.begin(entry);
    }
}
