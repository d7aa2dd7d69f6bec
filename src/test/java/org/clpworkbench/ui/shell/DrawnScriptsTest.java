package org.clpworkbench.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.ui.SystemFonts;
import org.clpworkbench.ui.chart.OnScreen;
import org.clpworkbench.ui.shell.DrawnScripts.Sample;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.lang.Character.UnicodeScript;

class DrawnScriptsTest {
    @BeforeAll
    static void loadTheFonts() throws Exception {
        OnScreen.run(WorkbenchFonts::load);
    }

    /// Assigned to nothing, and beside letters of the scripts that are looked for.
    @ParameterizedTest
    @ValueSource(strings = {"\u0379", "\u1249", "\u17de", "\u0f48", "\ud900\udc00"})
    void missesWhatNoFontHas(String letter) throws Exception {
        assertThat(OnScreen.<Boolean>get(() -> DrawnScripts.isDrawn(letter))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "Ω", "Ж"})
    void seesTheLettersOfTheProgramsOwnFonts(String letter) throws Exception {
        assertThat(OnScreen.<Boolean>get(() -> DrawnScripts.isDrawn(letter))).isTrue();
    }

    @ParameterizedTest
    @FieldSource("org.clpworkbench.ui.shell.DrawnScripts#SAMPLES")
    void seesTheScriptsThatAFontOfThisMachineHas(Sample sample) throws Exception {
        assertThat(UnicodeScript.of(sample.letter().codePointAt(0))).isEqualTo(sample.script());
        SystemFonts.assumeDrawn(sample.script().name(), sample.letter());
        assertThat(OnScreen.<Boolean>get(sample::isDrawn)).isTrue();
    }
}
