package org.clpworkbench.transfer;

import java.util.ArrayList;
import java.util.List;

/// Large vocabularies: byte-level spellings, about half of them the start of a word.
final class MadeTokens {
    private static final String LETTERS = "etaoinshrdlucmfwypvbgkjqxz";

    private MadeTokens() {}

    /// @param shared the first tokens are the same in every vocabulary
    static List<String> of(int count, int shared) {
        var tokens = new ArrayList<String>(count);
        tokens.add("<|endoftext|>");
        for (int number = 1; number < count; number++) {
            String word = word(number);
            String own = number < shared ? word : count + word;
            tokens.add(number % 2 == 0 ? "Ġ" + own : own);
        }
        return tokens;
    }

    private static String word(int number) {
        var word = new StringBuilder();
        for (int rest = number; rest > 0; rest /= LETTERS.length()) {
            word.append(LETTERS.charAt(rest % LETTERS.length()));
        }
        return word.toString();
    }
}
