package org.clpworkbench.tensor;

import org.clpworkbench.problem.Sentence;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// A state dict that `torch.save` wrote (`pytorch_model.bin`), in the zip format or the one before
/// it. Nothing in it is run: see {@link PickleGlobal} for all that its pickle may ask for.
///
/// Tensors lie in the mapped file as they are; several may share their bytes. One whose elements do
/// not lie side by side (a transposed view) is copied whenever it is asked for.
public final class PyTorchFile implements TensorFile {
    /// Larger tensors must lie side by side.
    public static final long LARGEST_COPY = 64L << 20;

    private static final byte[] ZIP = "PK".getBytes(StandardCharsets.US_ASCII);

    /// @param begin the byte of the file where the tensor's storage begins
    private record Located(TensorEntry entry, StridedView view, long begin) {}

    private final Path path;
    private final Arena arena;
    private final MemorySegment all;
    private final SequencedMap<String, TensorEntry> entries = new LinkedHashMap<>();
    private final Map<String, Located> located = new LinkedHashMap<>();

    private PyTorchFile(Path path, Arena arena) throws IOException {
        this.path = path;
        this.arena = arena;
        all = MappedBytes.of(path, arena);
        PyTorchContents contents = contents();
        if (!(contents.value() instanceof PickleValue.Dict dict)) {
            throw new RefusedTensorFileException(
                    path,
                    0,
                    Sentence.of(PyTorchFile.class, "refused.contents", contents.value().kind()));
        }
        for (var item : dict.items().entrySet()) {
            if (!(item.getValue() instanceof PickledTensor tensor)) {
                throw new RefusedTensorFileException(
                        path,
                        0,
                        Sentence.of(
                                PyTorchFile.class,
                                "refused.item",
                                Wording.name(item.getKey()),
                                item.getValue().kind()));
            }
            add(item.getKey(), tensor, contents.begin(tensor.storage()));
        }
    }

    /// Maps the file, runs its pickle as far as it is harmless, and checks it.
    ///
    /// @throws MalformedTensorFileException when it breaks its format
    /// @throws RefusedTensorFileException when it asks for anything but tensors, is compressed or
    ///   big-endian, or holds a tensor of an unknown type or a large one that is not contiguous
    @SuppressWarnings("MustBeClosedChecker") // the file owns the arena and closes it
    public static PyTorchFile open(Path path) throws IOException {
        Arena arena = Arena.ofShared();
        try {
            return new PyTorchFile(path, arena);
        } catch (IOException | RuntimeException | Error failure) {
            arena.close();
            throw failure;
        }
    }

    private PyTorchContents contents() throws IOException {
        if (PyTorchLegacy.recognises(all)) {
            return PyTorchLegacy.read(path, all);
        }
        if (all.byteSize() < ZIP.length
                || all.asSlice(0, ZIP.length).mismatch(MemorySegment.ofArray(ZIP)) >= 0) {
            throw new MalformedTensorFileException(
                    path, 0, Sentence.of(PyTorchFile.class, "torch.other"));
        }
        return PyTorchArchive.read(path, all);
    }

    private void add(String name, PickledTensor tensor, long storage) throws IOException {
        StridedView view = tensor.view();
        if (!view.contiguous() && view.bytes() > LARGEST_COPY) {
            throw new RefusedTensorFileException(
                    path,
                    tensor.at(),
                    Sentence.of(PyTorchFile.class, "refused.strides", Wording.name(name)));
        }
        long begin = storage + view.begin();
        var entry = new TensorEntry(name, view.dtype(), view.shape(), begin, begin + view.bytes());
        entries.put(name, entry);
        located.put(name, new Located(entry, view, storage));
    }

    @Override
    public Path path() {
        return path;
    }

    @Override
    public SequencedMap<String, TensorEntry> entries() {
        return Collections.unmodifiableSequencedMap(entries);
    }

    @Override
    public Tensor tensor(String name) {
        Located where = located(name);
        TensorEntry entry = where.entry;
        StridedView view = where.view;
        if (view.contiguous()) {
            return new Tensor(entry, all.asSlice(entry.begin(), entry.bytes()));
        }
        return new Tensor(entry, view.gather(all.asSlice(where.begin, view.reach())));
    }

    @Override
    public Optional<FileBytes> place(String name) {
        Located where = located(name);
        return Optional.of(new FileBytes(path, where.entry.begin(), where.entry.bytes()))
                .filter(_ -> where.view.contiguous());
    }

    private Located located(String name) {
        Located where = located.get(name);
        if (where == null) {
            throw new IllegalArgumentException("%s holds no tensor %s.".formatted(path, name));
        }
        return where;
    }

    @Override
    public void close() {
        arena.close();
    }
}
