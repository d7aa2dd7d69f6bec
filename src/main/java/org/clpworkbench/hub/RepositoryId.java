package org.clpworkbench.hub;

import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldArgumentException;

import java.util.Optional;
import java.util.regex.Pattern;

/// A repository's name on the Hub: "gpt2" or "bigscience/bloom-560m", by the rules of
/// `huggingface_hub`'s `validate_repo_id`.
public record RepositoryId(RepositoryKind kind, String name) {
    private static final Pattern NAME = Pattern.compile("(\\w[\\w.-]*/)?\\w([\\w.-]*\\w)?");
    private static final int LONGEST = 96;
    private static final String DASHES = "--";

    /// @throws IllegalArgumentException when nothing can have that name
    public RepositoryId {
        if (!valid(name)) {
            throw new ToldArgumentException(Sentence.of(RepositoryId.class, "name", name));
        }
    }

    /// A model's.
    public RepositoryId(String name) {
        this(RepositoryKind.MODEL, name);
    }

    /// The same name of another kind.
    public RepositoryId as(RepositoryKind other) {
        return new RepositoryId(other, name);
    }

    /// Whether something on the Hub may be called so.
    public static boolean valid(String name) {
        return NAME.matcher(name).matches()
                && name.length() <= LONGEST
                && !name.contains(DASHES)
                && !name.contains("..")
                && !name.endsWith(".git");
    }

    /// "models--bigscience--bloom-560m".
    String folder() {
        return prefix(kind) + name.replace("/", DASHES);
    }

    /// What a folder of the cache is of; empty where it is of another kind.
    static Optional<RepositoryId> ofFolder(RepositoryKind kind, String folder) {
        if (!folder.startsWith(prefix(kind))) {
            return Optional.empty();
        }
        String name = folder.substring(prefix(kind).length()).replace(DASHES, "/");
        return valid(name) ? Optional.of(new RepositoryId(kind, name)) : Optional.empty();
    }

    private static String prefix(RepositoryKind kind) {
        return kind.plural() + DASHES;
    }

    /// Where its pages and files are, below the endpoint: "bigscience/bloom-560m",
    /// "datasets/wikimedia/wikipedia".
    String path() {
        return kind.path() + name;
    }

    @Override
    public String toString() {
        return name;
    }
}
