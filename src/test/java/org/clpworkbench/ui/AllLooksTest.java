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

/// What [EveryLookTest] asks of some looks is so in every language, theme, size of texts and size
/// of window, in all states: `mvn -q test -Plooks`.
@Tag("looks")
class AllLooksTest {
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

    @ParameterizedTest
    @EnumSource(
            value = Language.class,
            names = {"ENGLISH", "GERMAN", "CHINESE"})
    void canBeReadAndReached(Language language) {
        assertThat(shown.faults(language, language.name(), true, Look.all())).isEmpty();
        assertThat(FAULTY).isEmpty();
    }

    @Test
    void thereIsRoomForLongerTexts() {
        List<Look> roomy = Look.all().stream().filter(look -> !isSmallest(look)).toList();
        assertThat(shown.faultsOfLongerTexts(true, roomy)).isEmpty();
        assertThat(FAULTY).isEmpty();
    }

    /// The least that is promised for the languages that there are.
    private static boolean isSmallest(Look look) {
        return look.width() == Look.SMALLEST.width();
    }
}
