package org.clpworkbench.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.application.ColorScheme;
import javafx.collections.ObservableList;
import javafx.css.CssParser;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.clpworkbench.job.Jobs;
import org.clpworkbench.settings.Language;
import org.clpworkbench.settings.SettingsFile;
import org.clpworkbench.settings.Theme;
import org.clpworkbench.ui.ClippedTexts;
import org.clpworkbench.ui.chart.OnScreen;
import org.clpworkbench.ui.common.LongerTexts;
import org.clpworkbench.ui.common.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.lang.Character.UnicodeScript;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Notices in the corner of the window, as they are shown: all that they say can be read.
class ShownNoticesTest {
    private static final ObservableList<CssParser.ParseError> FAULTY = CssParser.errorsProperty();

    private static final String WHY =
            "There is no room on the disk for 1.2 GB: free some, or choose another workspace.";

    private static final List<UnicodeScript> SCRIPTS =
            DrawnScripts.SAMPLES.stream().map(DrawnScripts.Sample::script).toList();

    @TempDir private Path folder;
    private final List<String> found = new ArrayList<>();

    @BeforeEach
    void forgetFaults() {
        FAULTY.clear();
    }

    @AfterEach
    void speakEnglish() {
        LongerTexts.end();
        Texts.speak(Locale.ENGLISH);
    }

    @ParameterizedTest
    @EnumSource(
            value = Language.class,
            names = {"ENGLISH", "GERMAN", "CHINESE"})
    void areReadWhole(Language language) throws Exception {
        Texts.speak(language.locale());
        look(language.name(), Theme.LIGHT, false);
        look(language.name(), Theme.DARK, false);
        look(language.name(), Theme.LIGHT, true);
        look(language.name(), Theme.DARK, true);
        assertThat(found).isEmpty();
        assertThat(FAULTY).isEmpty();
    }

    @Test
    void haveRoomForLongerTexts() throws Exception {
        LongerTexts.begin();
        look("longer", Theme.LIGHT, false);
        look("longer", Theme.LIGHT, true);
        assertThat(found).isEmpty();
        assertThat(FAULTY).isEmpty();
    }

    /// @param still for who asked the system for less motion
    private void look(String words, Theme theme, boolean still) throws Exception {
        var root = new StackPane();
        var notices = new Notices();
        Stage stage =
                OnScreen.get(
                        () -> {
                            Scene scene = OnScreen.show(root, 1000, 700);
                            ThemeStyle.apply(theme, ColorScheme.LIGHT, root);
                            scene.getPreferences().setReducedMotion(still);
                            return (Stage) scene.getWindow();
                        });
        Path file = folder.resolve("%s-%s-%b.json".formatted(words, theme, still));
        try (var jobs = new Jobs();
                var settings = new SettingsFile(file)) {
            var ends = new EndNotices(jobs, notices, () -> {});
            OnScreen.run(() -> ends.tell(stage, FailedJob.snapshot(WHY)));
            new FaultNotices(stage, notices)
                    .uncaughtException(
                            Thread.currentThread(), new IllegalStateException("No such row."));
            OnScreen.run(() -> new FontNotices(stage, notices, settings).tell(SCRIPTS));
            OnScreen.await(() -> popups(stage).size() == 3);
            Thread.sleep(700); // they slide in
            OnScreen.run(
                    () -> {
                        for (Scene popup : popups(stage)) {
                            popup.snapshot(null);
                            ClippedTexts.in(popup)
                                    .forEach(cut -> found.add(words + "-" + theme + ": " + cut));
                        }
                    });
            int number = 0;
            for (Scene popup : OnScreen.get(() -> popups(stage))) {
                String kind = still ? "still-notice" : "notice";
                String name = "%s-%s-%s-%d.png".formatted(kind, words, theme, ++number);
                OnScreen.picture(popup, Path.of("target/pictures", name));
            }
        } finally {
            OnScreen.run(
                    () -> {
                        popups(stage).forEach(popup -> popup.getWindow().hide());
                        stage.hide();
                    });
        }
    }

    private static List<Scene> popups(Stage owner) {
        return Window.getWindows().stream()
                .filter(
                        window ->
                                window instanceof PopupWindow popup
                                        && owner.equals(popup.getOwnerWindow()))
                .map(Window::getScene)
                .filter(
                        scene ->
                                scene.getRoot().lookup(".notification-bar") != null
                                        || scene.getRoot().lookup(".still-notice") != null)
                .toList();
    }
}
