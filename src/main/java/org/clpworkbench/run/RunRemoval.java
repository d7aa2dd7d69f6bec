package org.clpworkbench.run;

import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// Takes run folders out of the workspace.
public final class RunRemoval {
    private RunRemoval() {}

    /// Moves a run's folder, readable or not, to a bin.
    ///
    /// @return where it lies now; empty where only the system knows
    /// @throws IOException when a worker has the run, or the bin does not take it
    public static Optional<Path> toBin(Path run, Bin bin) throws IOException {
        if (live(run)) {
            throw new ToldException(Sentence.of(RunRemoval.class, "run.live", run.getFileName()));
        }
        return bin.take(run);
    }

    /// Whether a worker is on a run or about to be.
    private static boolean live(Path run) throws IOException {
        if (RunLock.read(run).filter(RunLock::alive).isPresent()) {
            return true;
        }
        try {
            return RunFolder.open(run).live();
        } catch (IOException unreadable) {
            return false;
        }
    }
}
