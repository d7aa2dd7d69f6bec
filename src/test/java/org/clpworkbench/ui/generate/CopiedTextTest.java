package org.clpworkbench.ui.generate;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;

import org.clpworkbench.generation.TextRequest;
import org.clpworkbench.generation.WriterLine.Written;
import org.clpworkbench.lm.Sampling;
import org.clpworkbench.ui.chart.OnScreen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.function.Consumer;

/// What lies in the clipboard when a person has copied what models wrote.
class CopiedTextTest extends OpenedGenerate {
    private static final TextRequest ASKED =
            new TextRequest("Die", 24, new Sampling(0.85, 40, 0.9, 7));

    @BeforeEach
    void addTwoFolders() throws Exception {
        test.dialogs().willAnswer(folder.resolve("first"));
        test.dialogs().willAnswer(folder.resolve("second"));
        person.click("#addFolder");
        person.click("#addFolder");
        OnScreen.await(() -> viewModel.chosen().size() == 2);
    }

    @Test
    void oneTextTellsHowItIsWrittenAgain() throws Exception {
        assertThat(node(".copy-written").isDisabled()).isTrue();
        write(0, "Katze", "sieht");
        person.click(".copy-written");
        assertThat(clipboard()).isEqualTo(copied("first", "Die Katze sieht"));
    }

    @Test
    void theKeysCopyTheTextThatHasTheFocus() throws Exception {
        write(0, "Katze");
        write(1, "Hunde", "bellen");
        OnScreen.run(() -> nodes(".written").get(1).requestFocus());
        person.press(KeyCode.CONTROL, KeyCode.C);
        assertThat(clipboard()).isEqualTo(copied("second", "Die Hunde bellen"));
    }

    @Test
    void allTextsStandOneBelowTheOther() throws Exception {
        assertThat(node("#copyAll").isDisabled()).isTrue();
        write(0, "Katze");
        write(1, "Hunde", "bellen");
        person.click("#copyAll");
        assertThat(clipboard())
                .isEqualTo(
                        copied("first", "Die Katze")
                                + "\n\n"
                                + copied("second", "Die Hunde bellen"));
    }

    /// The settings are those that the text was asked for with, whatever the form says since.
    private String copied(String model, String text) {
        return String.join(
                "\n",
                model + " (from a folder)",
                "Model: " + folder.resolve(model),
                "Prompt: Die",
                "Seed 7, temperature 0.85, top-p 0.9, top-k 40, at most 24 new tokens",
                "",
                text);
    }

    private void write(int writer, String... words) throws Exception {
        OnScreen.run(
                () -> {
                    Consumer<Written> taker = viewModel.chosen().get(writer).begin(ASKED);
                    for (String word : words) {
                        taker.accept(written(word));
                    }
                    viewModel.pull();
                });
    }

    private static String clipboard() throws Exception {
        return OnScreen.get(() -> Clipboard.getSystemClipboard().getString());
    }
}
