package org.clpworkbench.tensor;

/// How words out of an untrusted file may stand in a message: on one line, and not without end.
final class Wording {
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_SENTENCE = 500;

    private Wording() {}

    static String quoted(String name) {
        return "\"" + line(name, LONGEST_NAME) + "\"";
    }

    static String sentence(String words) {
        return line(words, LONGEST_SENTENCE);
    }

    private static String line(String words, int longest) {
        String shown = words.length() <= longest ? words : words.substring(0, longest) + "…";
        return shown.replaceAll("[\\p{Cntrl}\\u2028\\u2029]", "?");
    }
}
