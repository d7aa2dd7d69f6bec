package org.clpworkbench.run;

import org.clpworkbench.training.RunEvent;
import org.clpworkbench.training.TrainingSpec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// One run's folder: what was asked for, where it came from, what happened, and who works on it
/// now.
public final class RunFolder {
    /// Creates `runs/<time>_<spec.name()>` with its spec and provenance.
    ///
    /// @param method the transfer method of the start ("linear", or "" when it was no transfer)
    public static RunFolder create(Path runs, TrainingSpec spec, String method) throws IOException {
        throw new UnsupportedOperationException("skeleton");
    }

    public static RunFolder open(Path folder) throws IOException {
        throw new UnsupportedOperationException("skeleton");
    }

    /// All readable runs under `runs`, the newest first; an empty list when there is no such
    /// folder.
    public static List<RunFolder> list(Path runs) throws IOException {
        throw new UnsupportedOperationException("skeleton");
    }

    public Path path() {
        throw new UnsupportedOperationException("skeleton");
    }

    public TrainingSpec spec() {
        throw new UnsupportedOperationException("skeleton");
    }

    public Provenance provenance() {
        throw new UnsupportedOperationException("skeleton");
    }

    public RunState state() throws IOException {
        throw new UnsupportedOperationException("skeleton");
    }

    /// Every event so far; a half-written last line is skipped.
    public List<RunEvent> events() throws IOException {
        throw new UnsupportedOperationException("skeleton");
    }

    /// The newest checkpoint folder that is whole.
    public Optional<Path> latestCheckpoint() throws IOException {
        throw new UnsupportedOperationException("skeleton");
    }

    /// Asks the run's worker to write a checkpoint and end; it can be resumed.
    public void requestPause() throws IOException {
        throw new UnsupportedOperationException("skeleton");
    }

    /// Asks the run's worker to write a checkpoint and end for good.
    public void requestStop() throws IOException {
        throw new UnsupportedOperationException("skeleton");
    }

    /// Starts one worker process that takes these runs one after the other (new ones from their
    /// start, paused ones from their last checkpoint). It outlives this process.
    public static Process startWorker(List<RunFolder> runs) throws IOException {
        throw new UnsupportedOperationException("skeleton");
    }
}
