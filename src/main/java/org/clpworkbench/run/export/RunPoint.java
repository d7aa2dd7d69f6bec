package org.clpworkbench.run.export;

import org.clpworkbench.training.RunEvent;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// All that is known of a run at one step: of the training step itself, of the evaluation after it,
/// or of both. What is not known is NaN.
///
/// @param tokens trained on since the run's first step
/// @param seconds of work since the run's first event, without the time between a pause and the
///   going on
/// @param trainingLoss nats per token
/// @param validationLoss nats per token
public record RunPoint(
        int step,
        long tokens,
        double seconds,
        double trainingLoss,
        double validationLoss,
        double bitsPerByte,
        double learningRate,
        double gradientNorm,
        double tokensPerSecond) {

    /// The points of a run's events, in their order.
    public static List<RunPoint> of(List<RunEvent> events) {
        var points = new ArrayList<RunPoint>();
        var worked = Duration.ZERO;
        Instant before = events.isEmpty() ? Instant.EPOCH : events.getFirst().time();
        for (RunEvent event : events) {
            if (!(event instanceof RunEvent.Started)) {
                worked = worked.plus(Duration.between(before, event.time()));
            }
            before = event.time();
            double seconds = worked.toMillis() / 1000.0;
            switch (event) {
                case RunEvent.Step step -> points.add(trained(step, seconds));
                case RunEvent.Evaluated evaluated -> evaluated(points, evaluated, seconds);
                case RunEvent.Started _,
                        RunEvent.Sample _,
                        RunEvent.Checkpointed _,
                        RunEvent.Paused _,
                        RunEvent.Ended _ -> {}
            }
        }
        return points;
    }

    private static RunPoint trained(RunEvent.Step step, double seconds) {
        return new RunPoint(
                step.step(),
                step.tokens(),
                seconds,
                step.loss(),
                Double.NaN,
                Double.NaN,
                step.learningRate(),
                step.gradientNorm(),
                step.tokensPerSecond());
    }

    private static void evaluated(
            List<RunPoint> points, RunEvent.Evaluated evaluated, double seconds) {
        double none = Double.NaN;
        boolean known = !points.isEmpty() && points.getLast().step() == evaluated.step();
        RunPoint point =
                known
                        ? points.removeLast()
                        : new RunPoint(
                                evaluated.step(),
                                evaluated.tokens(),
                                seconds,
                                none,
                                none,
                                none,
                                none,
                                none,
                                none);
        points.add(
                new RunPoint(
                        point.step,
                        point.tokens,
                        point.seconds,
                        point.trainingLoss,
                        evaluated.loss(),
                        evaluated.bitsPerByte(),
                        point.learningRate,
                        point.gradientNorm,
                        point.tokensPerSecond));
    }
}
