package org.clpworkbench.ui.common;

import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

import java.io.IOException;
import java.io.UncheckedIOException;

/// Loads a view's FXML: `Transfer.fxml` for the class `TransferView`, with its texts, the view
/// itself as controller.
public final class Fxml {
    private Fxml() {}

    public static Parent load(Object view) {
        Class<?> type = view.getClass();
        String name = type.getSimpleName().replaceFirst("View$", "") + ".fxml";
        var loader = new FXMLLoader(type.getResource(name), Texts.of(type).bundle());
        loader.setControllerFactory(wanted -> view);
        try {
            return loader.load();
        } catch (IOException broken) {
            throw new UncheckedIOException("Cannot load " + name, broken);
        }
    }
}
