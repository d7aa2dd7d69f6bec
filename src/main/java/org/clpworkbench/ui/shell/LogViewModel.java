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

    /// Reads what has been logged by now.
    void read() {
        message.set("");
        Thread.startVirtualThread(
                () -> {
                    try {
                        List<LogEntry> now = LogTail.read(workspace.logFile()).reversed();
                        Platform.runLater(() -> entries.setAll(now));
                    } catch (IOException unreadable) {
                        String sentence = String.valueOf(unreadable.getMessage());
                        Platform.runLater(() -> message.set(sentence));
                    }
                });
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
                message::set);
    }

    void reveal() {
        dialogs.reveal(workspace.logs());
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
