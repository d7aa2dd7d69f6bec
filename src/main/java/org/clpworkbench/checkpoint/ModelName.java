package org.clpworkbench.checkpoint;

import java.nio.file.Path;
import java.util.Optional;

/// What people call the model in a folder.
public final class ModelName {
    private static final String SNAPSHOTS = "snapshots";
    private static final String REPOSITORY = "models--";
    private static final int ABOVE = 3;

    private ModelName() {}

    /// The folder's own name; in the Hub's cache
    /// (`models--openai-community--gpt2/snapshots/COMMIT`) the repository's last: "gpt2".
    public static String of(Path folder) {
        String id = repository(folder).orElse(String.valueOf(folder.getFileName()));
        return id.substring(id.lastIndexOf('/') + 1);
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
