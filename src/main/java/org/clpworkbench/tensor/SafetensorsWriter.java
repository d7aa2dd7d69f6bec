package org.clpworkbench.tensor;

import com.fasterxml.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// Writes a safetensors file of any size as a stream: the header is made from the plan, then the
/// tensors follow in the plan's order. Until {@link #commit} the file is called `NAME.part`; closed
/// without it, nothing is left.
public final class SafetensorsWriter implements AutoCloseable {
    private static final int BLOCK = 1 << 20;
    private static final int ALIGNMENT = 8;

    private final Path target;
    private final Path part;
    private final List<TensorSpec> plan;
    private final StreamedFile file;
    private final ByteBuffer block =
            ByteBuffer.allocateDirect(BLOCK).order(ByteOrder.LITTLE_ENDIAN);
    private int written;

    private SafetensorsWriter(Path target, List<TensorSpec> plan) throws IOException {
        this.target = target;
        this.part = WholeFiles.part(target);
        this.plan = plan;
        this.file = StreamedFile.create(part, plan.stream().mapToLong(TensorSpec::bytes).sum());
    }

    /// Begins the file with its header.
    ///
    /// @throws IllegalArgumentException when two tensors have one name
    public static SafetensorsWriter create(
            Path target, List<TensorSpec> plan, Map<String, String> metadata) throws IOException {
        byte[] header = header(plan, metadata);
        var writer = new SafetensorsWriter(target, List.copyOf(plan));
        try {
            var length = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            writer.file.append(length.putLong(header.length).flip());
            writer.file.append(ByteBuffer.wrap(header));
            return writer;
        } catch (IOException | RuntimeException failure) {
            writer.close();
            throw failure;
        }
    }

    private static byte[] header(List<TensorSpec> plan, Map<String, String> metadata)
            throws IOException {
        var json = new JsonMapper();
        var header = json.createObjectNode();
        if (!metadata.isEmpty()) {
            var strings = header.putObject(SafetensorsHeader.METADATA);
            metadata.forEach(strings::put);
        }
        var names = new HashSet<String>();
        long begin = 0;
        for (TensorSpec tensor : plan) {
            if (!names.add(tensor.name())) {
                throw new IllegalArgumentException(
                        "Two tensors are called \"" + tensor.name() + "\".");
            }
            var entry = header.putObject(tensor.name()).put("dtype", tensor.dtype().name());
            var shape = entry.putArray("shape");
            tensor.shape().forEach(shape::add);
            long end = Math.addExact(begin, tensor.bytes());
            entry.putArray("data_offsets").add(begin).add(end);
            begin = end;
        }
        byte[] text = json.writeValueAsBytes(header);
        byte[] padded = Arrays.copyOf(text, Math.ceilDiv(text.length, ALIGNMENT) * ALIGNMENT);
        Arrays.fill(padded, text.length, padded.length, (byte) ' ');
        return padded;
    }

    /// Writes the next tensor of the plan, which must be the one called `name`.
    ///
    /// @throws IllegalStateException when another is next, or the source gives too many or too few
    ///   bytes
    public void write(String name, TensorSource source) throws IOException {
        if (written == plan.size() || !plan.get(written).name().equals(name)) {
            throw new IllegalStateException(name + " is not the next tensor of the plan.");
        }
        var sink = new Sink(plan.get(written));
        source.writeTo(sink);
        if (sink.left != 0) {
            throw new IllegalStateException(
                    "%s: %d bytes were not given.".formatted(name, sink.left));
        }
        written++;
    }

    /// Forces the file to disk and gives it its name; it must hold every planned tensor.
    public void commit() throws IOException {
        if (written != plan.size()) {
            throw new IllegalStateException(
                    "Tensor %s was not written.".formatted(plan.get(written).name()));
        }
        file.finish();
        WholeFiles.move(part, target);
    }

    /// Removes what was written unless it was committed.
    @Override
    public void close() throws IOException {
        if (file.isOpen()) {
            file.close();
            Files.deleteIfExists(part);
        }
    }

    private final class Sink implements TensorSink {
        private final TensorSpec tensor;
        private long left;

        Sink(TensorSpec tensor) {
            this.tensor = tensor;
            this.left = tensor.bytes();
        }

        @Override
        public void write(MemorySegment bytes) throws IOException {
            take(bytes.byteSize());
            for (long from = 0; from < bytes.byteSize(); from += BLOCK) {
                long count = Math.min(BLOCK, bytes.byteSize() - from);
                file.append(bytes.asSlice(from, count).asByteBuffer());
            }
        }

        @Override
        public void write(float[] values, int from, int count) throws IOException {
            DType type = tensor.dtype();
            take((long) count * type.bytes());
            int most = BLOCK / type.bytes();
            for (int done = 0; done < count; done += most) {
                int now = Math.min(most, count - done);
                block.clear().limit(now * type.bytes());
                FloatFormat.encode(type, values, from + done, now, MemorySegment.ofBuffer(block));
                file.append(block);
            }
        }

        private void take(long bytes) {
            if (bytes > left) {
                throw new IllegalStateException(
                        "%s of shape %s: %d bytes too many."
                                .formatted(tensor.name(), tensor.shape(), bytes - left));
            }
            left -= bytes;
        }
    }
}
