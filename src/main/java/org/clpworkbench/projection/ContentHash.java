package org.clpworkbench.projection;

import org.clpworkbench.compute.BlockRows;
import org.clpworkbench.compute.Rows;
import org.clpworkbench.job.Progress;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// What a map is made of, as one number: SHA-256 over the matrix's shape and values and over all
/// parameters.
final class ContentHash {
    private ContentHash() {}

    static String of(Rows rows, String parameters, Progress progress) {
        MessageDigest digest = sha256();
        String head = "%d x %d, %s\n".formatted(rows.count(), rows.width(), parameters);
        digest.update(head.getBytes(StandardCharsets.UTF_8));
        int size = BlockRows.of(rows.width());
        for (int from = 0; from < rows.count(); from += size) {
            progress.checkCancelled();
            float[] values = rows.read(from, Math.min(size, rows.count() - from));
            var bytes = ByteBuffer.allocate(values.length * Float.BYTES);
            bytes.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(values);
            digest.update(bytes);
            progress.update(from + values.length / rows.width(), rows.count(), "tokens");
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256.", impossible);
        }
    }
}
