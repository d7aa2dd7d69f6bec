package org.clpworkbench.ui.common;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The texts of one view: `Transfer.properties` beside `Transfer.fxml`, found by the view's class
/// `TransferView`.
public final class Texts {
    private final ResourceBundle bundle;

    private Texts(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /// The bundle of a view: its class's name without "View" or "ViewModel", in the class's
    /// package.
    public static Texts of(Class<?> view) {
        String name = view.getName().replaceFirst("View(Model)?$", "");
        return new Texts(ResourceBundle.getBundle(name, Locale.ENGLISH));
    }

    public ResourceBundle bundle() {
        return bundle;
    }

    /// The text of a key with `{0}`, `{1}`, … filled in.
    public String get(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), Locale.ENGLISH).format(arguments);
    }
}
