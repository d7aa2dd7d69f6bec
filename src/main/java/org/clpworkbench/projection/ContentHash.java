package org.clpworkbench.projection;

import org.clpworkbench.checkpoint.Sha256;
import org.clpworkbench.compute.BlockRows;
import org.clpworkbench.compute.Rows;
import org.clpworkbench.job.Progress;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// What a map is made of, as one number: SHA-256 over the matrix's shape and values and over all
/// parameters.
final class ContentHash {
    private ContentHash() {}

    static String of(Rows rows, String parameters, Progress progress) {
        var sha = new Sha256();
        sha.add("%d x %d, %s\n".formatted(rows.count(), rows.width(), parameters));
        int size = BlockRows.of(rows.width());
        for (int from = 0; from < rows.count(); from += size) {
            progress.checkCancelled();
            float[] values = rows.read(from, Math.min(size, rows.count() - from));
            var bytes = ByteBuffer.allocate(values.length * Float.BYTES);
            bytes.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(values);
            sha.add(MemorySegment.ofBuffer(bytes));
            progress.update(from + values.length / rows.width(), rows.count(), "tokens");
        }
        return sha.hex();
    }
}
