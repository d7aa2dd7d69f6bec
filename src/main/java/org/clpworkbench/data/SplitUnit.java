package org.clpworkbench.data;

import org.clpworkbench.data.text.Document;
import org.clpworkbench.data.text.TextFile;
import org.clpworkbench.data.text.TextFiles;
import org.clpworkbench.data.text.TextUnit;
import org.clpworkbench.job.Progress;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// How running text is best cut into documents that are to be split. Never into lines: that a line
/// is a document is for somebody to say, as neighbouring lines of one text on both sides of a split
/// would make a model look better than it is.
public final class SplitUnit {
    /// Documents that should come to validation. As each comes there by chance, none does with a
    /// chance of e⁻⁵, 0.7 %.
    private static final int EXPECTED = 5;

    private static final List<TextUnit> LARGEST_FIRST =
            List.of(TextUnit.FILE, TextUnit.PAGE, TextUnit.PARAGRAPH);

    private SplitUnit() {}

    /// The largest unit by which enough documents are taken for five to be expected on the side of
    /// validation. Where there is none: the one that gives the most, of a text without blank lines
    /// pages. Only as many documents are read as that takes.
    ///
    /// @param inputs files, folders and patterns
    /// @param choices with a share for validation
    public static TextUnit of(List<String> inputs, DataChoices choices, Progress progress)
            throws IOException {
        progress.stage("Looking how the texts divide");
        List<TextFile> files = TextFiles.find(inputs);
        long wanted = (long) Math.ceil(EXPECTED / choices.validationShare());
        TextUnit best = TextUnit.FILE;
        long most = 0;
        for (TextUnit unit : LARGEST_FIRST) {
            long documents = documents(wanted, files, choices.by(unit), progress);
            if (documents > most) {
                best = unit;
                most = documents;
            }
            if (documents >= wanted) {
                break;
            }
        }
        return best;
    }

    /// How many documents are taken, as far as that is wanted.
    private static long documents(
            long wanted, List<TextFile> files, DataChoices choices, Progress progress)
            throws IOException {
        var selection = new Selection(choices);
        long taken = 0;
        try (var documents = new Documents(files, choices)) {
            while (taken < wanted) {
                progress.checkCancelled();
                Optional<Document> next = documents.next();
                if (next.isEmpty()) {
                    break;
                }
                if (next.get().goesOn()) {
                    // a long file is one document, however long
                    documents.skipFile();
                } else {
                    taken += selection.of(next.get()).taken() ? 1 : 0;
                }
            }
        }
        return taken;
    }
}
