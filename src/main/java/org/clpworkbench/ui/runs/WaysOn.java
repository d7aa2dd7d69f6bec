package org.clpworkbench.ui.runs;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.ObservableList;

import org.clpworkbench.ui.common.Navigation;
import org.clpworkbench.ui.common.ScreenName;
import org.clpworkbench.ui.runs.RunEntry.Readable;

import java.util.List;

/// Where the selected runs lead on to: other screens that go on with them.
final class WaysOn {
    private final ObservableList<RunEntry> selected;
    private final Navigation navigation;

    WaysOn(ObservableList<RunEntry> selected, Navigation navigation) {
        this.selected = selected;
        this.navigation = navigation;
    }

    /// Leads to the training screen, its form filled in as the run was trained that alone is
    /// selected.
    void useSettings() {
        List<Readable> runs = RunsViewModel.readable(selected);
        if (runs.size() == 1) {
            navigation.useSettings(runs.getFirst().folder());
        }
    }

    /// Leads to what the models of the selected runs write, as far as there are any.
    void letWrite() {
        navigation.letWrite(writing().stream().map(Readable::folder).toList());
    }

    private List<Readable> writing() {
        return RunsViewModel.readable(selected).stream().filter(Readable::checkpointed).toList();
    }

    /// Whether a selected run has a model that can write.
    BooleanBinding canWrite() {
        return Bindings.createBooleanBinding(() -> !writing().isEmpty(), selected);
    }

    void openTraining() {
        navigation.open(ScreenName.TRAINING);
    }
}
