package org.clpworkbench.ui.chart;

import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.ui.common.Dialogs;
import org.clpworkbench.ui.common.FileKind;
import org.clpworkbench.ui.common.Navigation;
import org.clpworkbench.ui.common.ScreenName;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// Stands in for the shell: remembers where a screen wanted to go and what it wanted to show.
public final class Recorder implements Navigation, Dialogs {
    public final List<ScreenName> opened = new ArrayList<>();
    public final List<Path> shownRuns = new ArrayList<>();
    public final List<Path> revealed = new ArrayList<>();

    /// Runs whose settings were wanted.
    public final List<Path> usedSettings = new ArrayList<>();

    /// Runs whose models were to write.
    public final List<Path> writing = new ArrayList<>();

    /// Of the runs that were shown last.
    public Optional<Path> baseline = Optional.empty();

    /// What consent was asked to.
    public final List<String> asked = new ArrayList<>();

    /// Whether consent is given.
    public boolean agreeable;

    /// What the file choosers answer, in order; then they are cancelled.
    public final Deque<Path> files = new ArrayDeque<>();

    public static ModelSummary model(String name, long parameters) {
        return new ModelSummary(
                name,
                Path.of("models", name).toAbsolutePath(),
                "gpt2",
                parameters,
                6,
                384,
                6,
                8192,
                512,
                true,
                "F32",
                parameters * 4);
    }

    @Override
    public void open(ScreenName screen) {
        opened.add(screen);
    }

    @Override
    public void showRuns(List<Path> runs, Optional<Path> with) {
        shownRuns.addAll(runs);
        baseline = with;
    }

    @Override
    public void useSettings(Path run) {
        usedSettings.add(run);
    }

    @Override
    public void letWrite(List<Path> runs) {
        writing.addAll(runs);
    }

    @Override
    public Optional<Path> chooseFolder(String title) {
        return Optional.ofNullable(files.pollFirst());
    }

    @Override
    public Optional<Path> chooseFile(String title) {
        return Optional.ofNullable(files.pollFirst());
    }

    @Override
    public List<Path> chooseFiles(String title) {
        return chooseFile(title).stream().toList();
    }

    @Override
    public Optional<ChosenFile> chooseFileToWrite(
            String title, String suggestedName, List<FileKind> kinds) {
        return Optional.ofNullable(files.pollFirst())
                .map(file -> new ChosenFile(file, kinds.getFirst()));
    }

    @Override
    public boolean agrees(String question, String about, String yes, String no) {
        asked.add(about);
        return agreeable;
    }

    @Override
    public void reveal(Path folder) {
        revealed.add(folder);
    }
}
