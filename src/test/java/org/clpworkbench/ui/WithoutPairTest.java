package org.clpworkbench.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.settings.Language;
import org.clpworkbench.ui.common.ScreenName;
import org.clpworkbench.ui.common.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// What the screens say where there is neither a pair nor a run can be read, and what they offer
/// reached: in the smallest window, light, and in a larger one, dark.
class WithoutPairTest {
    @TempDir private Path workspace;

    @AfterEach
    void speakEnglish() {
        Texts.speak(Locale.ENGLISH);
    }

    @ParameterizedTest
    @EnumSource(
            value = Language.class,
            names = {"ENGLISH", "GERMAN", "CHINESE"})
    void everyEmptyScreenCanBeReadAndReached(Language language) throws Exception {
        try (var window = WorkbenchWindow.openWithoutModels(workspace)) {
            window.speak(language);
            var looks = List.of(Look.SMALLEST, Look.DARK);
            var inspection = new Inspection(window, "nothing-" + language, looks);
            for (ScreenName screen : ScreenName.values()) {
                window.open(screen);
                String sign = sign(screen);
                window.await("what " + screen + " says", () -> window.sees(sign));
                inspection.lookAt(screen.name());
            }
            assertThat(inspection.found()).isEmpty();
        }
    }

    /// What is seen on a screen only while it has nothing to show.
    private static String sign(ScreenName screen) {
        return switch (screen) {
            case MODELS, DATA -> "#problem";
            case OVERLAP -> ".empty-place";
            case NEIGHBOURS -> "#openMap";
            case TRANSFER -> "#chooseModels";
            case TRAINING, RUNS, GENERATE -> "#empty";
        };
    }
}
