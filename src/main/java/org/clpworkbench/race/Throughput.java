package org.clpworkbench.race;

import org.clpworkbench.lm.Precision;
import org.clpworkbench.run.RunFolder;

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

    /// What the newest runs reached; where there is none of a precision, what this one says.
    ///
    /// @param past looks at runs, the newest first
    public Throughput learn(List<RunLook> past) {
        return new Throughput(
                measured(past, Precision.FLOAT32, float32),
                measured(past, Precision.BFLOAT16, bfloat16));
    }

    private static double measured(List<RunLook> past, Precision precision, double otherwise) {
        return past.stream()
                .filter(look -> look.run().spec().execution().precision() == precision)
                .map(RunLook::figures)
                .filter(f -> f.tokensPerSecond() > 0 && f.parameters() > 0)
                .mapToDouble(f -> 6.0 * f.parameters() * f.tokensPerSecond())
                .findFirst()
                .orElse(otherwise);
    }

    /// How long `tokens` take on a model of so many parameters.
    public Duration time(long tokens, long parameters, Precision precision) {
        double rate = precision == Precision.BFLOAT16 ? bfloat16 : float32;
        return Duration.ofMillis((long) (1000.0 * 6 * parameters * tokens / rate));
    }

    /// The newest runs of a workspace, looked at once each.
    public static Throughput of(List<RunFolder> newestFirst) throws IOException {
        var looks = new ArrayList<RunLook>();
        for (RunFolder run : newestFirst.subList(0, Math.min(4, newestFirst.size()))) {
            looks.add(new RunWatch(run).look());
        }
        return ASSUMED.learn(looks);
    }
}
