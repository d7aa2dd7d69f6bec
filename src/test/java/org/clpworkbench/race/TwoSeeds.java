package org.clpworkbench.race;

import org.clpworkbench.run.RunFolder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/// A baseline and another start, trained with the seeds 1 and 2. The other falls from 8 to 4 both
/// times, in 40 steps; the baseline falls to 5 with the first seed, which the other reaches at step
/// 30, and to 7 with the second, which it reaches at step 10.
///
/// @param random the baseline
public record TwoSeeds(RunFolder random, RunFolder linear, RunFolder random2, RunFolder linear2) {
    /// Of the second run against the baseline of its seed: 1 − 10 / 40.
    public static final double SAVED = 0.75;

    /// Of either against the baseline of the first seed: 1 − 30 / 40.
    public static final double SAVED_AGAINST_FIRST = 0.25;

    private static final int STEPS = 40;

    public static TwoSeeds create(Path workspace) throws IOException {
        return new TwoSeeds(
                done(workspace, "random", 1, step -> 9 - step / 10.0),
                done(workspace, "linear", 1, step -> 8 - step / 10.0),
                done(workspace, "random", 2, step -> 9 - step / 20.0),
                done(workspace, "linear", 2, step -> 8 - step / 10.0));
    }

    private static RunFolder done(Path folder, String method, long seed, IntToDoubleFunction loss)
            throws IOException {
        RunFolder run = MadeUpRuns.create(folder, method, STEPS, seed);
        MadeUpRuns.started(run, 0);
        for (int step = 0; step <= STEPS; step += 10) {
            MadeUpRuns.evaluated(run, step, loss.applyAsDouble(step));
        }
        MadeUpRuns.ended(run, STEPS, "done", "");
        return run;
    }

    public List<RunFolder> all() {
        return List.of(random, linear, random2, linear2);
    }
}
