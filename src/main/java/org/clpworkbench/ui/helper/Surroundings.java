package org.clpworkbench.ui.helper;

import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.clpworkbench.compute.Devices;
import org.clpworkbench.helper.HelperSpec;
import org.clpworkbench.lm.Precision;
import org.clpworkbench.race.Throughput;
import org.clpworkbench.run.RunFolder;
import org.clpworkbench.settings.Workspace;
import org.clpworkbench.ui.common.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/// What this machine can compute on, and how fast its runs were.
final class Surroundings {
    private static final Logger LOG = LoggerFactory.getLogger(Surroundings.class);

    private final Texts texts = Texts.of(HelperViewModel.class);
    private final Workspace workspace;
    private final ObservableList<String> devices = FXCollections.observableArrayList("auto", "cpu");
    private final ObjectProperty<Precision> suited =
            new SimpleObjectProperty<>(Precision.suited("cpu"));
    private final ReadOnlyIntegerWrapper changed = new ReadOnlyIntegerWrapper();
    private Throughput throughput = Throughput.ASSUMED;

    Surroundings(Workspace workspace) {
        this.workspace = workspace;
    }

    /// Learns anew what is there, in the background.
    void look() {
        Thread.startVirtualThread(
                () -> {
                    List<String> choices = Devices.choices();
                    Precision faster = Precision.suited("auto");
                    Throughput learned = learned();
                    Platform.runLater(() -> show(choices, faster, learned));
                });
    }

    private Throughput learned() {
        try {
            return Throughput.of(RunFolder.list(workspace.runs()));
        } catch (IOException unreadable) {
            LOG.warn("Nothing is learned from the runs before", unreadable);
            return Throughput.ASSUMED;
        }
    }

    private void show(List<String> choices, Precision faster, Throughput learned) {
        // one by one: what is chosen stays chosen
        devices.removeIf(device -> !choices.contains(device));
        choices.stream().filter(device -> !devices.contains(device)).forEach(devices::add);
        throughput = learned;
        suited.set(faster);
        changed.set(changed.get() + 1);
    }

    /// How long the training will take, at the rate of the newest runs here.
    Duration time(HelperSpec spec) {
        return throughput.time(
                spec.training().cost(), spec.parameters(), spec.training().execution().precision());
    }

    /// A device in words: "this CPU".
    String device(String name) {
        boolean gpus = devices.stream().anyMatch(device -> device.startsWith("cuda"));
        return switch (name) {
            case "auto" -> texts.get(gpus ? "device.gpu" : "device.cpu");
            case "cpu" -> texts.get("device.cpu");
            default -> name;
        };
    }

    /// Names of the devices that can be chosen.
    ObservableList<String> devices() {
        return devices;
    }

    /// The faster precision on the device that `auto` stands for.
    ReadOnlyObjectProperty<Precision> suited() {
        return suited;
    }

    /// Counts what was learned.
    ReadOnlyIntegerProperty changed() {
        return changed.getReadOnlyProperty();
    }
}
