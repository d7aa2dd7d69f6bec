package org.clpworkbench.tensor;

import org.clpworkbench.problem.Sentence;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// The format of `torch.save` before PyTorch 1.6: five pickles (a magic number, the format's
/// version, the machine's byte order, what was saved, the keys of its storages), then the storages
/// in the order of their keys, each as a count of elements (8 bytes, little-endian) and the
/// elements.
///
/// Source: <https://github.com/pytorch/pytorch/blob/main/torch/serialization.py> (`_legacy_save`).
final class PyTorchLegacy implements PyTorchContents {
    /// `pickle.dumps(0x1950a86a20f9469cfc6c, protocol=2)`.
    private static final byte[] MAGIC = {
        (byte) 0x80,
        2,
        (byte) 0x8a,
        10,
        0x6c,
        (byte) 0xfc,
        (byte) 0x9c,
        0x46,
        (byte) 0xf9,
        0x20,
        0x6a,
        (byte) 0xa8,
        0x50,
        0x19,
        '.'
    };

    private static final long VERSION = 1001;
    private static final ValueLayout.OfLong COUNT =
            ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final Path file;
    private final MemorySegment bytes;
    private final PickleValue value;
    private final Map<String, Long> begins = new HashMap<>();

    private PyTorchLegacy(Path file, MemorySegment bytes) throws IOException {
        this.file = file;
        this.bytes = bytes;
        var in = new PickleInput(file, bytes, MAGIC.length, bytes.byteSize());
        var budget = new PickleBudget(in);
        checkVersion(Unpickler.read(in, budget).value());
        checkByteOrder(in, Unpickler.read(in, budget).value());
        Unpickled saved = Unpickler.read(in, budget);
        value = saved.value();
        long at = in.at();
        if (!(Unpickler.read(in, budget).value() instanceof PickleValue.Items keys)) {
            throw fault(at, Sentence.of(PyTorchLegacy.class, "legacy.keys"));
        }
        locate(keys, saved.storages(), in.at());
    }

    static boolean recognises(MemorySegment bytes) {
        return bytes.byteSize() >= MAGIC.length
                && bytes.asSlice(0, MAGIC.length).mismatch(MemorySegment.ofArray(MAGIC)) < 0;
    }

    static PyTorchLegacy read(Path file, MemorySegment bytes) throws IOException {
        return new PyTorchLegacy(file, bytes);
    }

    private void checkVersion(PickleValue version) throws IOException {
        if (!(version instanceof PickleValue.Int number) || number.value() != VERSION) {
            throw new RefusedTensorFileException(
                    file,
                    MAGIC.length,
                    Sentence.of(PyTorchLegacy.class, "refused.version", VERSION));
        }
    }

    private void checkByteOrder(PickleInput in, PickleValue machine) throws IOException {
        if (!(machine instanceof PickleValue.Dict facts)) {
            throw fault(in.at(), Sentence.of(PyTorchLegacy.class, "legacy.machine"));
        }
        if (facts.items().get("little_endian") != PickleValue.Constant.TRUE) {
            throw new RefusedTensorFileException(
                    file, in.at(), Sentence.of(PyTorchLegacy.class, "refused.endian"));
        }
    }

    private void locate(PickleValue.Items keys, Map<String, PickledStorage> storages, long first)
            throws IOException {
        long at = first;
        for (PickleValue each : keys.items()) {
            PickledStorage storage =
                    each instanceof PickleValue.Text key ? storages.get(key.value()) : null;
            if (storage == null) {
                throw fault(first, Sentence.of(PyTorchLegacy.class, "legacy.key"));
            }
            String name = Wording.name(storage.key());
            if (bytes.byteSize() - at < Long.BYTES) {
                throw fault(bytes.byteSize(), Sentence.of(PyTorchLegacy.class, "legacy.end", name));
            }
            long count = bytes.get(COUNT, at);
            if (count != storage.bytes() / storage.dtype().bytes()) {
                throw fault(
                        at,
                        Sentence.of(
                                PyTorchLegacy.class, "legacy.count", name, count, storage.bytes()));
            }
            at += Long.BYTES;
            if (storage.bytes() > bytes.byteSize() - at) {
                throw fault(
                        at,
                        Sentence.of(
                                PyTorchLegacy.class,
                                "legacy.short",
                                name,
                                storage.bytes(),
                                bytes.byteSize() - at));
            }
            if (begins.put(storage.key(), at) != null) {
                throw fault(first, Sentence.of(PyTorchLegacy.class, "legacy.twice", name));
            }
            at += storage.bytes();
        }
        if (at < bytes.byteSize()) {
            throw fault(
                    at, Sentence.of(PyTorchLegacy.class, "legacy.after", bytes.byteSize() - at));
        }
    }

    @Override
    public PickleValue value() {
        return value;
    }

    @Override
    public long begin(PickledStorage storage) throws MalformedTensorFileException {
        Long begin = begins.get(storage.key());
        if (begin == null) {
            throw fault(
                    storage.at(),
                    Sentence.of(
                            PyTorchLegacy.class, "storage.lacking", Wording.name(storage.key())));
        }
        return begin;
    }

    private MalformedTensorFileException fault(long offset, Sentence fault) {
        return new MalformedTensorFileException(file, offset, fault);
    }
}
