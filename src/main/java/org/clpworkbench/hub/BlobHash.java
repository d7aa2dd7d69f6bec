package org.clpworkbench.hub;

import org.clpworkbench.hub.HubException.Reason;
import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldArgumentException;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;

/// What a file's content must hash to, which is also its name among the blobs and its ETag: the
/// SHA-256 of a file in large file storage, else git's SHA-1 of a blob.
///
/// @param hex in small letters
public record BlobHash(String hex) {
    private static final Pattern SHA_1 = Pattern.compile("[0-9a-f]{40}");
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    /// @throws IllegalArgumentException when it is neither
    public BlobHash {
        if (!SHA_1.matcher(hex).matches() && !SHA_256.matcher(hex).matches()) {
            throw new ToldArgumentException(Sentence.of(BlobHash.class, "hash", hex));
        }
    }

    /// From an `ETag` or `X-Linked-Etag`, in quotes or not.
    static BlobHash ofTag(String tag, String path) throws HubException {
        String bare = tag.startsWith("W/") ? tag.substring(2) : tag;
        try {
            return new BlobHash(bare.replace("\"", ""));
        } catch (IllegalArgumentException other) {
            throw new HubException(Reason.STRANGE, Sentence.of(BlobHash.class, "hash.none", path));
        }
    }

    /// A computation that is given the content piece by piece.
    ///
    /// @param length of the content in bytes
    MessageDigest begin(long length) {
        boolean git = SHA_1.matcher(hex).matches();
        try {
            var digest = MessageDigest.getInstance(git ? "SHA-1" : "SHA-256");
            if (git) {
                digest.update(("blob " + length + "\0").getBytes(StandardCharsets.US_ASCII));
            }
            return digest;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-1 and SHA-256.", impossible);
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
