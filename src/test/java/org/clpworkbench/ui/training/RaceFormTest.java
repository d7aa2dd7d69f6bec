package org.clpworkbench.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;

import org.clpworkbench.lm.Precision;
import org.clpworkbench.settings.SettingsFile;
import org.clpworkbench.training.Execution.Checkpointing;
import org.clpworkbench.ui.ClippedTexts;
import org.clpworkbench.ui.chart.Keys;
import org.clpworkbench.ui.chart.OnScreen;
import org.clpworkbench.ui.common.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The race's form by keys and by presets, on the screen.
class RaceFormTest extends OpenedTraining {
    RaceFormTest() {
        super(900);
    }

    @BeforeEach
    void unfold() throws Exception {
        OnScreen.run(() -> ((TitledPane) scene.lookup("#advanced")).setExpanded(true));
    }

    @AfterEach
    void speakEnglish() {
        Texts.speak(Locale.ENGLISH);
    }

    @Test
    void undoesAndRedoesWhatWasEnteredByKeys() throws Exception {
        type("#steps", "30");
        type("#steps", "300");
        type("#seed", "7");
        OnScreen.run(() -> ((CheckBox) scene.lookup("#start-mean")).fire());
        Keys.control(field("#seed"), KeyCode.Z, false);
        assertThat(((CheckBox) scene.lookup("#start-mean")).isSelected()).isFalse();
        Keys.control(field("#seed"), KeyCode.Z, false);
        assertThat(field("#seed").getText()).isEqualTo("42");
        Keys.control(field("#seed"), KeyCode.Z, false);
        assertThat(field("#steps").getText()).isEqualTo("200");
        assertThat(scene.lookup("#undo").isDisabled()).isTrue();
        Keys.control(field("#steps"), KeyCode.Y, false);
        assertThat(field("#steps").getText()).isEqualTo("300");
        Keys.control(scene.lookup("#startButton").getParent(), KeyCode.Z, true);
        assertThat(field("#seed").getText()).isEqualTo("7");
    }

    @Test
    void whatWasUndoneCanBeChosenAgain() throws Exception {
        @SuppressWarnings("unchecked")
        var trainable = (ComboBox<String>) scene.lookup("#trainable");
        OnScreen.run(() -> trainable.getSelectionModel().select("embeddings"));
        Keys.control(trainable, KeyCode.Z, false);
        assertThat(trainable.getEditor().getText()).isEqualTo("all");
        OnScreen.run(() -> trainable.getSelectionModel().select("embeddings"));
        assertThat(viewModel.form().trainable().get()).isEqualTo("embeddings");
    }

    @Test
    void newRowsCanBeChosenAndTheHintSaysWhatTheyAre() throws Exception {
        @SuppressWarnings("unchecked")
        var trainable = (ComboBox<String>) scene.lookup("#trainable");
        OnScreen.run(() -> trainable.getSelectionModel().select("new-rows"));
        assertThat(viewModel.form().trainable().get()).isEqualTo("new-rows");
        assertThat(trainable.getAccessibleHelp())
                .contains("new-rows: of these only the rows that the transfer made");
    }

    @Test
    void aPresetFillsTheFormInOneStep() throws Exception {
        type("#batch", "16");
        type("#rate", "0.01");
        choose("Full race: 1,000 steps, seeds 1, 2, 3");
        assertThat(viewModel.form().entries())
                .containsEntry("steps", "1000")
                .containsEntry("seeds", "1, 2, 3")
                .containsEntry("batch", "8")
                .containsEntry("rate", "0.001");
        Keys.control(field("#steps"), KeyCode.Z, false);
        assertThat(viewModel.form().entries())
                .containsEntry("steps", "200")
                .containsEntry("seeds", "42")
                .containsEntry("batch", "16")
                .containsEntry("rate", "0.01");
    }

    @Test
    void trainsTheEmbeddingsFirstForATenthOfTheStepsEntered() throws Exception {
        type("#steps", "500");
        choose("Embeddings first: 50 of 500 steps");
        assertThat(viewModel.form().trainable().get()).isEqualTo("embeddings-then-all:50");
        assertThat(viewModel.form().steps().get()).isEqualTo("500");
    }

