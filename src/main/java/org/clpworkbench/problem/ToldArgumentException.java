package org.clpworkbench.problem;

import java.util.Optional;

/// What was asked for makes no sense or cannot be done.
public final class ToldArgumentException extends IllegalArgumentException implements Told {
    private static final long serialVersionUID = 1;

    private final transient Sentence sentence;

    public ToldArgumentException(Sentence sentence) {
        super(sentence.inEnglish());
        this.sentence = sentence;
    }

    public ToldArgumentException(Sentence sentence, Throwable cause) {
        super(sentence.inEnglish(), cause);
        this.sentence = sentence;
    }

    @Override
    public Optional<Sentence> told() {
        return Optional.of(sentence);
    }
}
