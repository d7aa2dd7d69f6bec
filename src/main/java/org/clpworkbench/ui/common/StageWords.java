package org.clpworkbench.ui.common;

import java.util.Locale;
import java.util.ResourceBundle;

/// What the services say of their work, in the language of the window. They themselves speak
/// English, as the command line and the logs do; what has no words here is shown as they said it.
final class StageWords {
    private StageWords() {}

    /// "Copying tensors" in the language that is spoken. A phrase may end with a name, as
    /// "Measuring linear": the name stays.
    static String stage(String english) {
        ResourceBundle words = words();
        for (int end = english.length(); end > 0; end = english.lastIndexOf(' ', end - 1)) {
            String key = key("stage.", english.substring(0, end));
            if (words.containsKey(key)) {
                return words.getString(key) + english.substring(end);
            }
        }
        return english;
    }

    /// "rows" in the language that is spoken.
    static String unit(String english) {
        String key = key("unit.", english);
        return words().containsKey(key) ? words().getString(key) : english;
    }

    static String key(String kind, String english) {
        return kind + english.toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    private static ResourceBundle words() {
        return Texts.of(StageWords.class).bundle();
    }
}
