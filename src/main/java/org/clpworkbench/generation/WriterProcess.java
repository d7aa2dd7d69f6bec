package org.clpworkbench.generation;

import com.fasterxml.jackson.databind.json.JsonMapper;

import org.clpworkbench.compute.Devices;
import org.clpworkbench.generation.WriterLine.Ended;
import org.clpworkbench.generation.WriterLine.Failed;
import org.clpworkbench.generation.WriterLine.Ready;
import org.clpworkbench.generation.WriterLine.Written;
import org.clpworkbench.job.Progress;
import org.clpworkbench.job.Worker;
import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldException;
import org.clpworkbench.tensor.WholeFiles;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// A model in a process of its own that stays loaded and continues texts: no language model runs
/// where a window is. The process ends with this one. It writes one text at a time.
public final class WriterProcess implements AutoCloseable {
    private static final long BETWEEN_LOOKS_MS = 100;
    private static final long PATIENCE_SECONDS = 3;

    private final Process process;
    private final Path folder;
    private final PrintWriter requests;
    private final BlockingQueue<Optional<String>> answers = new LinkedBlockingQueue<>();
    private boolean loaded;

    private WriterProcess(Process process, Path folder) {
        this.process = process;
        this.folder = folder;
        this.requests = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8));
        Thread.ofVirtual().start(this::read);
    }

    /// Begins to load a model; the first text waits for it.
    ///
    /// @param device auto, cpu, cuda:N or mps
    /// @param sharing such processes that share the processor's cores, this one included
    public static WriterProcess start(Path model, String device, int sharing) throws IOException {
        Path folder = Files.createTempDirectory("clp-writer");
        var arguments = List.of("writer", "--device", device, model.toString());
        return new WriterProcess(
                Worker.converse(
                        arguments,
                        log(folder),
                        new Worker.Limits(sharing, Devices.jarsToLeaveOut())),
                folder);
    }

    private static Path log(Path folder) {
        return folder.resolve("writer.log");
    }

    private void read() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().map(Optional::of).forEach(answers::add);
        } catch (IOException | UncheckedIOException broken) {
            // ended while it spoke: what was lost is told from its log
        } finally {
            answers.add(Optional.empty());
        }
    }

    public boolean alive() {
        return process.isAlive();
    }

    /// Continues a text, and waits for its end on the calling thread.
    ///
    /// @param each is told of each token as it comes
    /// @return whether the model itself ended the text before it had written all tokens
    /// @throws IOException with a sentence when the process failed or refused
    /// @throws CancellationException when cancelled; the model stays loaded
    public synchronized boolean write(
            TextRequest request, Progress progress, Consumer<Written> each)
            throws IOException, InterruptedException {
        if (!loaded) {
            progress.stage("Loading the model");
            loaded = next(progress) instanceof Ready;
        }
        progress.stage("Writing");
        progress.update(0, request.tokens(), "tokens");
        ask(new JsonMapper().writeValueAsString(request));
        try {
            return follow(request, progress, each);
        } catch (CancellationException cancelled) {
            ask("");
            follow(request, Progress.unwatched(), _ -> {});
            throw cancelled;
        }
    }

    private boolean follow(TextRequest request, Progress progress, Consumer<Written> each)
            throws IOException, InterruptedException {
        long written = 0;
        while (true) {
            switch (next(progress)) {
                case Written token -> {
                    each.accept(token);
                    progress.update(++written, request.tokens(), "tokens");
                }
                case Ended ended -> {
                    return ended.whole();
                }
                case Failed failed -> throw new ToldException(failed.why());
                case Ready early -> throw new IOException("It was ready twice: " + early);
            }
        }
    }

    private void ask(String line) {
        requests.println(line);
        requests.flush();
    }

    private WriterLine next(Progress progress) throws IOException, InterruptedException {
        while (true) {
            progress.checkCancelled();
            Optional<String> line = answers.poll(BETWEEN_LOOKS_MS, TimeUnit.MILLISECONDS);
            if (line != null) {
                return WriterLine.read(line.orElseThrow(() -> new ToldException(lastSentence())));
            }
        }
    }

    private Sentence lastSentence() {
        try {
            String last = Worker.lastSentence(log(folder));
            return Sentence.of(WriterProcess.class, "ended.last", last);
        } catch (IOException gone) {
            return Sentence.of(WriterProcess.class, "ended");
        }
    }

    /// Tells the process to end, without waiting for it.
    void hangUp() {
        requests.close();
    }

    /// Ends the process; a text that is being written is not finished.
    @Override
    public void close() throws IOException {
        hangUp();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException asked) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        WholeFiles.delete(folder);
    }
}
