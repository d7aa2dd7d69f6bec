package org.clpworkbench.ui.transfer;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

import org.clpworkbench.transfer.TransferSpec;

import java.util.Optional;

/// The question whether a transfer may replace the model that lies in its place.
final class ReplaceQuestion {
    private final BooleanProperty asking = new SimpleBooleanProperty();

    /// What it is or was asked of last.
    private Optional<TransferSpec> about = Optional.empty();

    void ask(TransferSpec spec) {
        about = Optional.of(spec);
        asking.set(true);
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
