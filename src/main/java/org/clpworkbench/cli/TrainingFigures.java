package org.clpworkbench.cli;

import org.clpworkbench.training.RunEvent;

import java.util.List;

/// What a run's events come to.
record TrainingFigures(List<RunEvent> events) {
    /// Steps that are left out of the speed: the first ones warm caches up.
    private static final int WARM_UP = 3;

    private <E extends RunEvent> List<E> of(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    int step() {
        return events.isEmpty() ? 0 : events.getLast().step();
    }

    List<RunEvent.Evaluated> evaluations() {
        return of(RunEvent.Evaluated.class);
    }

    long tokens() {
        var steps = of(RunEvent.Step.class);
        return steps.isEmpty() ? 0 : steps.getLast().tokens();
    }

    /// Of the newest training step, in nats per token; NaN before there is one.
    double trainingLoss() {
        var steps = of(RunEvent.Step.class);
        return steps.isEmpty() ? Double.NaN : steps.getLast().loss();
    }

    double validationLoss() {
        return evaluations().isEmpty() ? Double.NaN : evaluations().getLast().loss();
    }

    double bitsPerByte() {
        return evaluations().isEmpty() ? Double.NaN : evaluations().getLast().bitsPerByte();
    }

    double medianTokensPerSecond() {
        var steps = of(RunEvent.Step.class);
        double[] rates =
                steps.stream()
                        .skip(steps.size() > WARM_UP ? WARM_UP : 0)
                        .mapToDouble(RunEvent.Step::tokensPerSecond)
                        .sorted()
                        .toArray();
        return rates.length == 0 ? Double.NaN : rates[rates.length / 2];
    }

    /// Why the run ended; empty when it did not, or as it should.
    String ending() {
        var ends = of(RunEvent.Ended.class);
        return ends.isEmpty() ? "" : ends.getLast().message();
    }
}
