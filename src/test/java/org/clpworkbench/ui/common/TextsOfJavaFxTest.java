package org.clpworkbench.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Window;

import org.clpworkbench.settings.Language;
import org.clpworkbench.ui.chart.OnScreen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Locale;

/// What JavaFX says by itself is in the window's language, too.
class TextsOfJavaFxTest {
    @AfterEach
    void speakEnglish() {
        Texts.speak(Locale.ENGLISH);
    }

    @ParameterizedTest
    @CsvSource({"ENGLISH, Cut, Copy", "GERMAN, Ausschneiden, Kopieren", "CHINESE, 剪切, 复制"})
    void theMenuOfAFieldSpeaksTheWindowsLanguage(Language language, String cut, String copy)
            throws Exception {
        Texts.speak(language.locale());
        var field = OnScreen.get(() -> new TextField("words"));
        Scene scene = OnScreen.get(() -> OnScreen.show(new StackPane(field), 300, 100));
        try {
            OnScreen.run(() -> Event.fireEvent(field, asksForTheMenu()));
            assertThat(OnScreen.get(TextsOfJavaFxTest::offered)).contains(cut, copy);
        } finally {
            OnScreen.run(() -> scene.getWindow().hide());
        }
    }

    private static ContextMenuEvent asksForTheMenu() {
        return new ContextMenuEvent(
                ContextMenuEvent.CONTEXT_MENU_REQUESTED, 10, 10, 50, 50, false, null);
    }

    private static List<String> offered() {
        return Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .flatMap(menu -> ((ContextMenu) menu).getItems().stream())
                .map(MenuItem::getText)
                .toList();
    }

    @Test
    void theLanguageOfTheSystemStaysThatOfTheDesktop() {
        Locale before = Language.SYSTEM.locale();
        for (Language spoken : List.of(Language.GERMAN, Language.CHINESE)) {
            Texts.speak(spoken.locale());
            assertThat(Language.SYSTEM.locale()).isEqualTo(before);
        }
    }
}
