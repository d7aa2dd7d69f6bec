package org.clpworkbench.ui.chart;

/// A run as the chart names it.
///
/// @param id the run folder's name
/// @param label what people call it
/// @param colour place in the palette from 0, the same for the run's whole life
public record ChartRun(String id, String label, int colour) {}
