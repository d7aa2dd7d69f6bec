package org.clpworkbench.run;

import org.clpworkbench.training.RunEvent;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// How a run began and what it did last, without all that lies between being read: of a long run
/// that would be hundreds of thousands of events.
public final class RunEnds {
    /// Bytes that are read at either end: some hundred steps.
    private static final int PIECE = 1 << 16;

    private RunEnds() {}

    /// The first events and the last; of a short run all.
    public static List<RunEvent> of(RunFolder run) throws IOException {
        Path file = run.eventsFile();
        if (!Files.exists(file) || Files.size(file) <= 2L * PIECE) {
            return new RunFollower(run).poll();
        }
        try (var events = new RandomAccessFile(file.toFile(), "r")) {
            var ends = new ArrayList<>(read(events, 0));
            ends.addAll(read(events, events.length() - PIECE));
            return ends;
        }
    }

    /// What is no whole line at either side of the piece is no event.
    private static List<RunEvent> read(RandomAccessFile events, long from) throws IOException {
        var piece = new byte[PIECE];
        events.seek(from);
        events.readFully(piece);
        return RunFollower.lines(piece).events();
    }
}
