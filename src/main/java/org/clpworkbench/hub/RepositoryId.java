package org.clpworkbench.hub;

import java.util.regex.Pattern;

/// A model's name on the Hub: "gpt2" or "bigscience/bloom-560m", by the rules of
/// `huggingface_hub`'s `validate_repo_id`.
public record RepositoryId(String name) {
    private static final Pattern NAME = Pattern.compile("(\\w[\\w.-]*/)?\\w([\\w.-]*\\w)?");
    private static final int LONGEST = 96;
    private static final String PREFIX = "models--";

    /// @throws IllegalArgumentException when no model can have that name
    public RepositoryId {
        if (!valid(name)) {
            throw new IllegalArgumentException(
                    "\"%s\" is no name of a model on the Hub; one looks like gpt2 or bigscience/bloom-560m."
                            .formatted(name));
        }
    }

    /// Whether a model on the Hub may be called so.
    public static boolean valid(String name) {
        return NAME.matcher(name).matches()
                && name.length() <= LONGEST
                && !name.contains("--")
                && !name.contains("..")
                && !name.endsWith(".git");
    }

    /// "models--bigscience--bloom-560m".
    String folder() {
        return PREFIX + name.replace("/", "--");
    }

    @Override
    public String toString() {
        return name;
    }
}
