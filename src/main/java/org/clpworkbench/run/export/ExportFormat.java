package org.clpworkbench.run.export;

/// What runs can be written as.
public enum ExportFormat {
    /// One table, a row for each step that was trained or evaluated.
    CSV,
    /// One document with what each run was asked for, where it came from, and its points.
    JSON,
    /// A folder of event files, a sub-folder for each run.
    TENSORBOARD
}