    @Test
    void aPresetOfOnesOwnIsThereAgainAfterTheSettingsWereReadAnew() throws Exception {
        type("#batch", "4");
        OnScreen.run(() -> viewModel.form().checkpointing().set(Checkpointing.ON));
        choose("Save as preset…");
        assertThat(scene.getFocusOwner()).isEqualTo(field("#presetName"));
        OnScreen.run(() -> field("#presetName").setText("Quick look: 100 steps"));
        assertThat(scene.lookup("#presetSave").isDisabled()).isTrue();
        OnScreen.run(() -> field("#presetName").setText("Mine"));
        OnScreen.run(() -> ((Button) scene.lookup("#presetSave")).fire());
        assertThat(scene.lookup("#presetName").getParent().isVisible()).isFalse();
        settings.close();

        try (var read = new SettingsFile(folder.resolve("settings.json"))) {
            try (var again = OnScreen.get(() -> viewModel(read))) {
                OnScreen.run(() -> again.presets().apply(again.presets().own().getFirst()));
                assertThat(again.form().batch().get()).isEqualTo("4");
                assertThat(again.form().checkpointing().get()).isEqualTo(Checkpointing.ON);

                recorder.agreeable = true;
                OnScreen.run(() -> again.presets().delete(again.presets().own().getFirst()));
                assertThat(again.presets().own()).isEmpty();
            }
            assertThat(read.current().presets()).isEmpty();
        }
    }

    @Test
    void asksBeforeOneOfOnesOwnIsReplaced() throws Exception {
        save("Mine");
        type("#batch", "4");
        recorder.agreeable = false;
        save(" mine");
        assertThat(scene.lookup("#presetName").getParent().isVisible()).isTrue();
        assertThat(own("batch")).containsExactly("8");
        recorder.agreeable = true;
        OnScreen.run(() -> ((Button) scene.lookup("#presetSave")).fire());
        assertThat(own("batch")).containsExactly("4");
        assertThat(OnScreen.get(() -> items(scene).stream().map(MenuItem::getText).toList()))
                .contains("Built in", "Your own", "mine");
    }

    private void save(String name) throws Exception {
        choose("Save as preset…");
        OnScreen.run(
                () -> {
                    field("#presetName").setText(name);
                    ((Button) scene.lookup("#presetSave")).fire();
                });
    }

    private List<String> own(String entry) {
        return viewModel.presets().own().stream()
                .map(preset -> preset.entries().get(entry))
                .toList();
    }

    @Test
    void entersTheUsualWhereAPresetSaysWhatIsNotKnown() throws Exception {
        OnScreen.run(
                () -> {
                    viewModel.form().precision().set(Precision.BFLOAT16);
                    viewModel.form().enter(Map.of("steps", "70", "checkpointing", "SOMETIMES"));
                });
        assertThat(viewModel.form().entries())
                .containsEntry("steps", "70")
                .containsEntry("checkpointing", "AUTO")
                .containsEntry("batch", "8")
                .containsEntry("precision", viewModel.form().usual().get("precision"));
    }

    @Test
    void theNameIsAskedForWithoutACutOffWordInGerman() throws Exception {
        Texts.speak(Locale.GERMAN);
        Scene german =
                OnScreen.get(
                        () -> OnScreen.scene(new TrainingView(viewModel).root(), 980, 900, false));
        OnScreen.run(
                () -> {
                    // below what they are: four of the program's
                    items(german).get(6).fire();
                    ((TextField) german.lookup("#presetName"))
                            .setText(items(german).get(1).getText());
                    german.snapshot(null);
                });
        OnScreen.picture(german, Path.of("target/pictures/training-preset-name.png"));
        assertThat(OnScreen.get(() -> ClippedTexts.in(german))).isEmpty();
    }

    private void choose(String item) throws Exception {
        OnScreen.run(
                () ->
                        items(scene).stream()
                                .filter(each -> item.equals(each.getText()))
                                .findFirst()
                                .orElseThrow()
                                .fire());
    }

    private static List<MenuItem> items(Scene scene) {
        return ((MenuButton) scene.lookup("#presets")).getItems();
    }

    private void type(String field, String text) throws Exception {
        OnScreen.run(() -> field(field).setText(text));
    }

    private TextField field(String query) {
        return (TextField) scene.lookup(query);
    }
}
