package org.clpworkbench.ui;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.awt.font.FontRenderContext;
import java.util.List;

/// The fonts of this machine, asked without JavaFX.
public final class SystemFonts {
    private static final List<Font> ALL =
            List.of(GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts());

    private SystemFonts() {}

    /// Skips a test where no font has all of these letters, and says what to install for it.
    public static void assumeDrawn(String script, String... letters) {
        for (String letter : letters) {
            assumeTrue(
                    draw(letter),
                    "NOT TESTED: no font of this machine has %s of %s; fonts-noto-core and -cjk have."
                            .formatted(letter, script));
        }
    }

    /// Whether one has an outline for all of a text. Some have emoji as pictures alone, which
    /// JavaFX does not paint on Linux.
    private static boolean draw(String text) {
        var context = new FontRenderContext(null, true, true);
        return ALL.stream()
                .filter(font -> font.canDisplayUpTo(text) < 0)
                .anyMatch(
                        font ->
                                !font.deriveFont(12f)
                                        .createGlyphVector(context, text)
                                        .getOutline()
                                        .getBounds2D()
                                        .isEmpty());
    }
}
