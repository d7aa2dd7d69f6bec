package org.clpworkbench.ui.common;

import java.nio.file.Path;
import java.util.Optional;

/// The system's file choosers, behind an interface because a headless test has none.
public interface FileDialogs {
    Optional<Path> chooseFolder(String title);

    Optional<Path> chooseFile(String title);

    Optional<Path> chooseFileToWrite(String title, String suggestedName);

    /// Opens a folder in the system's file manager.
    void reveal(Path folder);
}
