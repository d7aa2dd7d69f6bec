package org.clpworkbench.ui.common;

/// The screens in the order of the way through them.
public enum ScreenName {
    MODELS,
    DATA,
    OVERLAP,
    NEIGHBOURS,
    TRANSFER,
    TRAINING,
    RUNS,
    GENERATE
}
