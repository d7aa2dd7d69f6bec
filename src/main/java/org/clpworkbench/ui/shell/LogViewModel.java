package org.clpworkbench.ui.shell;

import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

import org.clpworkbench.job.Jobs;
import org.clpworkbench.settings.LogEntry;
import org.clpworkbench.settings.LogTail;
import org.clpworkbench.settings.SettingsFile;
import org.clpworkbench.settings.Workspace;
import org.clpworkbench.ui.common.Dialogs;
import org.clpworkbench.ui.common.Failure;
import org.clpworkbench.ui.common.LatestJob;
import org.clpworkbench.ui.common.Texts;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// The last messages of the log, as far as they are looked for.
public final class LogViewModel {
    private final Texts texts = Texts.of(LogViewModel.class);
    private final Workspace workspace;
    private final SettingsFile settings;
    private final Dialogs dialogs;
    private final LatestJob diagnosing;
    private final ObservableList<LogEntry> entries = FXCollections.observableArrayList();
    private final FilteredList<LogEntry> shown = new FilteredList<>(entries);
    private final StringProperty filter = new SimpleStringProperty("");
    private final BooleanProperty troubleOnly = new SimpleBooleanProperty();
    private final StringProperty message = new SimpleStringProperty("");
    private boolean reading;

    public LogViewModel(Workspace workspace, SettingsFile settings, Jobs jobs, Dialogs dialogs) {
        this.workspace = workspace;
        this.settings = settings;
        this.dialogs = dialogs;
        this.diagnosing = new LatestJob(jobs);
        filter.subscribe(this::look);
        troubleOnly.subscribe(this::look);
    }

    private void look() {
        String words = filter.get().strip().toLowerCase(Locale.ROOT);
        boolean trouble = troubleOnly.get();
        shown.setPredicate(
                entry ->
                        (!trouble || entry.trouble())
                                && entry.text().toLowerCase(Locale.ROOT).contains(words));
    }

    /// The log is looked at: reads what has been logged by now.
    void open() {
        message.set("");
        refresh();
    }

    /// Reads what has been logged since; to be called again and again while it is shown.
    void refresh() {
        if (reading) {
            return;
        }
        reading = true;
        Thread.startVirtualThread(
                () -> {
                    try {
                        List<LogEntry> now = LogTail.read(workspace.logFile()).reversed();
                        Platform.runLater(() -> take(now));
                    } catch (IOException unreadable) {
                        String sentence = Failure.reason(unreadable);
                        Platform.runLater(() -> fail(sentence));
                    }
                });
    }

    private void fail(String sentence) {
        reading = false;
        message.set(sentence);
    }

    /// Changes only what is another: what is known stays where it is, selected or not.
    private void take(List<LogEntry> now) {
        reading = false;
        int known = 0;
        while (known < entries.size() && !now.contains(entries.get(known))) {
            known++; // the newest may have grown by a stack trace since
        }
        if (known == entries.size()) {
            entries.setAll(now);
            return;
        }
        int fresh = now.indexOf(entries.get(known));
        entries.remove(0, known);
        int same = Math.min(entries.size(), now.size() - fresh);
        entries.remove(same, entries.size());
        // the oldest is cut elsewhere once the log has grown
        for (int at = 0; at < same; at++) {
            if (!entries.get(at).equals(now.get(fresh + at))) {
                entries.set(at, now.get(fresh + at));
            }
        }
        entries.addAll(now.subList(fresh + same, now.size()));
        entries.addAll(0, now.subList(0, fresh));
    }

    /// Hands on what somebody who helps from afar wants to know.
    void diagnose(Consumer<String> clipboard) {
        diagnosing.await(
                texts.get("job.diagnose"),
                _ -> Diagnostics.of(workspace, settings),
                words -> {
                    clipboard.accept(words);
                    message.set(texts.get("copied", words.lines().count()));
                },
                failed -> message.set(failed.sentence()));
    }

    void reveal() {
        dialogs.reveal(workspace.logs());
    }

    void revealWorkspace() {
        dialogs.reveal(workspace.folder());
    }

    /// Whatever its kind and its words.
    void showAll() {
        filter.set("");
        troubleOnly.set(false);
    }

    /// The newest first.
    ObservableList<LogEntry> shown() {
        return shown;
    }

    StringProperty filter() {
        return filter;
    }

    BooleanProperty troubleOnly() {
        return troubleOnly;
    }

    ReadOnlyStringProperty message() {
        return message;
    }
}
