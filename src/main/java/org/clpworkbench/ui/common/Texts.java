package org.clpworkbench.ui.common;

import org.clpworkbench.settings.Language;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The texts of one view: `Transfer.properties` beside `Transfer.fxml`, found by the view's class
/// `TransferView`; in another language than English `Transfer_de.properties`. A view keeps the
/// language that it was made in: the window is made anew when another one is chosen.
public final class Texts {
    /// Bundles as they are written.
    static final ResourceBundle.Control AS_WRITTEN =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    // which has Language ask for the desktop's before anything here changes Java's default
    private static volatile Locale language = Language.ENGLISH.locale();
    private static volatile ResourceBundle.Control reading = AS_WRITTEN;

    private final ResourceBundle bundle;
    private final Locale locale;

    private Texts(ResourceBundle bundle) {
        this.bundle = bundle;
        this.locale = language;
    }

    /// The language of the texts and numbers that are asked for from now on. JavaFX asks for its
    /// own, as those of a field's menu, in Java's default.
    public static void speak(Locale next) {
        language = next;
        Locale.setDefault(next);
    }

    /// The language that is spoken.
    public static Locale language() {
        return language;
    }

    /// How bundles are read from now on; those that were read before are forgotten.
    static void read(ResourceBundle.Control next) {
        ResourceBundle.clearCache();
        reading = next;
    }

    /// The bundle of a view: its class's name without "View" or "ViewModel", in the class's
    /// package.
    public static Texts of(Class<?> view) {
        String name = view.getName().replaceFirst("View(Model)?$", "");
        return new Texts(ResourceBundle.getBundle(name, language, reading));
    }

    public ResourceBundle bundle() {
        return bundle;
    }

    /// The text of a key with `{0}`, `{1}`, … filled in.
    public String get(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }
}
