package org.clpworkbench.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;

/// Reads damaged files: each must end in a clear refusal or in tensors that can be read, soon and
/// with little memory.
final class HostileFileTrial {
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final Path file;
    private int read;
    private int refused;
    private long largest;

    HostileFileTrial(Path file) {
        this.file = file;
    }

    void run(int count, Supplier<byte[]> inputs) throws IOException {
        for (int i = 0; i < count; i++) {
            byte[] bytes = inputs.get();
            Files.write(file, bytes);
            long allocated = Allocation.ofThisThread();
            long begun = System.nanoTime();
            try {
                open();
            } catch (RuntimeException | Error unexpected) {
                throw new AssertionError("input " + i + " of " + file.getFileName(), unexpected);
            }
            long taken = System.nanoTime() - begun;
            long asked = Allocation.ofThisThread() - allocated;
            largest = Math.max(largest, asked);
            assertThat(taken).as("nanoseconds of input %d", i).isLessThan(LONGEST.toNanos());
            assertThat(asked).as("bytes for input %d", i).isLessThan(Allocation.LIMIT);
        }
    }

    private void open() throws IOException {
        try (TensorFile tensors = TensorFile.open(file)) {
            for (String name : tensors.entries().keySet()) {
                read(tensors.tensor(name));
            }
            read++;
        } catch (MalformedTensorFileException | RefusedTensorFileException refusal) {
            assertThat(refusal).hasMessageContaining(file.toString());
            assertThat(refusal.getMessage()).containsPattern("at byte \\d+: .*\\.$");
            assertThat(refusal.getMessage()).hasSizeLessThan(700).doesNotContain("\n");
            refused++;
        }
    }

    /// Touches every byte, and checks that shape, type and bytes agree.
    private static void read(Tensor tensor) {
        TensorEntry entry = tensor.entry();
        MemorySegment bytes = tensor.bytes();
        assertThat(bytes.byteSize()).isEqualTo(entry.elements() * entry.dtype().bytes());
        for (long at = 0; at < bytes.byteSize(); at++) {
            bytes.get(ValueLayout.JAVA_BYTE, at);
        }
        if (entry.dtype().floating() && entry.elements() > 0) {
            tensor.readFloats(entry.elements() - 1, new float[1], 0, 1);
        }
    }

    int read() {
        return read;
    }

    int refused() {
        return refused;
    }

    @Override
    public String toString() {
        return "%s: %,d read, %,d refused, at most %,d bytes of heap for one"
                .formatted(file.getFileName(), read, refused, largest);
    }
}
