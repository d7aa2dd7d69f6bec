package org.clpworkbench.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.clpworkbench.settings.Language;
import org.clpworkbench.settings.SettingsFile;
import org.clpworkbench.ui.chart.OnScreen;
import org.clpworkbench.ui.common.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.lang.Character.UnicodeScript;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

class FontNoticesTest {
    @TempDir private Path folder;
    private Stage stage;
    private Notices notices;

    @BeforeEach
    void openAWindow() throws Exception {
        stage = OnScreen.get(() -> (Stage) OnScreen.show(new StackPane(), 600, 400).getWindow());
        notices = new Notices();
    }

    @AfterEach
    void closeTheWindow() throws Exception {
        OnScreen.run(stage::hide);
        Texts.speak(Locale.ENGLISH);
    }

    /// What is told when a program starts that misses these scripts.
    private List<Notice> toldAtAStart(UnicodeScript... missing) throws Exception {
        try (var settings = new SettingsFile(folder.resolve("settings.json"))) {
            int before = notices.told().size();
            OnScreen.run(() -> new FontNotices(stage, notices, settings).tell(List.of(missing)));
            return notices.told().subList(0, notices.told().size() - before).stream()
                    .map(Notices.Told::notice)
                    .toList();
        }
    }

    @Test
    void areToldOnceAndAgainOnlyWhenAnotherScriptIsMissing() throws Exception {
        assertThat(toldAtAStart()).isEmpty();
        assertThat(toldAtAStart(UnicodeScript.KHMER)).hasSize(1);
        assertThat(toldAtAStart(UnicodeScript.KHMER)).isEmpty();
        assertThat(toldAtAStart(UnicodeScript.KHMER, UnicodeScript.THAI)).hasSize(1);
        assertThat(toldAtAStart(UnicodeScript.THAI)).isEmpty();
        assertThat(toldAtAStart(UnicodeScript.THAI, UnicodeScript.KHMER)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"ENGLISH, 'Khmer and Thai'", "GERMAN, 'Khmer und Thai'", "CHINESE, 高棉文和泰文"})
    void sayWhatIsMissingAndWhatToInstall(Language language, String scripts) throws Exception {
        Texts.speak(language.locale());
        Notice told = toldAtAStart(UnicodeScript.KHMER, UnicodeScript.THAI).getFirst();
        assertThat(told.sentence())
                .contains(scripts, "fonts-noto-core", "fonts-noto-cjk", "Debian");
        assertThat(told.trouble()).isTrue();
    }

    @Test
    void canBeReadWithoutChineseLetters() throws Exception {
        Texts.speak(Language.CHINESE.locale());
        Notice told = toldAtAStart(UnicodeScript.HAN).getFirst();
        assertThat(told.title()).contains("Fonts are missing");
        assertThat(told.sentence()).contains("install fonts-noto-core and fonts-noto-cjk");
    }
}
