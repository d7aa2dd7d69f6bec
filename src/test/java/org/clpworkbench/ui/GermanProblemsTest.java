package org.clpworkbench.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.TableView;

import org.clpworkbench.checkpoint.TinyModels;
import org.clpworkbench.settings.Language;
import org.clpworkbench.ui.common.ScreenName;
import org.clpworkbench.ui.common.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// What goes wrong is told in the window's language, with the step that helps.
class GermanProblemsTest {
    @TempDir private Path folder;

    @AfterEach
    void speakEnglish() {
        Texts.speak(Locale.ENGLISH);
    }

    private Path workspace() throws IOException {
        return Files.createDirectories(folder.resolve("workspace"));
    }

    private static boolean lists(WorkbenchWindow window, String name) {
        return WorkbenchWindow.onFxThread(
                () -> window.node("#table", TableView.class).getItems().toString().contains(name));
    }

    @Test
    void tellsWhatAModelFolderLacksAndReadsItOnceItIsWhole() throws Exception {
        Path model = Files.createDirectories(folder.resolve("haus-modell"));
        try (var window = WorkbenchWindow.open(workspace())) {
            window.speak(Language.GERMAN);
            window.open(ScreenName.MODELS);
            window.dialogs().willAnswer(model);
            window.fire("#openButton");
            window.await("the refusal", () -> !window.text("#problem").isEmpty());
            assertThat(window.text("#problem"))
                    .isEqualTo(
                            model
                                    + " enthält keine config.json: Das ist kein Modellordner von"
                                    + " Hugging Face.");
            assertThat(window.text("#problem-bar .problem-details"))
                    .isEqualTo("Einzelheiten kopieren");
            assertThat(lists(window, "haus-modell")).isFalse();

            Files.delete(model);
            TinyModels.write(model, 4, List.of("<|end|>", "a", "b"), 1);
            assertThat(window.text("#problem-bar .problem-again"))
                    .isEqualTo("Noch einmal versuchen");
            window.fire("#problem-bar .problem-again");
            window.await("the model", () -> lists(window, "haus-modell"));
            assertThat(window.sees("#problem-bar")).isFalse();
        }
    }

    @Test
    void tellsWhereAFileOfTensorsIsDamaged() throws Exception {
        Path model = folder.resolve("haus-modell");
        TinyModels.write(model, 4, List.of("<|end|>", "a", "b"), 1);
        Path weights = model.resolve("model.safetensors");
        Files.write(weights, new byte[5]);
        try (var window = WorkbenchWindow.open(workspace())) {
            window.speak(Language.GERMAN);
            window.open(ScreenName.MODELS);
            window.dialogs().willAnswer(model);
            window.fire("#openButton");
            window.await("the refusal", () -> !window.text("#problem").isEmpty());
            assertThat(window.text("#problem"))
                    .isEqualTo(
                            weights
                                    + " ist bei Byte 5 beschädigt: Die Datei endet innerhalb der 8"
                                    + " Bytes, in denen die Länge des Kopfes steht. Die Datei noch"
                                    + " einmal holen oder speichern.");
        }
    }

    @Test
    void opensAnotherFolderInsteadOfTheOneThatIsNone() throws Exception {
        Path none = Files.createDirectories(folder.resolve("leer"));
        Path model = folder.resolve("haus-modell");
        TinyModels.write(model, 4, List.of("<|end|>", "a", "b"), 1);
        try (var window = WorkbenchWindow.open(workspace())) {
            window.speak(Language.GERMAN);
            window.open(ScreenName.MODELS);
            window.dialogs().willAnswer(none);
            window.dialogs().willAnswer(model);
            window.fire("#openButton");
            window.await("the refusal", () -> window.text("#problem").contains("leer"));
            window.fire("#problem-bar .problem-step");
            window.await("the model", () -> lists(window, "haus-modell"));
            assertThat(window.sees("#problem-bar")).isFalse();
        }
    }

    @Test
    void leadsFromTheEmptyChartToTheRuns() throws Exception {
        try (var window = WorkbenchWindow.open(workspace())) {
            window.speak(Language.GERMAN);
            window.open(ScreenName.TRAINING);
            window.await("the screen", () -> window.shows("#earlierRuns"));
            window.fire("#earlierRuns");
            window.await(
                    "the runs", () -> window.text("#answer").equals("Was wurde hier trainiert?"));
        }
    }
}
