package org.clpworkbench.hub;

import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldArgumentException;

import java.util.Optional;

/// A file of a model or a data set on the Hub.
///
/// @param path inside the repository, with slashes
/// @param size in bytes; -1 where the Hub does not tell
/// @param hash of its content; empty where it does not tell
public record HubFile(String path, long size, Optional<BlobHash> hash) {
    /// @throws IllegalArgumentException when the path leads out of its folder
    public HubFile {
        for (String part : path.split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                throw outside(path);
            }
        }
        if (path.contains("\\") || path.contains(":") || path.chars().anyMatch(c -> c < ' ')) {
            throw outside(path);
        }
    }

    /// The name of a file that lies in no folder, else empty.
    Optional<String> topLevel() {
        return path.contains("/") ? Optional.empty() : Optional.of(path);
    }

    private static ToldArgumentException outside(String path) {
        return new ToldArgumentException(
                Sentence.of(HubFile.class, "path", path.replaceAll("\\p{Cntrl}", "?")));
    }
}
