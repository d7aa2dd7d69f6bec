package org.clpworkbench.ui.overlap;

import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.Texts;
import org.jspecify.annotations.Nullable;

/// The screen's answer: how much of the helper's vocabulary and of running text is shared.
///
/// @param counted null where no text was
record OverlapAnswer(String helper, OverlapFindings found, @Nullable TextFindings counted) {
    /// "20 % of German helper's vocabulary, 61 % of running text, is shared."
    String sentence() {
        Texts texts = Texts.of(OverlapViewModel.class);
        String share = Numbers.percent(found.overlap().share());
        return counted == null
                ? texts.get("answer.vocabulary", share, helper)
                : texts.get(
                        "answer", share, helper, Numbers.percent(counted.helper().sharedShare()));
    }
}
