package org.clpworkbench.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.application.ColorScheme;
import javafx.collections.ObservableList;
import javafx.css.CssParser;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.DialogPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.clpworkbench.settings.Language;
import org.clpworkbench.settings.Looks;
import org.clpworkbench.settings.Theme;
import org.clpworkbench.ui.AccessibleNames;
import org.clpworkbench.ui.ClippedTexts;
import org.clpworkbench.ui.Contrasts;
import org.clpworkbench.ui.chart.OnScreen;
import org.clpworkbench.ui.common.LongerTexts;
import org.clpworkbench.ui.common.Presets;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.runs.RunsView;
import org.clpworkbench.ui.training.TrainingView;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Every question that is asked over the window, as it is shown.
class QuestionTest {
    private record Asked(String name, String question, String about, String yes, String no) {}

    private static final ObservableList<CssParser.ParseError> FAULTY = CssParser.errorsProperty();

    private final List<String> found = new ArrayList<>();

    @BeforeAll
    static void forgetFaults() {
        FAULTY.clear();
    }

    @AfterAll
    static void speakEnglish() {
        Texts.speak(Locale.ENGLISH);
    }

    @ParameterizedTest
    @EnumSource(
            value = Language.class,
            names = {"ENGLISH", "GERMAN", "CHINESE"})
    void canBeReadAndReached(Language language) throws Exception {
        Texts.speak(language.locale());
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            for (double zoom : new double[] {1, 1.5}) {
                for (Asked asked : all()) {
                    look(asked, language.name(), new Looks(theme, zoom, language));
                }
            }
        }
        assertThat(found).isEmpty();
        assertThat(FAULTY).isEmpty();
    }

    /// As another language may be: each text 40 % longer than the English one.
    @Test
    void hasRoomForLongerTexts() throws Exception {
        Texts.speak(Locale.ENGLISH);
        LongerTexts.begin();
        try {
            for (Asked asked : all()) {
                look(asked, "longer", new Looks(Theme.LIGHT, 1, Language.ENGLISH));
            }
        } finally {
            LongerTexts.end();
        }
        assertThat(found).isEmpty();
        assertThat(FAULTY).isEmpty();
    }

    @Test
    void isOfTheWindowsSizeAndTheme() throws Exception {
        DialogPane pane =
                OnScreen.get(
                        () -> {
                            Stage window = window(new Looks(Theme.DARK, 2, Language.ENGLISH));
                            return question(window, all().getFirst()).alert().getDialogPane();
                        });
        assertThat(pane.getStyle()).contains("26.0px");
        assertThat(pane.getStyleClass()).contains("dark");
    }

    private static List<Asked> all() {
        Texts presets = Texts.of(Presets.class);
        Texts training = Texts.of(TrainingView.class);
        Texts runs = Texts.of(RunsView.class);
        Texts shell = Texts.of(ShellViewModel.class);
        String names =
                "2026-11-05_101500_procrustes-42\n2026-11-05_101500_random-42\n"
                        + runs.get("delete.more", 38);
        String copying = "Copying tensors · 3 of 12 rows · 6 s left";
        String ending =
                shell.get("closing.lost", "Transferring with procrustes: german-small", copying)
                        + "\n"
                        + shell.get("closing.halted", "Fetching the CUDA build", "12 of 24 MB")
                        + "\n"
                        + shell.get("closing.lost", "Tokenizing the texts", copying)
                        + "\n"
                        + shell.get("closing.more", 2);
        return List.of(
                new Asked(
                        "delete-runs",
                        runs.get("delete.question", 40),
                        runs.get("delete.about", names),
                        runs.get("delete.yes"),
                        runs.get("delete.no")),
                new Asked(
                        "close-window",
                        shell.get("closing.question"),
                        ending,
                        shell.get("closing.yes"),
                        shell.get("closing.no")),
                new Asked(
                        "delete-preset",
                        presets.get("delete.question", "Half an hour"),
                        presets.get("delete.about"),
                        presets.get("delete"),
                        presets.get("cancel")),
                new Asked(
                        "replace-preset",
                        presets.get("replace.question", "Half an hour"),
                        presets.get("replace.about"),
                        presets.get("replace"),
                        presets.get("cancel")),
                new Asked(
                        "fetch-cuda",
                        training.get("gpu.question"),
                        training.get(
                                "gpu.consent",
                                "2.7 GB",
                                "publish.djl.ai",
                                "4.1 GB",
                                "/home/somebody/.local/share/clp-workbench/runtimes/cuda"),
                        training.get("gpu.yes"),
                        training.get("gpu.no")));
    }

    private static Stage window(Looks looks) {
        var root = new StackPane();
        Scene scene = OnScreen.show(root, 1000, 700);
        ThemeStyle.apply(looks.theme(), ColorScheme.LIGHT, root);
        root.setStyle(ShellView.sizeOf(looks));
        return (Stage) scene.getWindow();
    }

    private static Question question(Stage window, Asked asked) {
        return new Question(window, asked.question, asked.about, asked.yes, asked.no);
    }

    private void look(Asked asked, String words, Looks looks) throws Exception {
        Stage window = OnScreen.get(() -> window(looks));
        DialogPane pane =
                OnScreen.get(
                        () -> {
                            var alert = question(window, asked).alert();
                            alert.show();
                            return alert.getDialogPane();
                        });
        String where =
                "question-%s-%s-%s-%.0f"
                        .formatted(asked.name, words, looks.theme(), looks.zoom() * 100);
        Scene scene = OnScreen.get(pane::getScene);
        OnScreen.picture(scene, Path.of("target/pictures/" + where + ".png"));
        OnScreen.run(
                () -> {
                    told(where, ClippedTexts.in(scene));
                    told(where, Contrasts.below(4.5, scene));
                    told(where, AccessibleNames.missing(scene));
                    assertThat(scene.getHeight()).as(where).isLessThan(700);
                    assertThat(scene.getFocusOwner()).as(where).isInstanceOf(Button.class);
                    scene.getWindow().hide();
                    window.hide();
                });
    }

    private void told(String where, List<String> faults) {
        faults.forEach(fault -> found.add(where + ": " + fault));
    }
}
