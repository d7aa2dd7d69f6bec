package org.clpworkbench.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.collections.ObservableList;
import javafx.css.CssParser;
import javafx.geometry.Dimension2D;
import javafx.scene.layout.Region;

import org.clpworkbench.settings.Language;
import org.clpworkbench.ui.common.ScreenName;
import org.clpworkbench.ui.common.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Every screen in every language fits the smallest screens in use.
class LanguagesTest {
    private static final double WIDTH = 1024;
    private static final double HEIGHT = 700;

    private static final ObservableList<CssParser.ParseError> FAULTY = CssParser.errorsProperty();

    @TempDir private Path workspace;

    private static Dimension2D needed(WorkbenchWindow window) {
        Region shell = window.node(".shell", Region.class);
        return new Dimension2D(shell.minWidth(-1), shell.minHeight(WIDTH));
    }

    @AfterEach
    void speakEnglish() {
        Texts.speak(Locale.ENGLISH);
    }

    @ParameterizedTest
    @EnumSource(
            value = Language.class,
            names = {"ENGLISH", "GERMAN", "CHINESE"})
    void everyScreenFits(Language language) throws Exception {
        FAULTY.clear();
        try (var window = WorkbenchWindow.open(workspace)) {
            WorkbenchWindow.onFxThread(
                    () -> {
                        window.stage().setWidth(WIDTH);
                        window.stage().setHeight(HEIGHT);
                        return true;
                    });
            window.speak(language);
            var tooLarge = new ArrayList<String>();
            for (ScreenName screen : ScreenName.values()) {
                window.open(screen);
                window.picture("language-" + language + "-" + screen);
                checkSize(window, screen.name(), tooLarge);
                if (screen == ScreenName.MODELS) {
                    for (String segment : List.of("hub", "text")) {
                        window.fire("#segment-" + segment);
                        window.picture("language-" + language + "-" + segment);
                        checkSize(window, segment, tooLarge);
                    }
                }
            }
            assertThat(tooLarge).isEmpty();
            assertThat(FAULTY).isEmpty();
        }
    }

    private static void checkSize(WorkbenchWindow window, String shown, List<String> tooLarge) {
        Dimension2D needed = WorkbenchWindow.onFxThread(() -> needed(window));
        if (needed.getWidth() > WIDTH || needed.getHeight() > HEIGHT) {
            tooLarge.add(shown + " needs " + needed);
        }
    }
}
