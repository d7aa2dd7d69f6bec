package org.clpworkbench.ui.transfer;

import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

import org.clpworkbench.transfer.TransferSpec;

import java.nio.file.Files;
import java.util.Optional;
import java.util.function.Consumer;

/// The question whether a transfer may replace the model that lies in its place.
final class ReplaceQuestion {
    private final BooleanProperty asking = new SimpleBooleanProperty();

    /// What it is or was asked of last.
    private Optional<TransferSpec> about = Optional.empty();

    /// Asks where something of that name is there already; else goes on at once.
    void askBefore(TransferSpec spec, Consumer<TransferSpec> start) {
        Thread.startVirtualThread(
                () -> {
                    boolean exists = !spec.overwrite() && Files.exists(spec.target());
                    Platform.runLater(
                            () -> {
                                if (exists) {
                                    about = Optional.of(spec);
                                    asking.set(true);
                                } else {
                                    start.accept(spec);
                                }
                            });
                });
    }

    void takeBack() {
        asking.set(false);
    }

    /// The transfer that replaces, once somebody said yes.
    Optional<TransferSpec> agreed() {
        return about.map(TransferSpec::overwriting);
    }

    /// Asks what another window asks.
    void follow(ReplaceQuestion before) {
        about = before.about;
        asking.set(before.asking.get());
    }

    /// Whether it stands.
    BooleanProperty asking() {
        return asking;
    }
}
