package org.clpworkbench.tensor;

import org.clpworkbench.problem.Sentence;

import java.util.List;

/// How words out of an untrusted file may stand in a message: on one line, and not without end.
final class Wording {
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_WORDS = 240;

    private Wording() {}

    static String name(String name) {
        return line(name, LONGEST_NAME);
    }

    /// The sentence with everything but numbers made fit to be filled in.
    static Sentence tamed(Sentence sentence) {
        Object[] arguments = sentence.arguments().stream().map(Wording::argument).toArray();
        return new Sentence(sentence.bundle(), sentence.key(), List.of(arguments));
    }

    private static Object argument(Object argument) {
        return switch (argument) {
            case Number number -> number;
            case Sentence part -> tamed(part);
            default -> line(String.valueOf(argument), LONGEST_WORDS);
        };
    }

    private static String line(String words, int longest) {
        String shown = words.length() <= longest ? words : words.substring(0, longest) + "…";
        return shown.replaceAll("[\\p{Cntrl}\\u2028\\u2029]", "?");
    }
}
