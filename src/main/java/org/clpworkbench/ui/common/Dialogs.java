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

    /// A file to be written and which of the kinds was chosen for it; asked for by {@link
    /// WhereToWrite}, which sees to the ending of its name.
    ///
    /// @param kinds at least one
    Optional<ChosenFile> chooseFileToWrite(
            String title, String suggestedName, List<FileKind> kinds);

    record ChosenFile(Path file, FileKind kind) {}

    /// Asks for consent; `yes` and `no` are what the buttons say.
    boolean agrees(String question, String about, String yes, String no);

    /// Opens a folder in the system's file manager, or a file in the program that the system has
    /// for it.
    void reveal(Path path);
}
