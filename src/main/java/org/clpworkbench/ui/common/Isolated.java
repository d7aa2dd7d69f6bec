package org.clpworkbench.ui.common;

import java.text.Bidi;

/// Tokens within sentences. One that is written from right to left would turn what stands beside it
/// around; Unicode's isolates, which nothing is seen of, keep it to itself. Others stay as they
/// are.
public final class Isolated {
    private static final String FIRST_STRONG = "\u2068";
    private static final String END = "\u2069";

    private Isolated() {}

    public static String of(String token) {
        return Bidi.requiresBidi(token.toCharArray(), 0, token.length())
                ? FIRST_STRONG + token + END
                : token;
    }
}
