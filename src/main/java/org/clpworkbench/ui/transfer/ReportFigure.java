package org.clpworkbench.ui.transfer;

/// One line of an estimate or a report.
///
/// @param meaning one sentence for who does not know the word
/// @param warns whether that sentence is one to heed
public record ReportFigure(String name, String value, String meaning, boolean warns) {}
