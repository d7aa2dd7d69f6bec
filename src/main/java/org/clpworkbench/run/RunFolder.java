package org.clpworkbench.run;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.clpworkbench.compute.Devices;
import org.clpworkbench.job.Worker;
import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.Told;
import org.clpworkbench.problem.ToldException;
import org.clpworkbench.tensor.WholeFiles;
import org.clpworkbench.training.RunEvent;
import org.clpworkbench.training.RunRequest;
import org.clpworkbench.training.TrainingCheckpoint;
import org.clpworkbench.training.TrainingSpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// One run's folder: what was asked for, where it came from, what happened, and who works on it
/// now.
public final class RunFolder {
    private static final Logger LOG = LoggerFactory.getLogger(RunFolder.class);
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final String SPEC = "spec.json";
    private static final String PROVENANCE = "provenance.json";
    private static final String EVENTS = "events.jsonl";
    private static final String REQUEST = "request";
    private static final DateTimeFormatter NAME_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss", Locale.ROOT);

    /// How long a new run may be without a worker before it counts as interrupted.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path path;
    private final TrainingSpec spec;
    private final Provenance provenance;

    private RunFolder(Path path, TrainingSpec spec, Provenance provenance) {
        this.path = path;
        this.spec = spec;
        this.provenance = provenance;
    }

    /// Creates `runs/<time>_<spec.name()>` with its spec and provenance.
    ///
    /// @param method the transfer method of the start ("linear", or "" when it was no transfer)
    public static RunFolder create(Path runs, TrainingSpec spec, String method) throws IOException {
        return create(runs, spec.name(), spec, method);
    }

    /// Creates `runs/<time>_<spec.name()>-seed-<spec.seed()>`, for a run that is repeated with
    /// other seeds.
    public static RunFolder createRepeated(Path runs, TrainingSpec spec, String method)
            throws IOException {
        return create(runs, spec.name() + "-seed-" + spec.seed(), spec, method);
    }

    /// With a number behind the name where a run of the same second has that one.
    private static RunFolder create(Path runs, String name, TrainingSpec spec, String method)
            throws IOException {
        String time = LocalDateTime.now().format(NAME_TIME);
        String label = name.replaceAll("[^\\p{L}\\p{N}.-]+", "-");
        Files.createDirectories(runs);
        for (int attempt = 1; ; attempt++) {
            String suffix = attempt == 1 ? "" : "-" + attempt;
            try {
                return createAt(runs.resolve(time + "_" + label + suffix), spec, method);
            } catch (FileAlreadyExistsException taken) {
                LOG.debug("{} is taken", taken.getFile());
            }
        }
    }

    /// Creates a run in a folder of the caller's choice.
    ///
    /// @throws FileAlreadyExistsException when it exists
    public static RunFolder createAt(Path folder, TrainingSpec spec, String method)
            throws IOException {
        Files.createDirectory(folder);
        var provenance = Provenance.now(spec.execution().device(), method);
        WholeFiles.write(folder.resolve(PROVENANCE), JSON.writeValueAsBytes(provenance));
        WholeFiles.write(folder.resolve(SPEC), TrainingSpecJson.write(spec));
        return new RunFolder(folder, spec, provenance);
    }

    /// @throws IOException that says what is wrong when the folder is no run
    public static RunFolder open(Path folder) throws IOException {
        if (!Files.isRegularFile(folder.resolve(SPEC))) {
            throw new ToldException(Sentence.of(RunFolder.class, "run.none", folder));
        }
        TrainingSpec spec = TrainingSpecJson.read(folder.resolve(SPEC));
        var provenance = JSON.readValue(folder.resolve(PROVENANCE).toFile(), Provenance.class);
        return new RunFolder(folder.toAbsolutePath(), spec, provenance);
    }

    /// All readable runs under `runs`, the newest first; an empty list when there is no such
    /// folder.
    public static List<RunFolder> list(Path runs) throws IOException {
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        var found = new ArrayList<RunFolder>();
        try (Stream<Path> folders = Files.list(runs)) {
            for (Path folder :
                    folders.filter(Files::isDirectory).sorted(Comparator.reverseOrder()).toList()) {
                try {
                    found.add(open(folder));
                } catch (IOException unreadable) {
                    LOG.debug("{} is left out: {}", folder, unreadable.getMessage());
                }
            }
        }
        return found;
    }

