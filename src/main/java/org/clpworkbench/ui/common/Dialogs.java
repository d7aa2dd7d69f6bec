package org.clpworkbench.ui.common;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The system's file choosers and questions over the window, behind an interface because a headless
/// test has none.
public interface Dialogs {
    Optional<Path> chooseFolder(String title);

    Optional<Path> chooseFile(String title);

    /// Several files of one folder; none when the question is cancelled.
    List<Path> chooseFiles(String title);

    Optional<Path> chooseFileToWrite(String title, String suggestedName);

    /// Asks for consent; `yes` and `no` are what the buttons say.
    boolean agrees(String question, String about, String yes, String no);

    /// Opens a folder in the system's file manager.
    void reveal(Path folder);
}
