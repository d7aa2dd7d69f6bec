package org.clpworkbench.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.Locale;

class LongerTextsTest {
    @AfterEach
    void asWritten() {
        LongerTexts.end();
    }

    /// Two fifths of the 5 signs of "Start" are 2, of the 8 from there to the end of "about",
    /// without what is filled in, 3.2, and of the 8 of "1,024 of" 3.2 too.
    @Test
    void everyWordGrowsAndWhatIsFilledInStays() {
        assertThat(LongerTexts.longer("Start {0,choice,1#1 run|1<{0} runs}, about {1}"))
                .isEqualTo("Startéé {0,choice,1#1 run|1<{0} runs}, aboutééé {1}");
        assertThat(LongerTexts.longer("1,024 of 3.5%")).isEqualTo("1,024 ofééé 3.5%");
    }

    @Test
    void areReadInPlaceOfThoseThatAreWrittenUntilTheyEnd() {
        Texts.speak(Locale.ENGLISH);
        String written = Texts.of(WorkingBar.class).get("cancel");
        LongerTexts.begin();
        assertThat(Texts.of(WorkingBar.class).get("cancel"))
                .isEqualTo(LongerTexts.longer(written))
                .hasSizeGreaterThan(written.length());
        LongerTexts.end();
        assertThat(Texts.of(WorkingBar.class).get("cancel")).isEqualTo(written);
    }
}
