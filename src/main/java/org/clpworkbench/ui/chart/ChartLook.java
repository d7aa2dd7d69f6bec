package org.clpworkbench.ui.chart;

/// How the training loss is drawn.
///
/// @param window steps that the moving average remembers; 0 for the raw loss alone
/// @param band whether the lowest and highest loss of the window are drawn as an area
record ChartLook(int window, boolean band) {}
