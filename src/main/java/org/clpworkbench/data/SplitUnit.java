package org.clpworkbench.data;

import org.clpworkbench.data.text.Document;
import org.clpworkbench.data.text.TextFile;
import org.clpworkbench.data.text.TextFiles;
import org.clpworkbench.data.text.TextUnit;
import org.clpworkbench.job.Progress;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// How running text is best cut into documents that are to be split.
public final class SplitUnit {
    /// Documents that should come to validation. As each comes there by chance, none does with a
    /// chance of e⁻⁵, 0.7 %.
    private static final int EXPECTED = 5;

    private SplitUnit() {}

    /// The largest unit by which enough documents are taken for five to be expected on the side of
    /// validation; lines when there is none. Only as many documents are read as that takes.
    ///
    /// @param inputs files, folders and patterns
    /// @param choices with a share for validation
    public static TextUnit of(List<String> inputs, DataChoices choices, Progress progress)
            throws IOException {
        progress.stage("Looking how the texts divide");
        List<TextFile> files = TextFiles.find(inputs);
        long wanted = (long) Math.ceil(EXPECTED / choices.validationShare());
        for (TextUnit unit : TextUnit.values()) {
            if (has(wanted, files, choices.by(unit), progress)) {
                return unit;
            }
        }
        return TextUnit.LINE;
    }

    private static boolean has(
            long wanted, List<TextFile> files, DataChoices choices, Progress progress)
            throws IOException {
        var selection = new Selection(choices);
        try (var documents = new Documents(files, choices)) {
            long taken = 0;
            while (taken < wanted) {
                progress.checkCancelled();
                Optional<Document> next = documents.next();
                if (next.isEmpty()) {
                    return false;
                }
                taken += selection.of(next.get()).taken() ? 1 : 0;
            }
        }
        return true;
    }
}
