package org.clpworkbench.data;

import org.clpworkbench.data.text.Document;

import java.lang.Character.UnicodeScript;
import java.util.Locale;
import java.util.Optional;

/// Decides of one document after the other what becomes of it. All pieces of a document that are
/// taken come to the side that its beginning says.
final class Selection {
    private final DataChoices choices;
    private final SeenTexts seen = new SeenTexts();
    private String beginning = "";
    private Optional<Fate> side = Optional.empty();
    private boolean begun;
    private boolean counts = true;

    Selection(DataChoices choices) {
        this.choices = choices;
    }

    Fate of(Document document) {
        if (!document.goesOn()) {
            beginning = document.text();
            side = Optional.empty();
            begun = false;
        }
        Fate fate = fate(document);
        counts = !fate.taken() || !begun;
        begun |= fate.taken();
        return fate;
    }

    /// Whether what was asked about last counts as a document: of one in pieces the first that is
    /// taken does, and those that are left out.
    boolean counts() {
        return counts;
    }

    private Fate fate(Document document) {
        if (document.text().isBlank()) {
            return Fate.BLANK;
        }
        if (!rightLanguage(document) || !rightScript(document.text())) {
            return Fate.OTHER_LANGUAGE;
        }
        Optional<TextDigest> exact =
                choices.deduplicate()
                        ? Optional.of(TextDigest.of(document.text()))
                        : Optional.empty();
        if (exact.isPresent() && !seen.add(exact.get())) {
            return Fate.DUPLICATE;
        }
        Fate found = side.orElseGet(() -> side(document.text(), exact));
        side = Optional.of(found);
        return found;
    }

    /// Where the document comes to; most texts are normalised as they are and not digested twice.
    ///
    /// @param exact the digest of the text, where it is known
    private Fate side(String text, Optional<TextDigest> exact) {
        if (choices.validationShare() == 0) {
            return Fate.TRAINING;
        }
        String normalised = TextDigest.normalised(beginning);
        TextDigest digest =
                exact.filter(known -> normalised.equals(text))
                        .orElseGet(() -> TextDigest.of(normalised));
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
