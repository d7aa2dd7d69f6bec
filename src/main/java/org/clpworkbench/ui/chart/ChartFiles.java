package org.clpworkbench.ui.chart;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.clpworkbench.job.Job;
import org.clpworkbench.job.Jobs;
import org.clpworkbench.tensor.WholeFiles;
import org.clpworkbench.ui.common.Dialogs;
import org.clpworkbench.ui.common.LatestJob;
import org.clpworkbench.ui.common.Texts;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;

/// Writes the picture and the table where the user wants them.
public final class ChartFiles {
    private final Texts texts = Texts.of(LossChart.class);
    private final Dialogs dialogs;
    private final LatestJob writing;
    private final StringProperty note = new SimpleStringProperty("");

    public ChartFiles(Dialogs dialogs, Jobs jobs) {
        this.dialogs = dialogs;
        this.writing = new LatestJob(jobs);
    }

    /// @param picture takes the picture on the calling thread and gives what makes it a file: as
    ///   SVG (true) or as PNG
    void savePicture(Function<Boolean, Job<byte[]>> picture) {
        dialogs.chooseFileToWrite(texts.get("save.picture.title"), "losses.png")
                .ifPresent(file -> write(file, picture.apply(isSvg(file))));
    }

    private static boolean isSvg(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".svg");
    }

    void saveTable(String csv) {
        dialogs.chooseFileToWrite(texts.get("save.table.title"), "losses.csv")
                .ifPresent(file -> write(file, _ -> csv.getBytes(StandardCharsets.UTF_8)));
    }

    private void write(Path file, Job<byte[]> content) {
        note.set("");
        writing.await(
                texts.get("save.job", file.getFileName()),
                progress -> {
                    WholeFiles.write(file, content.run(progress));
                    return file;
                },
                written -> note.set(texts.get("save.written", written)),
                note::set);
    }

    /// What was written where, or why not; empty at first.
    StringProperty note() {
        return note;
    }
}
