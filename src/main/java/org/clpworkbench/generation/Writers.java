package org.clpworkbench.generation;

import org.clpworkbench.generation.WriterLine.Written;
import org.clpworkbench.job.Progress;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Models that write side by side, each in a process that is started for its first text and stays
/// for the next ones.
public final class Writers implements AutoCloseable {
    private final Map<Path, WriterProcess> processes = new HashMap<>();

    /// Lets a model continue a text, as {@link WriterProcess#write} does.
    ///
    /// @param sharing models that are to write at the same time
    public boolean write(
            Path model, int sharing, TextRequest request, Progress progress, Consumer<Written> each)
            throws IOException, InterruptedException {
        return process(model, sharing).write(request, progress, each);
    }

    private synchronized WriterProcess process(Path model, int sharing) throws IOException {
        WriterProcess known = processes.get(model);
        if (known != null && known.alive()) {
            return known;
        }
        if (known != null) {
            known.close();
        }
        WriterProcess fresh = WriterProcess.start(model, "auto", sharing);
        processes.put(model, fresh);
        return fresh;
    }

    /// Ends the processes of all other models and gives their memory back.
    public void keepOnly(Collection<Path> models) throws IOException {
        var unwanted = new ArrayList<WriterProcess>();
        synchronized (this) {
            for (Path model : List.copyOf(processes.keySet())) {
                if (!models.contains(model)) {
                    unwanted.add(processes.remove(model));
                }
            }
        }
        for (WriterProcess process : unwanted) {
            process.close();
        }
    }

    @Override
    public void close() throws IOException {
        keepOnly(List.of());
    }
}
