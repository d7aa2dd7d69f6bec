package org.clpworkbench.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
    /// (`models--openai-community--gpt2/snapshots/COMMIT`) the repository's last: "gpt2".
    public static String of(Path folder) {
        String id = repository(folder).orElse(String.valueOf(folder.getFileName()));
        return id.substring(id.lastIndexOf('/') + 1);
    }

    /// The same, and in the Hub's cache its revision where that is not the main one:
    /// "pythia-14m@step3000".
    ///
    /// @throws IOException when the cache cannot be read
    public static String withRevision(Path folder) throws IOException {
        Path references = folder.toAbsolutePath().resolve("../../refs").normalize();
        if (repository(folder).isEmpty()) {
            return of(folder);
        }
        String commit = String.valueOf(folder.getFileName());
        Set<String> names = references(references, commit);
        if (names.contains(MAIN)) {
            return of(folder);
        }
        String unnamed = commit.substring(0, Math.min(SHORT, commit.length()));
        return of(folder) + "@" + names.stream().findFirst().orElse(unnamed);
    }

    /// Those that mean a commit, in their order, also in folders: "main", "refs/pr/1".
    private static Set<String> references(Path folder, String commit) throws IOException {
        var names = new TreeSet<String>();
        if (!Files.isDirectory(folder)) {
            return names;
        }
        String separator = folder.getFileSystem().getSeparator();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path reference : all.filter(Files::isRegularFile).toList()) {
                if (Files.readString(reference).strip().equals(commit)) {
                    names.add(folder.relativize(reference).toString().replace(separator, "/"));
                }
            }
        }
        return names;
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
