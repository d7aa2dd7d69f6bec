package org.clpworkbench.ui.training;

import javafx.application.Platform;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.clpworkbench.compute.Devices;
import org.clpworkbench.race.RaceMemory;
import org.clpworkbench.race.RaceSpec;
import org.clpworkbench.training.Execution.Checkpointing;
import org.clpworkbench.ui.common.Failure;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.Texts;

import java.io.IOException;
import java.util.Optional;

/// What a step of the race takes, and whether the device has that much, once the models'
/// configurations are read; of the latest race only.
final class MemoryLine {
    private final Texts texts = Texts.of(TrainingViewModel.class);
    private final StringProperty words = new SimpleStringProperty("");
    private Optional<RaceSpec> wanted = Optional.empty();

    /// "A step takes about 0.9 GB of memory"; empty while no race can be started.
    StringProperty words() {
        return words;
    }

    /// There is no race.
    void clear() {
        wanted = Optional.empty();
        words.set("");
    }

    void tell(RaceSpec race) {
        wanted = Optional.of(race);
        Thread.startVirtualThread(
                () -> {
                    String found = of(race);
                    Platform.runLater(
                            () -> {
                                if (wanted.equals(Optional.of(race))) {
                                    words.set(found);
                                }
                            });
                });
    }

    private String of(RaceSpec race) {
        try {
            RaceMemory found = RaceMemory.of(race);
            Checkpointing asked = race.execution().checkpointing();
            String takes =
                    texts.get(
                            "memory." + asked,
                            Numbers.bytes(found.asked(asked)),
                            Numbers.bytes(found.recomputed()));
            long free = Devices.freeMemory(race.execution().device());
            long least = asked == Checkpointing.AUTO ? found.recomputed() : found.asked(asked);
            boolean fits = free == 0 || least <= free; // of a GPU that is not there the run tells
            return fits ? takes : takes + " " + texts.get("memory.short", Numbers.bytes(free));
        } catch (IOException unreadable) {
            return Failure.reason(unreadable);
        }
    }
}
