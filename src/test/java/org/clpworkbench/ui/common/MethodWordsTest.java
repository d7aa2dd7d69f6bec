package org.clpworkbench.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.transfer.Methods;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.Locale;

class MethodWordsTest {
    @AfterEach
    void speakEnglish() {
        Texts.speak(Locale.ENGLISH);
    }

    @Test
    void everyMethodIsExplainedInTheLanguageSpoken() {
        for (Methods.Entry method : Methods.all()) {
            Texts.speak(Locale.ENGLISH);
            String english = MethodWords.explanation(method.name(), "");
            assertThat(english).isEqualTo(method.explanation().replace('\'', '’'));
            for (Locale language : new Locale[] {Locale.GERMAN, Locale.CHINESE}) {
                Texts.speak(language);
                assertThat(MethodWords.explanation(method.name(), ""))
                        .isNotEmpty()
                        .isNotEqualTo(english);
            }
        }
    }

    @Test
    void oneWithoutWordsHereSpeaksForItself() {
        assertThat(MethodWords.explanation("new", "A new one.")).isEqualTo("A new one.");
    }
}
