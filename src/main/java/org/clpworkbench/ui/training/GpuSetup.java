package org.clpworkbench.ui.training;

import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.clpworkbench.gpu.CudaFetch;
import org.clpworkbench.gpu.GpuSupport;
import org.clpworkbench.gpu.GpuSupport.State;
import org.clpworkbench.job.Job;
import org.clpworkbench.job.Jobs;
import org.clpworkbench.job.RunningJob;
import org.clpworkbench.lm.Precision;
import org.clpworkbench.ui.common.Dialogs;
import org.clpworkbench.ui.common.Failure;
import org.clpworkbench.ui.common.LatestJob;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.Texts;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/// Says what GPUs there are and what they lack, and gets it: the CUDA runtime is fetched once a
/// person has agreed to its size, and checked.
final class GpuSetup {
    private final Texts texts = Texts.of(TrainingViewModel.class);
    private final Dialogs dialogs;
    private final GpuSteps steps;
    private final LatestJob working;
    private final StringProperty sentence = new SimpleStringProperty("");
    private final StringProperty action = new SimpleStringProperty("");
    private final ObservableList<String> devices = FXCollections.observableArrayList("auto", "cpu");
    private final ObjectProperty<Precision> suited =
            new SimpleObjectProperty<>(Precision.suited("cpu"));
    private State state = State.NO_GPU;

    GpuSetup(Jobs jobs, Dialogs dialogs, GpuSteps steps) {
        this.dialogs = dialogs;
        this.steps = steps;
        working = new LatestJob(jobs);
    }

    /// Learns anew what is there.
    void look() {
        look(Optional.empty());
    }

    /// @param problem what to say instead
    private void look(Optional<String> problem) {
        Thread.startVirtualThread(
                () -> {
                    GpuSupport found = steps.look().get();
                    List<String> choices = steps.choices().get();
                    Precision faster = Precision.suited("auto");
                    Platform.runLater(
                            () -> {
                                show(found, choices);
                                suited.set(faster);
                                problem.ifPresent(sentence::set);
                            });
                });
    }

    private void show(GpuSupport found, List<String> choices) {
        state = found.state();
        sentence.set(found.sentence().in(Texts.language()));
        action.set(
                switch (state) {
                    case NO_RUNTIME -> texts.get("gpu.fetch");
                    case UNCHECKED -> texts.get("gpu.check");
                    default -> "";
                });
        // one by one: what is chosen stays chosen
        devices.removeIf(device -> !choices.contains(device));
        choices.stream().filter(device -> !devices.contains(device)).forEach(devices::add);
    }

    /// Does what is missing next.
    void act() {
        if (state == State.NO_RUNTIME) {
            working.await(texts.get("gpu.job.plan"), steps.plan(), this::ask, this::failed);
        } else if (state == State.UNCHECKED) {
            working.await(texts.get("gpu.job.check"), steps.check(), _ -> look(), this::failed);
        }
    }

    private void ask(CudaFetch fetch) {
        String about =
                texts.get(
                        "gpu.consent",
                        Numbers.bytes(fetch.packed()),
                        fetch.files().getFirst().address().getHost(),
                        Numbers.bytes(fetch.unpacked()),
                        fetch.folder());
        if (dialogs.agrees(
                texts.get("gpu.question"), about, texts.get("gpu.yes"), texts.get("gpu.no"))) {
            working.await(
                    texts.get("gpu.job.fetch"),
                    Job.haltedAtClosing(
                            progress -> {
                                fetch.run(progress);
                                return steps.check().run(progress);
                            }),
                    _ -> look(),
                    this::failed);
        }
    }

    /// The runtime may be there by now, but not have passed.
    private void failed(Failure why) {
        look(Optional.of(why.sentence()));
    }

    /// What is there, what is missing, or what went wrong.
    StringProperty sentence() {
        return sentence;
    }

    /// What {@link #act} would do, for a button; empty when there is nothing to do.
    StringProperty action() {
        return action;
    }

    /// The faster precision on the device that `auto` stands for.
    ReadOnlyObjectProperty<Precision> suited() {
        return suited;
    }

    /// Names of the devices that can be chosen.
    ObservableList<String> devices() {
        return devices;
    }

    /// The job that is under way; null when there is none.
    ReadOnlyObjectProperty<@Nullable RunningJob<?>> working() {
        return working.current();
    }
}
