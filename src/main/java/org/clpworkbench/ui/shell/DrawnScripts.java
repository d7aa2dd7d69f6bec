package org.clpworkbench.ui.shell;

import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.stream.Collectors;

/// Scripts that the program's own fonts do not have: whether a font of the system does.
///
/// JavaFX does not tell which fonts it draws a letter with, so it is asked for the letter's
/// outline, which is that of the box for a missing one where no font has it. `canDisplay` of AWT
/// would read every font of the system a second time, and answer for fonts that JavaFX does not
/// draw with. To be asked on the JavaFX thread, which fills the same tables of glyphs.
final class DrawnScripts {
    /// A script, by one of its letters.
    record Sample(UnicodeScript script, String letter) {
        /// The first time JavaFX looks for a font of a script, some milliseconds.
        boolean isDrawn() {
            return DrawnScripts.isDrawn(letter);
        }
    }

    /// Chinese, which the window speaks, and scripts of other vocabularies: common ones that a
    /// small system may lack, and rare ones.
    static final List<Sample> SAMPLES =
            List.of(
                    new Sample(UnicodeScript.HAN, "中"),
                    new Sample(UnicodeScript.ARABIC, "ب"),
                    new Sample(UnicodeScript.DEVANAGARI, "क"),
                    new Sample(UnicodeScript.THAI, "ก"),
                    new Sample(UnicodeScript.ETHIOPIC, "ሰ"),
                    new Sample(UnicodeScript.KHMER, "ក"),
                    new Sample(UnicodeScript.TIBETAN, "ཀ"));

    /// Assigned to nothing: in a script that is drawn letter by letter, and in one whose letters
    /// depend on their neighbours.
    private static final List<String> UNASSIGNED = List.of("\u0378", "\u0984");

    private DrawnScripts() {}

    static boolean isDrawn(String letter) {
        String outline = outline(letter);
        return !outline.isEmpty()
                && UNASSIGNED.stream().noneMatch(none -> outline(none).equals(outline));
    }

    private static String outline(String letter) {
        var text = new Text(letter);
        text.setFont(Font.font("Noto Sans", 20));
        var outline = (Path) Shape.subtract(text, new Rectangle());
        return outline.getElements().stream()
                .map(PathElement::toString)
                .collect(Collectors.joining(" "));
    }
}
