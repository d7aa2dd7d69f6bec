package org.clpworkbench.ui;

import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.ImageIO;

/// The pictures that tests leave in target/pictures to be looked at: written with
/// `-Dclp.pictures=true`. Without it everything is painted all the same, but not waited for until
/// it has come to rest, nor written.
public final class Pictures {
    private static final boolean WANTED = Boolean.getBoolean("clp.pictures");
    private static final int TO_COME_TO_REST = 400;

    private Pictures() {}

    public static boolean wanted() {
        return WANTED;
    }

    /// Paints a scene, and writes it to a file if pictures are wanted. Not on the JavaFX thread.
    public static void take(Scene scene, Path file) throws IOException {
        // the first look lays everything out, so that what paints on a timer has its size
        WorkbenchWindow.onFxThread(() -> scene.snapshot(null));
        if (!WANTED) {
            return;
        }
        WorkbenchWindow.pause(TO_COME_TO_REST);
        write(scene, file);
    }

    /// Writes a picture whether pictures are wanted or not.
    static void keep(Scene scene, Path file) {
        try {
            write(scene, file);
        } catch (IOException notWritten) {
            throw new UncheckedIOException(notWritten);
        }
    }

    private static void write(Scene scene, Path file) throws IOException {
        var image =
                WorkbenchWindow.onFxThread(
                        () -> SwingFXUtils.fromFXImage(scene.snapshot(null), null));
        Files.createDirectories(file.toAbsolutePath().getParent());
        ImageIO.write(image, "png", file.toFile());
    }
}
