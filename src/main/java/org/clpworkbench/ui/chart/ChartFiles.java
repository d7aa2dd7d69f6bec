package org.clpworkbench.ui.chart;

import javafx.beans.property.StringProperty;

import org.clpworkbench.job.Job;
import org.clpworkbench.job.Jobs;
import org.clpworkbench.ui.common.Dialogs;
import org.clpworkbench.ui.common.FileKind;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.picture.WrittenFiles;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/// Writes the picture and the table where the user wants them.
public final class ChartFiles {
    private final Texts texts = Texts.of(LossChart.class);
    private final WrittenFiles files;

    public ChartFiles(Dialogs dialogs, Jobs jobs) {
        this.files = new WrittenFiles(dialogs, jobs);
    }

    /// @param picture takes the picture on the calling thread and gives what makes it a file: as
    ///   SVG (true) or as PNG
    void savePicture(Function<Boolean, Job<byte[]>> picture) {
        files.savePicture(texts.get("save.picture.title"), "losses", picture);
    }

    /// @param name of the file that is suggested, without an ending
    void saveTable(String name, String csv) {
        files.save(
                texts.get("save.table.title"),
                name,
                FileKind.CSV,
                _ -> csv.getBytes(StandardCharsets.UTF_8));
    }

    /// What was written where, or why not; empty at first.
    StringProperty note() {
        return files.note();
    }
}
