package org.clpworkbench.checkpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What people call the model in a folder.
public final class ModelName {
    private static final String SNAPSHOTS = "snapshots";
    private static final String REPOSITORY = "models--";
    private static final String MAIN = "main";
    private static final int ABOVE = 3;
    private static final int SHORT = 8;

    private ModelName() {}

    /// The folder's own name; in the Hub's cache
    /// (`models--openai-community--gpt2/snapshots/COMMIT`) the repository's last: "gpt2", and of
    /// another revision than the main one "pythia-14m@step3000".
    public static String of(Path folder) {
        Optional<String> id = repository(folder);
        return id.map(name -> name.substring(name.lastIndexOf('/') + 1) + revision(folder))
                .orElse(String.valueOf(folder.getFileName()));
    }

    /// Empty for the main revision, and where the cache does not tell.
    private static String revision(Path snapshot) {
        String commit = String.valueOf(snapshot.getFileName());
        Path references = snapshot.toAbsolutePath().resolve("../../refs").normalize();
        if (!Files.isDirectory(references)) {
            return "";
        }
        try (Stream<Path> all = Files.list(references)) {
            List<String> names =
                    all.filter(reference -> means(reference, commit))
                            .map(reference -> reference.getFileName().toString())
                            .sorted()
                            .toList();
            if (names.contains(MAIN)) {
                return "";
            }
            return "@"
                    + (names.isEmpty()
                            ? commit.substring(0, Math.min(SHORT, commit.length()))
                            : names.getFirst());
        } catch (IOException | UncheckedIOException unreadable) {
            return "";
        }
    }

    private static boolean means(Path reference, String commit) {
        try {
            return Files.isRegularFile(reference)
                    && Files.readString(reference).strip().equals(commit);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// "openai-community/gpt2" of a folder in the Hub's cache.
    public static Optional<String> repository(Path folder) {
        Path whole = folder.toAbsolutePath().normalize();
        int names = whole.getNameCount();
        if (names < ABOVE || !whole.getName(names - 2).toString().equals(SNAPSHOTS)) {
            return Optional.empty();
        }
        String repository = whole.getName(names - ABOVE).toString();
        return repository.startsWith(REPOSITORY)
                ? Optional.of(repository.substring(REPOSITORY.length()).replace("--", "/"))
                : Optional.empty();
    }
}
