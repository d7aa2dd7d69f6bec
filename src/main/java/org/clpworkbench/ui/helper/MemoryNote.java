package org.clpworkbench.ui.helper;

import javafx.application.Platform;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.clpworkbench.compute.Devices;
import org.clpworkbench.helper.HelperSpec;
import org.clpworkbench.race.RaceMemory;
import org.clpworkbench.ui.common.Failure;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.Texts;

import java.io.IOException;
import java.util.Optional;

/// What a step takes, and whether the device has that much; of the latest wish only.
final class MemoryNote {
    private final Texts texts = Texts.of(HelperViewModel.class);
    private final StringProperty words = new SimpleStringProperty("");
    private Optional<HelperSpec> wanted = Optional.empty();

    StringProperty words() {
        return words;
    }

    void clear() {
        wanted = Optional.empty();
        words.set("");
    }

    void tell(HelperSpec spec) {
        if (wanted.equals(Optional.of(spec))) {
            return;
        }
        wanted = Optional.of(spec);
        Thread.startVirtualThread(
                () -> {
                    String found = of(spec);
                    Platform.runLater(
                            () -> {
                                if (wanted.equals(Optional.of(spec))) {
                                    words.set(found);
                                }
                            });
                });
    }

    private String of(HelperSpec spec) {
        try {
            RaceMemory step = spec.memory();
            long free = Devices.freeMemory(spec.training().execution().device());
            String takes = texts.get("memory", Numbers.bytes(step.kept()));
            // layers are computed again where they do not fit; a GPU that is not there has none
            return free == 0 || step.recomputed() <= free
                    ? takes
                    : takes + " " + texts.get("memory.short", Numbers.bytes(free));
        } catch (IOException impossible) {
            return Failure.reason(impossible);
        }
    }
}
