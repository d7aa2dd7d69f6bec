package org.clpworkbench.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.lang.Character.UnicodeScript;
import java.util.Locale;

class ScriptNamesTest {
    @AfterEach
    void speakEnglish() {
        Texts.speak(Locale.ENGLISH);
    }

    @Test
    void namesScriptsInTheLanguageThatIsSpoken() {
        assertThat(ScriptNames.of("LATIN")).isEqualTo("Latin");
        assertThat(ScriptNames.of("HAN")).isEqualTo("Han");
        Texts.speak(Locale.GERMAN);
        assertThat(ScriptNames.of("LATIN")).isEqualTo("Lateinisch");
        assertThat(ScriptNames.of("CYRILLIC")).isEqualTo("Kyrillisch");
        Texts.speak(Locale.SIMPLIFIED_CHINESE);
        assertThat(ScriptNames.of("LATIN")).isEqualTo("拉丁文");
    }

    @Test
    void namesEveryScriptThatThisJavaKnowsByNoCode() {
        Texts.speak(Locale.GERMAN);
        for (UnicodeScript script : UnicodeScript.values()) {
            String name = ScriptNames.of(script.name());
            // a code, which has four letters, stands for a name that a language lacks: "Hmnp"
            assertThat(!name.matches("[A-Z][a-z]{3}") || name.equalsIgnoreCase(script.name()))
                    .as(name)
                    .isTrue();
            assertThat(name).isNotBlank();
        }
        assertThat(ScriptNames.of("NYIAKENG_PUACHUE_HMONG")).isEqualTo("Nyiakeng puachue hmong");
    }
}
