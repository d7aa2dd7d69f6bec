package org.clpworkbench.checkpoint;

import org.clpworkbench.job.Progress;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A SHA-256 being computed, in hexadecimal when it is done.
public final class Sha256 {
    private static final int BLOCK = 1 << 20;

    private final MessageDigest digest;

    public Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256.", impossible);
        }
    }

    /// Of a file.
    public static String of(Path file, Progress progress) throws IOException {
        var sha = new Sha256();
        byte[] block = new byte[BLOCK];
        try (var in = Files.newInputStream(file)) {
            for (int count = in.read(block); count >= 0; count = in.read(block)) {
                progress.checkCancelled();
                sha.digest.update(block, 0, count);
            }
        }
        return sha.hex();
    }

    /// Adds bytes, which lie in native memory, a file or an array of bytes.
    public void add(MemorySegment bytes) {
        digest.update(bytes.asByteBuffer());
    }

    /// Adds a text in UTF-8.
    public void add(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Of all that was added; nothing can be added any more.
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
