package org.clpworkbench.ui.chart;

/// A run as the chart names it.
///
/// @param id the run folder's name
/// @param label what people call it
/// @param colour place in the palette from 0, the same for the run's whole life
/// @param group the runs that it is a repetition of
public record ChartRun(String id, String label, int colour, Group group) {
    /// Runs that differ in their seed alone.
    ///
    /// @param key the same for all of them
    /// @param name what people call them, without a seed
    /// @param seed this run's
    public record Group(String key, String name, long seed) {}

    /// A run that is no repetition.
    public ChartRun(String id, String label, int colour) {
        this(id, label, colour, new Group(id, label, 0));
    }
}
