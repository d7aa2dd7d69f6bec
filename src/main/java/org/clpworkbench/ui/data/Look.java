package org.clpworkbench.ui.data;

import org.clpworkbench.data.DataSet;
import org.clpworkbench.data.ReadableTexts;
import org.clpworkbench.data.SplitUnit;
import org.clpworkbench.data.TextsFound;
import org.clpworkbench.data.text.TextUnit;
import org.clpworkbench.job.Progress;

import java.io.IOException;
import java.util.Optional;

/// A first look at a data set, which takes no longer than opening its files.
///
/// @param fitting the largest unit of running text that leaves enough to measure on
/// @param readable the texts as they lie there, where nothing is to be prepared
record Look(TextsFound found, TextUnit fitting, Optional<ReadableTexts> readable) {
    /// @param languageColumn whose languages are offered
    static Look at(DataSet data, String languageColumn, Progress progress) {
        var found = TextsFound.of(data.inputs(), languageColumn, progress);
        boolean splits = data.choices().validationShare() > 0;
        try {
            return new Look(
                    found,
                    splits && found.hasRunningText()
                            ? SplitUnit.of(data.inputs(), data.choices(), progress)
                            : TextUnit.FILE,
                    ReadableTexts.asTheyLie(data));
        } catch (IOException unreadable) {
            // the preview tells of it
            return new Look(found, TextUnit.FILE, Optional.empty());
        }
    }
}
