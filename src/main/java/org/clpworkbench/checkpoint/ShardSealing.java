package org.clpworkbench.checkpoint;

import org.clpworkbench.job.Background;
import org.clpworkbench.tensor.SafetensorsWriter;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Brings written shards to the disk under their names, and has each checked, beside the writing:
/// both take as long as that. While one shard waits for the disk, another keeps a processor busy.
final class ShardSealing implements AutoCloseable {
    private final CheckpointWriter.ShardCheck check;
    private final List<Future<?>> sealed = new ArrayList<>();
    private final ExecutorService threads =
            Executors.newFixedThreadPool(2, work -> new Thread(work, "clp-sealing"));

    ShardSealing(CheckpointWriter.ShardCheck check) {
        this.check = check;
    }

    /// Takes a written shard over.
    ///
    /// @throws IOException when an earlier one failed
    void seal(Path file, SafetensorsWriter written) throws IOException {
        sealed.add(
                threads.submit(
                        () -> {
                            try (written) {
                                written.commit();
                            }
                            check.check(file);
                            return null;
                        }));
        for (Future<?> earlier : sealed) {
            if (earlier.state() == Future.State.FAILED) {
                Background.finish(earlier);
            }
        }
    }

    /// Waits for all shards.
    ///
    /// @throws IOException when one failed
    void finish() throws IOException {
        for (Future<?> each : sealed) {
            Background.finish(each);
        }
    }

    /// Waits for what has begun.
    @Override
    public void close() {
        threads.close();
    }
}
