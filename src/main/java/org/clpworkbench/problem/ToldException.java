package org.clpworkbench.problem;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Optional;

/// Something outside the program, mostly a file, is not as it has to be.
public class ToldException extends IOException implements Told {
    private static final long serialVersionUID = 1;

    private final transient @Nullable Sentence sentence;

    public ToldException(Sentence sentence) {
        super(sentence.inEnglish());
        this.sentence = sentence;
    }

    public ToldException(Sentence sentence, Throwable cause) {
        super(sentence.inEnglish(), cause);
        this.sentence = sentence;
    }

    /// For what is told in English alone.
    protected ToldException(String message) {
        super(message);
        this.sentence = null;
    }

    /// For what is told in English alone.
    protected ToldException(String message, Throwable cause) {
        super(message, cause);
        this.sentence = null;
    }

    @Override
    public final Optional<Sentence> told() {
        return Optional.ofNullable(sentence);
    }
}
