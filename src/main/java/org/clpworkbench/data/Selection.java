package org.clpworkbench.data;

import org.clpworkbench.data.text.Document;

import java.lang.Character.UnicodeScript;
import java.util.Locale;

/// Decides of one document after the other what becomes of it.
final class Selection {
    private final DataChoices choices;
    private final SeenTexts seen = new SeenTexts();

    Selection(DataChoices choices) {
        this.choices = choices;
    }

    Fate of(Document document) {
        if (document.text().isBlank()) {
            return Fate.BLANK;
        }
        if (!rightLanguage(document) || !rightScript(document.text())) {
            return Fate.OTHER_LANGUAGE;
        }
        if (!choices.deduplicate() && choices.validationShare() == 0) {
            return Fate.TRAINING;
        }
        var digest = TextDigest.of(document.text());
        if (choices.deduplicate() && !seen.add(digest)) {
            return Fate.DUPLICATE;
        }
        return digest.draw(choices.seed()) < choices.validationShare()
                ? Fate.VALIDATION
                : Fate.TRAINING;
    }

    private boolean rightLanguage(Document document) {
        if (choices.language().isEmpty()) {
            return true;
        }
        String wanted = plain(choices.language().get());
        String said = document.language().map(Selection::plain).orElse("");
        return said.equals(wanted) || said.startsWith(wanted + "-");
    }

    private static String plain(String language) {
        return language.strip().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private boolean rightScript(String text) {
        if (choices.script().isEmpty()) {
            return true;
        }
        UnicodeScript wanted = choices.script().get();
        long letters = text.codePoints().filter(Character::isLetter).count();
        long right =
                text.codePoints()
                        .filter(Character::isLetter)
                        .filter(letter -> UnicodeScript.of(letter) == wanted)
                        .count();
        return 2 * right > letters;
    }
}
