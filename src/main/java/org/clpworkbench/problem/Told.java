package org.clpworkbench.problem;

import java.util.Optional;

/// A failure that can be told in each of the program's languages; its message is the English
/// sentence.
public interface Told {
    /// Empty where there is only the message.
    Optional<Sentence> told();

    /// Why something failed, to be part of another sentence: the sentence, else the message.
    static Object reason(Throwable cause) {
        return cause instanceof Told told && told.told().isPresent()
                ? told.told().get()
                : String.valueOf(cause.getMessage());
    }
}
