package org.clpworkbench.ui.runs;

import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.clpworkbench.run.RunNotes;
import org.clpworkbench.run.TrainCommandLine;
import org.clpworkbench.ui.common.Failure;
import org.clpworkbench.ui.common.FormHistory;
import org.clpworkbench.ui.common.ProblemText;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.runs.RunEntry.Readable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/// What is said of the selected runs: of one its settings, tags and note, of several where they
/// differ. Tags and note are kept when they were changed and another run is shown, or when the view
/// says so.
final class RunDetailsViewModel implements AutoCloseable {
    private final ObjectProperty<List<Readable>> runs = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<Optional<Repetitions>> repetitions =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Readable>> brokenOff =
            new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty tags = new SimpleStringProperty("");
    private final StringProperty note = new SimpleStringProperty("");
    private final StringProperty damage = new SimpleStringProperty("");
    private final Texts texts = Texts.of(RunDetailsViewModel.class);
    private final FormHistory history = new FormHistory();
    private final ProblemText problem;
    private final Runnable kept;
    private final Function<Readable, OptionalDouble> saved;

    /// One after the other, so that the last is the one that stays.
    private final ExecutorService keeping =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("notes").factory());

    /// What was typed for runs whose folders have not been looked at since.
    private final Map<Path, RunNotes> typed = new HashMap<>();

    private RunNotes before = RunNotes.NONE;

    /// @param problem where a failure is told
    /// @param kept called on another thread when notes are in their file
    /// @param saved tokens that a run saves against the baseline, as a share of its tokens
    RunDetailsViewModel(
            ProblemText problem, Runnable kept, Function<Readable, OptionalDouble> saved) {
        this.problem = problem;
        this.kept = kept;
        this.saved = saved;
        history.watch(tags, note);
    }

    /// Shows other runs, or newer figures of the same: then what is being typed stays.
    void show(List<Readable> selected) {
        if (ids(selected).equals(ids(runs.get()))) {
            return;
        }
        keep();
        before =
                selected.size() == 1
                        ? typed.getOrDefault(
                                selected.getFirst().folder(), selected.getFirst().notes())
                        : RunNotes.NONE;
        runs.set(selected);
        sumUp(selected);
        history.silently(this::enter);
        history.forget();
    }

    private void enter() {
        tags.set(before.tagLine());
        note.set(before.note());
    }

    private static List<String> ids(List<Readable> runs) {
        return runs.stream().map(Readable::id).toList();
    }

    /// Takes note of what the folders hold by now, or of another baseline.
    void seen(List<Readable> now) {
        now.forEach(run -> typed.remove(run.folder(), run.notes()));
        sumUp(now);
    }

    /// Keeps tags and note when they were changed.
    void keep() {
        RunNotes wanted = RunNotes.typed(tags.get(), note.get());
        if (runs.get().size() != 1 || wanted.equals(before)) {
            return;
        }
        Path folder = runs.get().getFirst().folder();
        before = wanted;
        typed.put(folder, wanted);
        keeping.execute(() -> write(folder, wanted));
    }

    /// Keeps what was typed and waits until it is in its file.
    @Override
    public void close() {
        keep();
        keeping.close();
    }

    private void write(Path folder, RunNotes wanted) {
        if (!Files.isDirectory(folder)) {
            return; // deleted meanwhile
        }
        try {
            wanted.write(folder);
            kept.run();
        } catch (IOException failed) {
            Failure why = Failure.of(texts.get("keep"), failed);
            Platform.runLater(() -> problem.set(why));
        }
    }

    /// What came of the runs on show where they are repetitions of one another.
    ObjectProperty<Optional<Repetitions>> repetitions() {
        return repetitions;
    }

    private void sumUp(List<Readable> now) {
        List<String> shown = ids(runs.get());
        List<Readable> latest = now.stream().filter(run -> shown.contains(run.id())).toList();
        repetitions.set(Repetitions.of(latest, saved));
        damage.set(
                latest.stream()
                        .filter(run -> latest.size() == 1 && !run.damage().isEmpty())
                        .map(run -> texts.get("notes.damaged", run.damage()))
                        .findFirst()
                        .orElse(""));
        brokenOff.set(
                latest.stream()
                        .filter(run -> latest.size() == 1 && run.figures().state().brokeOff())
                        .findFirst());
    }

    /// Why the notes of the run on show cannot be read, and what becomes of them; empty where they
    /// can.
    StringProperty damage() {
        return damage;
    }

    /// The run on show, where it ended otherwise than it was meant to.
    ObjectProperty<Optional<Readable>> brokenOff() {
        return brokenOff;
    }

    static TrainCommandLine command(Readable run) {
        return TrainCommandLine.of(run.run().spec());
    }

    ObjectProperty<List<Readable>> runs() {
        return runs;
    }

    StringProperty tags() {
        return tags;
    }

    StringProperty note() {
        return note;
    }

    /// Of the tags and the note of the run on show.
    FormHistory history() {
        return history;
    }
}
