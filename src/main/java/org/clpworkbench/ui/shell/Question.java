package org.clpworkbench.ui.shell;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

/// A question over the window, in the window's theme and size of texts. A dialog takes over the
/// style sheets of the window that it lies over, but neither its root's classes nor its zoom.
final class Question {
    private final Alert alert;
    private final ButtonType agree;

    /// @param yes what the button says that agrees
    /// @param no what the other one says; Esc presses it
    Question(Stage window, String question, String about, String yes, String no) {
        agree = new ButtonType(yes, ButtonBar.ButtonData.OK_DONE);
        var refuse = new ButtonType(no, ButtonBar.ButtonData.CANCEL_CLOSE);
        alert = new Alert(Alert.AlertType.CONFIRMATION, about, agree, refuse);
        alert.initOwner(window);
        alert.setTitle(question);
        alert.setHeaderText(question);
        alert.setGraphic(null);
        Parent root = window.getScene().getRoot();
        alert.getDialogPane().setStyle(root.getStyle());
        if (ThemeStyle.isDark(root)) {
            alert.getDialogPane().getStyleClass().add(ThemeStyle.DARK);
        }
        alert.getDialogPane().setMinHeight(Region.USE_PREF_SIZE);
        wholeWords(agree);
        wholeWords(refuse);
    }

    /// A bar of buttons makes them all of one width, which is not always that of the widest.
    private void wholeWords(ButtonType type) {
        Node button = alert.getDialogPane().lookupButton(type);
        ButtonBar.setButtonUniformSize(button, false);
        ((Region) button).setMinWidth(Region.USE_PREF_SIZE);
    }

    Alert alert() {
        return alert;
    }

    /// Waits for an answer.
    boolean agreed() {
        return alert.showAndWait().filter(agree::equals).isPresent();
    }
}
