package org.clpworkbench.ui.picture;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.Image;

import org.clpworkbench.job.Job;
import org.clpworkbench.job.Jobs;
import org.clpworkbench.tensor.WholeFiles;
import org.clpworkbench.ui.common.Dialogs;
import org.clpworkbench.ui.common.FileKind;
import org.clpworkbench.ui.common.LatestJob;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.common.WhereToWrite;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.function.Function;

import javax.imageio.ImageIO;

/// Writes what a screen shows where the user wants it.
public final class WrittenFiles {
    private final Texts texts = Texts.of(WrittenFiles.class);
    private final WhereToWrite where;
    private final Jobs jobs;
    private final StringProperty note = new SimpleStringProperty("");

    public WrittenFiles(Dialogs dialogs, Jobs jobs) {
        this.where = new WhereToWrite(dialogs, note::set);
        this.jobs = jobs;
    }

    /// @param title of the file chooser
    /// @param name of the file that is suggested, without an ending
    /// @param picture takes the picture on the calling thread and gives what makes it a file: as
    ///   SVG (true) or as PNG
    public void savePicture(String title, String name, Function<Boolean, Job<byte[]>> picture) {
        where.ask(title, name, FileKind.PNG, FileKind.SVG)
                .ifPresent(file -> write(file, picture.apply(FileKind.SVG.isSaidBy(file))));
    }

    /// @param name of the file that is suggested, without an ending
    /// @param content gives the file's bytes
    public void save(String title, String name, FileKind kind, Job<byte[]> content) {
        where.ask(title, name, kind).ifPresent(file -> write(file, content));
    }

    /// An image as the bytes of a PNG file.
    public static Job<byte[]> png(Image image) {
        var pixels = SwingFXUtils.fromFXImage(image, null);
        return _ -> {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(pixels, "png", bytes);
            return bytes.toByteArray();
        };
    }

    private void write(Path file, Job<byte[]> content) {
        note.set("");
        // each its own: a later file does not take an earlier one back
        new LatestJob(jobs)
                .await(
                        texts.get("job", file.getFileName()),
                        progress -> {
                            WholeFiles.write(file, content.run(progress));
                            return file;
                        },
                        written -> note.set(texts.get("written", written)),
                        failed -> note.set(failed.sentence()));
    }

    /// What was written where, or why not; empty at first.
    public StringProperty note() {
        return note;
    }
}
