package org.clpworkbench.ui.data;

import org.clpworkbench.data.DataSet;
import org.clpworkbench.data.DataStatistics;
import org.clpworkbench.data.TextsFound;
import org.clpworkbench.ui.common.DataSetWords;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.Texts;
import org.jspecify.annotations.Nullable;

/// The screen's answer: which texts, how much they are, and what is kept to measure on.
///
/// @param found null until the files were looked at
/// @param counted null until the documents were counted
/// @param helper whose tokens were counted
record DataAnswer(
        @Nullable DataSet data,
        @Nullable TextsFound found,
        @Nullable DataStatistics counted,
        String helper) {
    /// "german-train.txt: 3.3 MB, 0.9 M tokens of German helper's in 12,345 documents; 5 % of the
    /// documents are kept to measure on."
    String sentence() {
        Texts texts = Texts.of(DataViewModel.class);
        if (data == null) {
            return texts.get("answer.none");
        }
        String name = DataSetWords.name(data);
        String kept =
                data.validation().isPresent()
                        ? texts.get("kept.text", DataSetWords.kept(data))
                        : texts.get("kept.share", DataSetWords.kept(data));
        if (found == null || found.files().isEmpty()) {
            return texts.get("answer.looking", name);
        }
        if (counted == null) {
            return texts.get(
                    "answer.size", name, Numbers.bytes(found.bytes()), found.files().size(), kept);
        }
        return texts.get(
                "answer.counted",
                name,
                Numbers.bytes(found.bytes()),
                Numbers.count(counted.tokens()),
                helper,
                Numbers.whole(counted.documents()),
                counted.documents(),
                kept);
    }
}
