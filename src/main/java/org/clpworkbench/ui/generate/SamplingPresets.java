package org.clpworkbench.ui.generate;

import org.clpworkbench.settings.FormName;
import org.clpworkbench.settings.Preset;
import org.clpworkbench.ui.common.Texts;

import java.util.List;
import java.util.Map;

/// The program's presets for drawing tokens, from the likeliest to the boldest.
final class SamplingPresets {
    private static final double BOLD = 1.2;

    private SamplingPresets() {}

    /// @param begin the form as it is in the beginning
    static List<Preset> of(SamplingForm begin) {
        Texts texts = Texts.of(GenerateViewModel.class);
        double temperature = begin.temperature().get();
        double topP = begin.topP().get();
        int topK = begin.topK().get();
        int all = SamplingForm.MOST_TOP_K;
        return List.of(
                preset(
                        texts.get("preset.likeliest", 0),
                        Map.of(SamplingForm.TEMPERATURE, Integer.toString(0))),
                preset(texts.get("preset.usual", temperature, topP, topK), begin.entries()),
                preset(
                        texts.get("preset.bold", BOLD, 1, all),
                        Map.of(
                                SamplingForm.TEMPERATURE, Double.toString(BOLD),
                                SamplingForm.TOP_P, Integer.toString(1),
                                SamplingForm.TOP_K, Integer.toString(all))));
    }

    private static Preset preset(String name, Map<String, String> entries) {
        return new Preset(FormName.SAMPLING, name, entries);
    }
}
