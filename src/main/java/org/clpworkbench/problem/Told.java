package org.clpworkbench.problem;

import java.util.Optional;

/// A failure that can be told in each of the program's languages; its message is the English
/// sentence.
public interface Told {
    /// Empty where there is only the message.
    Optional<Sentence> told();
}