    public Path path() {
        return path;
    }

    public TrainingSpec spec() {
        return spec;
    }

    public Provenance provenance() {
        return provenance;
    }

    public RunState state() throws IOException {
        Optional<RunState> owned = owned();
        if (owned.isPresent()) {
            return owned.get();
        }
        return resting(
                events().stream()
                        .map(RunState::after)
                        .flatMap(Optional::stream)
                        .reduce((_, last) -> last));
    }

    /// The state of a run that a worker has; empty where none has it. None of its events is read.
    public Optional<RunState> owned() throws IOException {
        return RunLock.read(path)
                .filter(RunLock::alive)
                .map(lock -> lock.working() ? RunState.RUNNING : RunState.WAITING);
    }

    /// The state of a run that no worker has.
    ///
    /// @param said by its events (see {@link RunState#after}); empty where none says anything
    public RunState resting(Optional<RunState> said) throws IOException {
        if (said.isPresent()) {
            return said.get();
        }
        return isNew() ? RunState.WAITING : RunState.INTERRUPTED;
    }

    /// Whether a worker has the run or is about to take it; the events of an old run, which are
    /// many, are not read for it.
    public boolean live() throws IOException {
        return owned().isPresent() || (isNew() && state().live());
    }

    private boolean isNew() throws IOException {
        Instant written = Files.getLastModifiedTime(path.resolve(SPEC)).toInstant();
        return written.until(Instant.now(), ChronoUnit.MILLIS) < PATIENCE.toMillis();
    }

    /// Every event that counts: a half-written last line is skipped, and steps that a resumed run
    /// did again are given once, as they were done last.
    public List<RunEvent> events() throws IOException {
        var history = new RunHistory();
        new RunFollower(this).poll().forEach(history::add);
        return history.events();
    }

    Path eventsFile() {
        return path.resolve(EVENTS);
    }

    /// @throws IOException that says what became of the folder, and what to do
    void append(RunEvent event) throws IOException {
        try {
            Files.writeString(
                    eventsFile(),
                    RunEventJson.line(event) + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new ToldException(
                    Files.isDirectory(path)
                            ? Sentence.of(
                                    RunFolder.class, "run.unrecorded", path, Told.reason(failure))
                            : Sentence.of(RunFolder.class, "run.gone", path),
                    failure);
        }
    }

    /// The newest checkpoint folder that is whole.
    public Optional<Path> latestCheckpoint() throws IOException {
        return TrainingCheckpoint.latest(path).map(TrainingCheckpoint::folder);
    }

    /// Asks the run's worker to write a checkpoint and end; it can be resumed.
    public void requestPause() throws IOException {
        request(RunRequest.PAUSE);
    }

    /// Asks the run's worker to write a checkpoint and end for good.
    public void requestStop() throws IOException {
        request(RunRequest.STOP);
    }

    private void request(RunRequest request) throws IOException {
        Files.writeString(path.resolve(REQUEST), request.name());
    }

    /// What was asked of the run and not yet done.
    RunRequest pendingRequest() {
        try {
            return RunRequest.valueOf(Files.readString(path.resolve(REQUEST)).strip());
        } catch (IOException | IllegalArgumentException noneOrHalfWritten) {
            return RunRequest.NONE;
        }
    }

    void clearRequest() throws IOException {
        Files.deleteIfExists(path.resolve(REQUEST));
    }

    /// Starts one worker process that takes these runs one after the other (new ones from their
    /// start, paused ones from their last checkpoint). It outlives this process.
    public static Process startWorker(List<RunFolder> runs) throws IOException {
        return startWorker(runs, 1);
    }

    /// The same beside others.
    ///
    /// @param sharing worker processes that share the processor's cores
    public static Process startWorker(List<RunFolder> runs, int sharing) throws IOException {
        var arguments = new ArrayList<String>();
        arguments.add("worker");
        for (RunFolder run : runs) {
            run.clearRequest();
            arguments.add(run.path().toString());
        }
        return Worker.start(
                arguments,
                runs.getFirst().path().resolve(WorkerLog.FILE),
                new Worker.Limits(sharing, Devices.jarsToLeaveOut()));
    }
}
