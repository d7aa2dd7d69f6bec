package org.clpworkbench.job;

import java.time.Duration;

/// How fast work goes that measures it itself, and how long it will still take.
///
/// @param unit what is counted, which may be another than the work is told in: a run goes by steps,
///   and measures tokens a second
public record Pace(double perSecond, String unit, Duration remaining) {}
