package org.clpworkbench.cli;

import org.clpworkbench.run.RunFolder;
import org.clpworkbench.settings.Workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A run on the command line: a folder, or the name of one in the workspace.
final class NamedRun {
    private NamedRun() {}

    /// @throws IOException that says so when it is no run
    static RunFolder open(Path name) throws IOException {
        Path own = Workspace.standard().runs().resolve(name);
        return RunFolder.open(Files.isDirectory(name) ? name : own);
    }
}
