package org.clpworkbench.cli;

import org.clpworkbench.training.RunEvent.Evaluated;

import java.util.Locale;

/// One evaluation as a line for people.
final class EvaluationLine {
    private EvaluationLine() {}

    static String of(String run, Evaluated evaluated) {
        return String.format(
                Locale.ROOT,
                "%-14s step %5d  %,10d tokens  loss %7.4f nats per token  %6.4f bits per byte",
                run,
                evaluated.step(),
                evaluated.tokens(),
                evaluated.loss(),
                evaluated.bitsPerByte());
    }
}
