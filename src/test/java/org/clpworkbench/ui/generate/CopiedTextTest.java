package org.clpworkbench.ui.generate;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;

import org.clpworkbench.generation.LikelyToken;
import org.clpworkbench.generation.TextRequest;
import org.clpworkbench.generation.WriterLine.Written;
import org.clpworkbench.lm.Sampling;
import org.clpworkbench.settings.SettingsFile;
import org.clpworkbench.ui.Person;
import org.clpworkbench.ui.TestContext;
import org.clpworkbench.ui.chart.OnScreen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// What lies in the clipboard when a person has copied what models wrote.
class CopiedTextTest {
    private static final TextRequest ASKED =
            new TextRequest("Die", 24, new Sampling(0.85, 40, 0.9, 7));

    @TempDir private Path folder;
    private TestContext test;
    private SettingsFile settings;
    private GenerateViewModel viewModel;
    private Scene scene;
    private final Person person = new Person(() -> scene);

    @BeforeEach
    void openWithTwoModels() throws Exception {
        test = new TestContext(folder);
        settings = new SettingsFile(folder.resolve("settings.json"));
        viewModel = OnScreen.get(() -> new GenerateViewModel(test.context(), settings));
        scene = OnScreen.get(() -> OnScreen.show(new GenerateView(viewModel).root(), 980, 640));
        test.dialogs().willAnswer(folder.resolve("first"));
        test.dialogs().willAnswer(folder.resolve("second"));
        person.click("#addFolder");
        person.click("#addFolder");
        OnScreen.await(() -> viewModel.chosen().size() == 2);
    }

    @AfterEach
    void close() throws Exception {
        OnScreen.run(() -> scene.getWindow().hide());
        viewModel.close();
        settings.close();
        test.close();
    }

    @Test
    void oneTextTellsHowItIsWrittenAgain() throws Exception {
        assertThat(node(".copy-written").isDisabled()).isTrue();
        write(0, " Katze", " sieht");
        person.click(".copy-written");
        assertThat(clipboard()).isEqualTo(copied("first", "Die Katze sieht"));
    }

    @Test
    void theKeysCopyTheTextThatHasTheFocus() throws Exception {
        write(0, " Katze");
        write(1, " Hunde", " bellen");
        OnScreen.run(() -> flow(1).requestFocus());
        person.press(KeyCode.CONTROL, KeyCode.C);
        assertThat(clipboard()).isEqualTo(copied("second", "Die Hunde bellen"));
    }

    @Test
    void allTextsStandOneBelowTheOther() throws Exception {
        assertThat(node("#copyAll").isDisabled()).isTrue();
        write(0, " Katze");
        write(1, " Hunde", " bellen");
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

    private void write(int writer, String... pieces) throws Exception {
        OnScreen.run(
                () -> {
                    Consumer<Written> taker = viewModel.chosen().get(writer).begin(ASKED);
                    for (String piece : pieces) {
                        var token = new LikelyToken(1, piece.strip(), 0.5);
                        taker.accept(new Written(piece, token, List.of(token)));
                    }
                    viewModel.pull();
                });
    }

    private Node flow(int writer) {
        return List.copyOf(scene.getRoot().lookupAll(".written")).get(writer);
    }

    private Node node(String query) {
        return scene.getRoot().lookup(query);
    }

    private static String clipboard() throws Exception {
        return OnScreen.get(() -> Clipboard.getSystemClipboard().getString());
    }
}
