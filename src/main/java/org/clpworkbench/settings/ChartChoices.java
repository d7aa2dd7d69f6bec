package org.clpworkbench.settings;

/// How the chart of losses is looked at.
///
/// @param across what its horizontal axis counts: "STEPS", "TOKENS" or "TIME"
/// @param smoothing steps that the moving average remembers, 0 for none
/// @param band whether the lowest and highest loss of those steps are shown
/// @param seedsTogether whether runs that differ in their seed alone are drawn as one
/// @param details whether learning rate, gradient norm and speed are shown
/// @param samples whether what the models write is open beside it, or below it
/// @param samplesWhereLow the same in a low window, where it begins folded to its title
public record ChartChoices(
        String across,
        boolean logAcross,
        boolean logLoss,
        int smoothing,
        boolean band,
        boolean seedsTogether,
        boolean details,
        boolean samples,
        boolean samplesWhereLow) {
    public static final ChartChoices FIRST =
            new ChartChoices("STEPS", false, false, 20, false, false, false, true, false);

    public ChartChoices {
        smoothing = Math.clamp(smoothing, 0, 1000);
    }
}
