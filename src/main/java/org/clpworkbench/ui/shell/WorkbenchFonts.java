package org.clpworkbench.ui.shell;

import javafx.scene.text.Font;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/// The typefaces that come with the program: Noto Sans for text, Noto Sans Mono for tokens.
public final class WorkbenchFonts {
    private static final String FOLDER = "/org/clpworkbench/ui/common/fonts/";
    private static final List<String> FILES =
            List.of("NotoSans-Regular.ttf", "NotoSans-Bold.ttf", "NotoSansMono-Regular.ttf");

    private WorkbenchFonts() {}

    /// Makes them known to JavaFX.
    public static void load() {
        for (String file : FILES) {
            String path = FOLDER + file;
            try (InputStream font =
                    Objects.requireNonNull(WorkbenchFonts.class.getResourceAsStream(path), path)) {
                Font.loadFont(font, 13);
            } catch (IOException broken) {
                throw new UncheckedIOException("Cannot read " + path, broken);
            }
        }
    }
}
