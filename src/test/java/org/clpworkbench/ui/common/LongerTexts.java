package org.clpworkbench.ui.common;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.List;
import java.util.ListResourceBundle;
import java.util.Locale;
import java.util.ResourceBundle;

/// Every text of the window 40 % longer than it is written, as another language may have it: its
/// words grow. What is filled in, `{0}` or `{0,choice,…}`, stays as it is, and so do numbers.
public final class LongerTexts extends ResourceBundle.Control {
    private static final int MORE = 2;
    private static final int OF = 5;

    private LongerTexts() {}

    /// From now on; what is on the screen already has its texts.
    public static void begin() {
        Texts.read(new LongerTexts());
    }

    /// Texts are as they are written again.
    public static void end() {
        Texts.read(Texts.AS_WRITTEN);
    }

    @Override
    public List<String> getFormats(String name) {
        return FORMAT_PROPERTIES;
    }

    @Override
    public @Nullable Locale getFallbackLocale(String name, Locale locale) {
        return null;
    }

    @Override
    public @Nullable ResourceBundle newBundle(
            String name, Locale locale, String format, ClassLoader loader, boolean reload)
            throws IllegalAccessException, InstantiationException, IOException {
        ResourceBundle written = super.newBundle(name, locale, format, loader, reload);
        return written == null ? null : longer(written);
    }

    private static ResourceBundle longer(ResourceBundle written) {
        Object[][] texts =
                written.keySet().stream()
                        .map(key -> new Object[] {key, longer(written.getString(key))})
                        .toArray(Object[][]::new);
        return new ListResourceBundle() {
            @Override
            protected Object[][] getContents() {
                return texts;
            }
        };
    }

    static String longer(String text) {
        var longer = new StringBuilder();
        int owed = 0;
        int depth = 0;
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            longer.append(letter);
            if (letter == '{') {
                depth++;
            } else if (letter == '}') {
                depth--;
            } else if (depth == 0) {
                owed += MORE;
                if (endsAWord(text, at)) {
                    longer.append("é".repeat(owed / OF));
                    owed %= OF;
                }
            }
        }
        return longer.toString();
    }

    private static boolean endsAWord(String text, int at) {
        return Character.isLetter(text.charAt(at))
                && (at + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(at + 1)));
    }
}
