package org.clpworkbench.hub;

import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldArgumentException;

import java.util.regex.Pattern;

/// A branch, a tag or a commit of a repository.
public record Revision(String name) {
    private static final Pattern NAME = Pattern.compile("[\\w.+@-]+(/[\\w.+@-]+)*");
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");

    public static final Revision MAIN = new Revision("main");

    /// @throws IllegalArgumentException when nothing can have that name
    public Revision {
        if (!valid(name)) {
            throw new ToldArgumentException(Sentence.of(Revision.class, "revision", name));
        }
    }

    static boolean valid(String name) {
        return NAME.matcher(name).matches() && !name.contains("..") && !name.startsWith("-");
    }

    /// Whether it is a commit and so means the same for ever.
    public boolean isCommit() {
        return COMMIT.matcher(name).matches();
    }

    @Override
    public String toString() {
        return name;
    }
}
