package org.clpworkbench.ui.transfer;

import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.clpworkbench.transfer.CrossLingualTransfer;
import org.clpworkbench.ui.common.Texts;

import java.nio.file.Files;
import java.nio.file.Path;

/// Where the model will lie or lies, and whether one lies there already that was transferred.
final class TransferPlace {
    private final Texts texts = Texts.of(TransferViewModel.class);
    private final StringProperty sentence = new SimpleStringProperty("");
    private final BooleanProperty transferred = new SimpleBooleanProperty();
    private int looked;

    /// Looks into a folder; the newest asking counts.
    void look(Path target) {
        int number = ++looked;
        Thread.startVirtualThread(
                () -> {
                    boolean taken = Files.exists(target);
                    boolean made =
                            Files.exists(target.resolve(CrossLingualTransfer.MANIFEST_FILE))
                                    || Files.exists(
                                            target.resolve(CrossLingualTransfer.REPORT_FILE));
                    Platform.runLater(
                            () -> {
                                if (number == looked) {
                                    String key = taken ? "place.exists" : "place.new";
                                    sentence.set(texts.get(key, target));
                                    transferred.set(made);
                                }
                            });
                });
    }

    /// The model is here, and its report is on show.
    void done(Path model) {
        tell(texts.get("place.done", model));
    }

    /// There is none.
    void clear() {
        tell("");
    }

    private void tell(String words) {
        looked++;
        sentence.set(words);
        transferred.set(false);
    }

    StringProperty sentence() {
        return sentence;
    }

    /// Whether a transfer made what is there already, so that it has a report to open.
    BooleanProperty transferred() {
        return transferred;
    }
}
