package org.clpworkbench.ui;

import org.clpworkbench.ui.common.Dialogs;
import org.clpworkbench.ui.common.FileKind;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// File choosers that answer what the test told them to, in order; then they are cancelled.
/// Questions are refused unless the test said that they will be agreed to.
public final class ScriptedDialogs implements Dialogs {
    private final Deque<Path> answers = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();
    private boolean agreeing;

    public void willAnswer(Path path) {
        answers.addLast(path);
    }

    public void willAgree() {
        agreeing = true;
    }

    /// What the questions so far were about.
    public List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public Optional<Path> chooseFolder(String title) {
        return Optional.ofNullable(answers.pollFirst());
    }

    @Override
    public Optional<Path> chooseFile(String title) {
        return Optional.ofNullable(answers.pollFirst());
    }

    @Override
    public List<Path> chooseFiles(String title) {
        return chooseFile(title).stream().toList();
    }

    @Override
    public Optional<ChosenFile> chooseFileToWrite(
            String title, String suggestedName, List<FileKind> kinds) {
        return Optional.ofNullable(answers.pollFirst())
                .map(file -> new ChosenFile(file, kinds.getFirst()));
    }

    @Override
    public boolean agrees(String question, String about, String yes, String no) {
        asked.add(about);
        return agreeing;
    }

    @Override
    public void reveal(Path folder) {}
}
