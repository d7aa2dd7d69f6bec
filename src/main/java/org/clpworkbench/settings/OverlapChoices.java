package org.clpworkbench.settings;

/// How the overlap is looked at.
///
/// @param page beside its table: "GROUPS", "TEXT" or "SENTENCE", "" for the first
/// @param search part of the tokens that are listed
/// @param kind of the tokens that are listed, "" for all
/// @param sentence that was typed, the beginning of a very long one, "" for the example
/// @param text the file that was chosen to be counted, "" for none
/// @param inPlaceOf the file of the pair's text that it was chosen in place of, "" for none
public record OverlapChoices(
        String page, String search, String kind, String sentence, String text, String inPlaceOf) {
    private static final int LONGEST_SENTENCE = 4_000;

    public static final OverlapChoices FIRST = new OverlapChoices("", "", "", "", "", "");

    public OverlapChoices {
        sentence = beginning(sentence);
    }

    private static String beginning(String sentence) {
        if (sentence.length() <= LONGEST_SENTENCE) {
            return sentence;
        }
        boolean halved = Character.isHighSurrogate(sentence.charAt(LONGEST_SENTENCE - 1));
        return sentence.substring(0, halved ? LONGEST_SENTENCE - 1 : LONGEST_SENTENCE);
    }
}
