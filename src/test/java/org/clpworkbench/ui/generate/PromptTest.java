package org.clpworkbench.ui.generate;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;

import org.clpworkbench.generation.TextRequest;
import org.clpworkbench.ui.chart.OnScreen;
import org.clpworkbench.ui.common.TextClipboard;
import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;

/// The words that models continue.
class PromptTest extends OpenedGenerate {
    /// What the window's frame leaves of 1024 × 700 where texts are half as large again.
    private static final int WIDTH = 950;

    private static final int HEIGHT = 586;

    PromptTest() {
        super(WIDTH, HEIGHT);
    }

    @Test
    void pastedLinesStayLines() throws Exception {
        OnScreen.run(() -> TextClipboard.put("Zutaten:\nMehl\n"));
        person.click("#prompt");
        person.press(KeyCode.CONTROL, KeyCode.V);
        assertThat(viewModel.prompt().get()).isEqualTo("Zutaten:\nMehl\n");
    }

    /// There is no model in the folder: it is asked all the same, and what it was asked for is told
    /// in one line.
    @Test
    void enterWritesAndShiftEnterIsANewLine() throws Exception {
        Files.createDirectories(folder.resolve("first"));
        addFolder("first");
        person.type("#prompt", "Zutaten");
        person.press(KeyCode.SHIFT, KeyCode.ENTER);
        person.write("Mehl");
        assertThat(viewModel.prompt().get()).isEqualTo("Zutaten\nMehl");
        assertThat(viewModel.chosen().getFirst().request()).isEmpty();
        person.press(KeyCode.ENTER);
        assertThat(viewModel.chosen().getFirst().request().map(TextRequest::prompt))
                .contains("Zutaten\nMehl");
        assertThat(person.text("#answer")).contains("“Zutaten / Mehl”");
    }

    @Test
    void longWordsAreCutInTheSentenceOnly() {
        assertThat(FirstWords.inSentence("ab ".repeat(20))).isEqualTo("ab ".repeat(20).strip());
        assertThat(FirstWords.inSentence("𝒶".repeat(61))).isEqualTo("𝒶".repeat(60) + "…");
    }

    @Test
    void tabLeadsOnAndBack() throws Exception {
        person.type("#prompt", "Zutaten");
        Node there = OnScreen.get(scene::getFocusOwner);
        person.press(KeyCode.TAB);
        Node next = OnScreen.get(scene::getFocusOwner);
        assertThat(next).isNotEqualTo(there);
        person.press(KeyCode.SHIFT, KeyCode.TAB);
        assertThat(OnScreen.get(scene::getFocusOwner)).isEqualTo(there);
        assertThat(viewModel.prompt().get()).isEqualTo("Zutaten");
    }

    @Test
    void growsALittleAndLeavesRoomForTheTextsAt150Percent() throws Exception {
        addFolder("first");
        double one = height("eins");
        assertThat(height("eins\nzwei")).isEqualTo(one);
        double three = height("eins\nzwei\ndrei");
        assertThat(three).isGreaterThan(one);
        assertThat(height("1\n2\n3\n4\n5\n6")).isEqualTo(three);
        OnScreen.run(() -> scene.getRoot().setStyle("-fx-font-size: 19.5px"));
        double large = height("1\n2\n3\n4\n5\n6");
        assertThat(large).isGreaterThan(three);
        OnScreen.picture(scene, Path.of("target/pictures/generate-lines.png"));
        OnScreen.await(() -> bounds(".chances").getMaxY() <= HEIGHT);
        // 8 em
        OnScreen.await(() -> bounds(".writer").getHeight() > 8 * 19.5 - 1);
        OnScreen.await(() -> bounds(".writer").getMaxY() <= bounds(".chances").getMinY());
    }

    private double height(String words) throws Exception {
        return OnScreen.get(
                () -> {
                    var prompt = (TextArea) node("#prompt");
                    prompt.setText(words);
                    scene.getRoot().applyCss();
                    return prompt.prefHeight(-1);
                });
    }

    private Bounds bounds(String query) {
        return node(query).localToScene(node(query).getLayoutBounds());
    }
}
