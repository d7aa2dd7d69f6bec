package org.clpworkbench.race;

import org.clpworkbench.problem.Sentence;
import org.clpworkbench.run.RunFolder;
import org.clpworkbench.run.RunFollower;
import org.clpworkbench.run.RunState;
import org.clpworkbench.training.RunEvent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Follows one run through its folder, reading every event once. Not for two threads at a time.
public final class RunWatch {
    private final RunFolder run;
    private final RunFollower follower;
    private final List<RunEvent.Evaluated> evaluations = new ArrayList<>();
    private final List<RunEvent.Sample> samples = new ArrayList<>();
    private RunFigures figures;
    private Traces traces = new Traces(-1, false);
    private boolean checkpointed;

    private record Traces(long bytes, boolean owned) {}

    public RunWatch(RunFolder run) throws IOException {
        this.run = run;
        this.follower = new RunFollower(run);
        this.figures = RunFigures.before(run.state(), run.spec());
    }

    public RunFolder run() {
        return run;
    }

    /// Reads what has happened since the last look. The state is read before the events, so that a
    /// run that is seen to have ended has all its events read.
    public RunLook look() throws IOException {
        RunState state = state();
        List<RunEvent> fresh = follower.poll();
        fresh.forEach(this::accept);
        RunFigures f = figures;
        figures =
                new RunFigures(
                        state,
                        f.step(),
                        f.steps(),
                        f.tokens(),
                        f.loss(),
                        f.validation(),
                        f.bitsPerByte(),
                        f.tokensPerSecond(),
                        f.parameters(),
                        fresh.isEmpty() ? f.evaluations() : List.copyOf(evaluations),
                        f.why());
        if (!checkpointed && !fresh.isEmpty()) {
            checkpointed = hasCheckpoint();
        }
        return new RunLook(run, figures, samples, fresh, checkpointed);
    }

    /// A damaged one is none: it takes nothing else away from the run.
    private boolean hasCheckpoint() {
        try {
            return run.latestCheckpoint().isPresent();
        } catch (IOException damaged) {
            return false;
        }
    }

    /// The state of a run at rest is worked out from all its events: only when its folder has
    /// changed.
    private RunState state() throws IOException {
        Traces now = traces();
        if (figures.state().live() || !now.equals(traces)) {
            traces = now;
            return run.state();
        }
        return figures.state();
    }

    private Traces traces() throws IOException {
        Path events = run.path().resolve("events.jsonl");
        boolean owned = Files.exists(run.path().resolve("lock"));
        return new Traces(Files.exists(events) ? Files.size(events) : 0, owned);
    }

    private void accept(RunEvent event) {
        RunFigures f = figures;
        figures =
                switch (event) {
                    case RunEvent.Started e -> started(f, e);
                    case RunEvent.Step e ->
                            with(
                                    f,
                                    e.step(),
                                    e.tokens(),
                                    e.loss(),
                                    e.tokensPerSecond(),
                                    f.validation(),
                                    f.bitsPerByte());
                    case RunEvent.Evaluated e -> {
                        evaluations.add(e);
                        yield with(
                                f,
                                e.step(),
                                e.tokens(),
                                f.loss(),
                                f.tokensPerSecond(),
                                e.loss(),
                                e.bitsPerByte());
                    }
                    case RunEvent.Ended e ->
                            e.outcome() == RunEvent.Outcome.FAILED ? failed(f, e.why()) : f;
                    case RunEvent.Sample e -> {
                        samples.removeIf(said -> said.step() >= e.step());
                        samples.add(e);
                        yield f;
                    }
                    case RunEvent.Checkpointed _, RunEvent.Paused _ -> f;
                };
    }

    private RunFigures started(RunFigures f, RunEvent.Started e) {
        evaluations.removeIf(evaluated -> evaluated.step() > e.step());
        samples.removeIf(said -> said.step() > e.step());
        return new RunFigures(
                f.state(),
                e.step(),
                e.steps(),
                f.tokens(),
                f.loss(),
                f.validation(),
                f.bitsPerByte(),
                f.tokensPerSecond(),
                e.parameters(),
                f.evaluations(),
                Optional.empty());
    }

    private static RunFigures with(
            RunFigures f,
            int step,
            long tokens,
            double loss,
            double tokensPerSecond,
            double validation,
            double bitsPerByte) {
        return new RunFigures(
                f.state(),
                step,
                f.steps(),
                tokens,
                loss,
                validation,
                bitsPerByte,
                tokensPerSecond,
                f.parameters(),
                f.evaluations(),
                f.why());
    }

    private static RunFigures failed(RunFigures f, Optional<Sentence> why) {
        return new RunFigures(
                f.state(),
                f.step(),
                f.steps(),
                f.tokens(),
                f.loss(),
                f.validation(),
                f.bitsPerByte(),
                f.tokensPerSecond(),
                f.parameters(),
                f.evaluations(),
                why);
    }
}
