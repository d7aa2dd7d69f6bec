package org.clpworkbench.tensor;

import org.clpworkbench.problem.Sentence;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// A safetensors file, however large.
///
/// Format: <https://huggingface.co/docs/safetensors> (8 bytes of header length, little-endian; the
/// header, JSON; the tensors' bytes, without holes).
public final class SafetensorsFile implements TensorFile {
    /// Longer headers are refused, as the reference implementation does.
    public static final long MAXIMUM_HEADER = 100_000_000;

    private static final ValueLayout.OfLong LENGTH =
            ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final Path path;
    private final Arena arena;
    private final long header;
    private final MemorySegment data;
    private final SequencedMap<String, TensorEntry> entries = new LinkedHashMap<>();
    private final Map<String, String> metadata;

    private SafetensorsFile(Path path, Arena arena) throws IOException {
        this.path = path;
        this.arena = arena;
        MemorySegment all = MappedBytes.of(path, arena);
        if (all.byteSize() < SafetensorsHeader.START) {
            throw new MalformedTensorFileException(
                    path, all.byteSize(), Sentence.of(SafetensorsFile.class, "header.short"));
        }
        long length = headerLength(all);
        byte[] json = all.asSlice(SafetensorsHeader.START, length).toArray(ValueLayout.JAVA_BYTE);
        header = SafetensorsHeader.START + length;
        data = all.asSlice(header);
        var parsed = SafetensorsHeader.parse(path, json, data.byteSize());
        parsed.entries().forEach(entry -> entries.put(entry.name(), entry));
        metadata = Collections.unmodifiableMap(parsed.metadata());
    }

    /// Maps the file and checks its header.
    ///
    /// @throws MalformedTensorFileException when it breaks the format
    @SuppressWarnings("MustBeClosedChecker") // the file owns the arena and closes it
    public static SafetensorsFile open(Path path) throws IOException {
        Arena arena = Arena.ofShared();
        try {
            return new SafetensorsFile(path, arena);
        } catch (IOException | RuntimeException | Error failure) {
            arena.close();
            throw failure;
        }
    }

    private long headerLength(MemorySegment all) throws MalformedTensorFileException {
        long length = all.get(LENGTH, 0);
        if (length < 0 || length > MAXIMUM_HEADER) {
            throw new MalformedTensorFileException(
                    path,
                    0,
                    Sentence.of(
                            SafetensorsFile.class,
                            "header.large",
                            Long.toUnsignedString(length),
                            MAXIMUM_HEADER));
        }
        long rest = all.byteSize() - SafetensorsHeader.START;
        if (length > rest) {
            throw new MalformedTensorFileException(
                    path, 0, Sentence.of(SafetensorsFile.class, "header.beyond", length, rest));
        }
        return length;
    }

    @Override
    public Path path() {
        return path;
    }

    /// By name, in the order of their bytes.
    @Override
    public SequencedMap<String, TensorEntry> entries() {
        return Collections.unmodifiableSequencedMap(entries);
    }

    /// The strings under `__metadata__`; empty when there are none.
    public Map<String, String> metadata() {
        return metadata;
    }

    @Override
    public Tensor tensor(String name) {
        TensorEntry entry = entry(name);
        return new Tensor(entry, data.asSlice(entry.begin(), entry.bytes()));
    }

    @Override
    public Optional<FileBytes> place(String name) {
        TensorEntry entry = entry(name);
        return Optional.of(new FileBytes(path, header + entry.begin(), entry.bytes()));
    }

    private TensorEntry entry(String name) {
        TensorEntry entry = entries.get(name);
        if (entry == null) {
            throw new IllegalArgumentException("%s holds no tensor %s.".formatted(path, name));
        }
        return entry;
    }

    @Override
    public void close() {
        arena.close();
    }
}
