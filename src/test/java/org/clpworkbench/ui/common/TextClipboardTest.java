package org.clpworkbench.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.Clipboard;

import org.clpworkbench.ui.chart.OnScreen;
import org.junit.jupiter.api.Test;

class TextClipboardTest {
    @Test
    void keepsWhatLiesThereWhenNothingIsPut() throws Exception {
        String there =
                OnScreen.get(
                        () -> {
                            TextClipboard.put("Haus");
                            TextClipboard.put("");
                            return Clipboard.getSystemClipboard().getString();
                        });
        assertThat(there).isEqualTo("Haus");
    }
}
