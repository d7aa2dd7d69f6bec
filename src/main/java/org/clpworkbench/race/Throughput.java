package org.clpworkbench.race;

import org.clpworkbench.lm.Precision;
import org.clpworkbench.run.RunEnds;
import org.clpworkbench.run.RunFolder;
import org.clpworkbench.training.RunEvent;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// How fast this machine trains, for an estimate before anything has been started.
///
/// @param float32 floating-point operations a second
/// @param bfloat16 the same in mixed precision
public record Throughput(double float32, double bfloat16) {
    /// Two cores of a current server processor: a model of 17 million parameters at 1,800 and 3,700
    /// tokens a second, six operations for each parameter and token.
    public static final Throughput ASSUMED = new Throughput(1.8e11, 3.7e11);

    /// What a run reached at last, in floating-point operations a second: six for each parameter
    /// and token. Not above zero where it did not come so far.
    private record Reached(Precision precision, double rate) {
        static Reached by(RunFolder run) throws IOException {
            long parameters = 0;
            double tokensPerSecond = 0;
            for (RunEvent event : RunEnds.of(run)) {
                if (event instanceof RunEvent.Started started) {
                    parameters = started.parameters();
                } else if (event instanceof RunEvent.Step step) {
                    tokensPerSecond = step.tokensPerSecond();
                }
            }
            return new Reached(
                    run.spec().execution().precision(), 6.0 * parameters * tokensPerSecond);
        }
    }

    private static double measured(
            List<Reached> newestFirst, Precision precision, double otherwise) {
        return newestFirst.stream()
                .filter(run -> run.precision() == precision && run.rate() > 0)
                .mapToDouble(Reached::rate)
                .findFirst()
                .orElse(otherwise);
    }

    /// How long `tokens` take on a model of so many parameters.
    public Duration time(long tokens, long parameters, Precision precision) {
        double rate = precision == Precision.BFLOAT16 ? bfloat16 : float32;
        return Duration.ofMillis((long) (1000.0 * 6 * parameters * tokens / rate));
    }

    /// What the newest runs of a workspace reached; where there is none of a precision, what is
    /// assumed.
    public static Throughput of(List<RunFolder> newestFirst) throws IOException {
        var reached = new ArrayList<Reached>();
        for (RunFolder run : newestFirst.subList(0, Math.min(4, newestFirst.size()))) {
            reached.add(Reached.by(run));
        }
        return new Throughput(
                measured(reached, Precision.FLOAT32, ASSUMED.float32),
                measured(reached, Precision.BFLOAT16, ASSUMED.bfloat16));
    }
}
