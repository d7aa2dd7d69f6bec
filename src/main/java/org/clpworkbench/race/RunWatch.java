package org.clpworkbench.race;

import org.clpworkbench.problem.Sentence;
import org.clpworkbench.run.RunFolder;
import org.clpworkbench.run.RunFollower;
import org.clpworkbench.run.RunState;
import org.clpworkbench.training.RunEvent;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Follows one run through its folder, reading every event once. Not for two threads at a time.
public final class RunWatch {
    private final RunFolder run;
    private final RunFollower follower;
    private final List<RunEvent.Evaluated> evaluations = new ArrayList<>();
    private final List<RunEvent.Sample> samples = new ArrayList<>();
    private final StepsToGoBackTo steps = new StepsToGoBackTo();
    private RunFigures figures;
    private Optional<RunState> lastSaid = Optional.empty();
    private boolean checkpointed;

    public RunWatch(RunFolder run) {
        this.run = run;
        this.follower = new RunFollower(run);
        this.figures = RunFigures.before(RunState.WAITING, run.spec());
    }

    public RunFolder run() {
        return run;
    }

    /// Reads what has happened since the last look. Whether a worker has the run is asked before
    /// its events are read, so that a run that is seen to have ended has all its events read.
    public RunLook look() throws IOException {
        Optional<RunState> owned = run.owned();
        List<RunEvent> fresh = follower.poll();
        fresh.forEach(this::accept);
        RunState state = owned.isPresent() ? owned.get() : run.resting(lastSaid);
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

    private void accept(RunEvent event) {
        lastSaid = RunState.after(event).or(() -> lastSaid);
        RunFigures f = figures;
        figures =
                switch (event) {
                    case RunEvent.Started e -> started(f, e);
                    case RunEvent.Step e -> {
                        steps.add(e);
                        yield with(
                                f,
                                e.step(),
                                e.tokens(),
                                e.loss(),
                                e.tokensPerSecond(),
                                f.validation(),
                                f.bitsPerByte());
                    }
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
                    case RunEvent.Checkpointed _ -> {
                        steps.checkpointed();
                        yield f;
                    }
                    case RunEvent.Paused _ -> f;
                };
    }

    /// A killed run goes on behind what it had come to: its figures are those that are left.
    private RunFigures started(RunFigures f, RunEvent.Started e) {
        evaluations.removeIf(evaluated -> evaluated.step() > e.step());
        samples.removeIf(said -> said.step() > e.step());
        Optional<RunEvent.Step> step = steps.goBackTo(e.step());
        Optional<RunEvent.Evaluated> evaluated =
                evaluations.isEmpty() ? Optional.empty() : Optional.of(evaluations.getLast());
        return new RunFigures(
                f.state(),
                e.step(),
                e.steps(),
                Math.max(
                        step.map(RunEvent.Step::tokens).orElse(0L),
                        evaluated.map(RunEvent.Evaluated::tokens).orElse(0L)),
                step.map(RunEvent.Step::loss).orElse(Double.NaN),
                evaluated.map(RunEvent.Evaluated::loss).orElse(Double.NaN),
                evaluated.map(RunEvent.Evaluated::bitsPerByte).orElse(Double.NaN),
                step.map(RunEvent.Step::tokensPerSecond).orElse(Double.NaN),
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
