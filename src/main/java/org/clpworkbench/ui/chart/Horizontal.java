package org.clpworkbench.ui.chart;

/// What the chart's horizontal axis counts.
public enum Horizontal {
    STEPS,
    TOKENS
}
