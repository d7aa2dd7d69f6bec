package org.clpworkbench.ui.generate;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.clpworkbench.checkpoint.ModelName;
import org.clpworkbench.ui.common.Texts;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Who can be asked to write: the models that were found, those that a person added, and who writes
/// just now though it is not found any more.
final class OfferedChoices {
    private final Texts texts = Texts.of(GenerateViewModel.class);
    private final List<WriterChoice> added = new ArrayList<>();
    private final ObservableList<WriterChoice> all = FXCollections.observableArrayList();

    /// @param writing just now
    void found(List<WriterChoice> now, Stream<WriterChoice> writing) {
        var next = new ArrayList<>(now);
        Stream.concat(added.stream(), writing)
                .filter(other -> in(next, other).isEmpty())
                .forEach(next::add);
        all.setAll(next);
    }

    /// What a choice is by now: a run may have a newer checkpoint, and another name.
    Optional<WriterChoice> now(WriterChoice choice) {
        return in(all, choice);
    }

    private static Optional<WriterChoice> in(List<WriterChoice> choices, WriterChoice choice) {
        return choices.stream()
                .filter(choice::isOf)
                .findFirst()
                .or(() -> choices.stream().filter(choice::loadsAs).findFirst());
    }

    /// The newest checkpoint of a run that has one.
    Optional<WriterChoice> ofRun(Path run) {
        return all.stream().filter(choice -> choice.origin().equals(run)).findFirst();
    }

    /// A model of a person's own; the one that is there already where its folder is known.
    WriterChoice add(Path folder) {
        WriterChoice choice = ofFolder(folder);
        Optional<WriterChoice> known = now(choice);
        if (known.isEmpty()) {
            added.add(choice);
            all.add(choice);
        }
        return known.orElse(choice);
    }

    private WriterChoice ofFolder(Path folder) {
        Path whole = folder.toAbsolutePath().normalize();
        return new WriterChoice(ModelName.of(whole), texts.get("about.folder"), whole);
    }

    /// Takes over what was added in another window.
    void follow(OfferedChoices left) {
        left.added.forEach(choice -> added.add(ofFolder(choice.folder())));
    }

    ObservableList<WriterChoice> all() {
        return all;
    }
}
