package org.clpworkbench.ui.hub;

import java.util.regex.Pattern;

/// A model's card as plain text: what Markdown and HTML mark up, without the marks.
final class CardText {
    /// Characters; the rest can be read on the Hub.
    static final int MOST = 20_000;

    private static final Pattern COMMENT =
            Pattern.compile("(?is)<!--.*?-->|<(style|script)\\b.*?</\\1>");
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]{0,500}>");
    private static final Pattern PICTURE = Pattern.compile("!\\[[^\\]\\n]*\\]\\([^)\\n]*\\)");
    private static final Pattern LINK =
            Pattern.compile("\\[([^\\]\\n]+)\\]\\((https?://[^)\\s]+)[^)\\n]*\\)");
    private static final Pattern PLACE = Pattern.compile("\\[([^\\]\\n]*)\\]\\([^)\\n]*\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^ {0,3}#{1,6} +(.*?)[ #]*$");
    private static final Pattern STRONG = Pattern.compile("(\\*\\*|__)(?=\\S)(.+?)(?<=\\S)\\1");
    private static final Pattern FENCE = Pattern.compile("(?m)^ {0,3}(```|~~~).*\\R?");
    private static final Pattern RULE =
            Pattern.compile(
                    "(?m)^ *-{3,} *$\\R?|^ *(\\* *){3,}$\\R?"
                            + "|^ *\\|?( *:?-+:? *\\|)+( *:?-+:?)? *$\\R?");
    private static final Pattern SPACE = Pattern.compile("(?m)[ \\t]+$");
    private static final Pattern LINES = Pattern.compile("\\R{3,}");

    private CardText() {}

    static String plain(String card) {
        String text = card.length() > MOST ? card.substring(0, MOST) + "\n\n…" : card;
        text = COMMENT.matcher(text).replaceAll("");
        text = TAG.matcher(text).replaceAll("");
        text = PICTURE.matcher(text).replaceAll("");
        text = LINK.matcher(text).replaceAll("$1 ($2)");
        text = PLACE.matcher(text).replaceAll("$1");
        text = FENCE.matcher(text).replaceAll("");
        text = RULE.matcher(text).replaceAll("");
        text = STRONG.matcher(text).replaceAll("$2");
        text = HEADING.matcher(text).replaceAll("\n$1\n────────\n");
        text = SPACE.matcher(text).replaceAll("");
        return LINES.matcher(text.replace("\r\n", "\n")).replaceAll("\n\n").strip();
    }
}
