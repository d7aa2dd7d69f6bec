package org.clpworkbench.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.collections.ObservableList;
import javafx.css.CssParser;

import org.clpworkbench.settings.Language;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.util.List;

/// Every state that is soon reached, light and dark, and under the tag `looks` with texts 40 %
/// longer than the English ones and in the smallest window: nothing is cut off, out of reach or too
/// faint to be read, all that the keyboard reaches has a name, and no style sheet is faulty. Every
/// language, theme and size, and the states that take longer, are [AllLooksTest]'s.
class EveryLookTest {
    private static final ObservableList<CssParser.ParseError> FAULTY = CssParser.errorsProperty();

    @TempDir private static Path workspace;
    private static WindowOnShow shown;

    @BeforeAll
    static void openTheWindow() throws Exception {
        FAULTY.clear();
        shown = new WindowOnShow(workspace);
    }

    @AfterAll
    static void closeTheWindow() throws Exception {
        shown.close();
    }

    @Test
    void canBeReadAndReachedInLightAndDark() {
        assertThat(shown.faults(Language.ENGLISH, "ENGLISH", false, List.of(Look.LIGHT, Look.DARK)))
                .isEmpty();
        assertThat(FAULTY).isEmpty();
    }

    @Test
    @Tag("looks")
    void thereIsRoomForLongerTextsInLightAndDark() {
        assertThat(shown.faultsOfLongerTexts(false, List.of(Look.LIGHT, Look.DARK))).isEmpty();
        assertThat(FAULTY).isEmpty();
    }

    @Test
    @Tag("looks")
    void canBeReadAndReachedInTheSmallestWindowAndWithLargeTexts() {
        assertThat(
                        shown.faults(
                                Language.ENGLISH,
                                "ENGLISH",
                                false,
                                List.of(Look.SMALLEST, Look.LARGE_TEXTS)))
                .isEmpty();
        assertThat(FAULTY).isEmpty();
    }

    @Tag("looks")
    @ParameterizedTest
    @EnumSource(
            value = Language.class,
            names = {"GERMAN", "CHINESE"})
    void canBeReadAndReachedInTheSmallestWindow(Language language) {
        assertThat(shown.faults(language, language.name(), false, List.of(Look.SMALLEST)))
                .isEmpty();
        assertThat(FAULTY).isEmpty();
    }
}
