package org.clpworkbench.ui.transfer;

import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.clpworkbench.job.Job;
import org.clpworkbench.job.Jobs;
import org.clpworkbench.job.RunningJob;
import org.clpworkbench.race.ComparedMethod;
import org.clpworkbench.race.Comparison;
import org.clpworkbench.race.ComparisonLine;
import org.clpworkbench.race.ComparisonWorker;
import org.clpworkbench.race.TextEntropy;
import org.jspecify.annotations.Nullable;

/// A comparison of methods, and what is measured of it so far. It belongs to no window, so that the
/// next one can take it over.
final class Measuring {
    private final Comparison comparison;
    private final ObservableList<ComparedMethod> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable TextEntropy> entropy =
            new ReadOnlyObjectWrapper<>();
    private final RunningJob<Integer> job;

    /// Begins it, in a worker process.
    Measuring(Comparison comparison, String title, Jobs jobs) {
        this.comparison = comparison;
        job =
                jobs.await(
                        title,
                        Job.lostAtClosing(
                                progress ->
                                        ComparisonWorker.run(
                                                comparison,
                                                progress,
                                                line -> Platform.runLater(() -> arrived(line)))));
    }

    private void arrived(ComparisonLine line) {
        switch (line) {
            case TextEntropy text -> entropy.set(text);
            case ComparedMethod method -> rows.add(method);
        }
    }

    Comparison comparison() {
        return comparison;
    }

    ObservableList<ComparedMethod> rows() {
        return rows;
    }

    /// What the losses are held against; null until it is known.
    ReadOnlyObjectProperty<@Nullable TextEntropy> entropy() {
        return entropy.getReadOnlyProperty();
    }

    RunningJob<Integer> job() {
        return job;
    }
}
