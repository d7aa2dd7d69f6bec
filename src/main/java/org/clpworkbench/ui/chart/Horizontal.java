package org.clpworkbench.ui.chart;

/// What the chart's horizontal axis counts: steps, tokens, or seconds of training, pauses left out.
public enum Horizontal {
    STEPS,
    TOKENS,
    TIME
}
