package org.clpworkbench.ui.generate;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.text.TextFlow;

import org.clpworkbench.generation.LikelyToken;
import org.clpworkbench.generation.TextRequest;
import org.clpworkbench.generation.WriterLine.Written;
import org.clpworkbench.lm.Sampling;
import org.clpworkbench.ui.chart.OnScreen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// Tokens of which nothing would be seen: a line break, and bytes that are no whole character yet.
class TokenMarksTest extends OpenedGenerate {
    private static final PseudoClass POINTED = PseudoClass.getPseudoClass("pointed");

    private final FxRobot robot = new FxRobot();

    @BeforeEach
    void addAText() throws Exception {
        addFolder("first");
        OnScreen.run(
                () -> {
                    Consumer<Written> taker =
                            text().begin(new TextRequest("Die", 24, Sampling.greedy()));
                    taker.accept(written("", "⟨0xE4 0xB8⟩", 0.0004));
                    taker.accept(written("中", "⟨0xAD⟩", 0.25));
                    taker.accept(written(" \n\r\n", "·↵", 0.25));
                    taker.accept(written(" ", "·", 0.25));
                    taker.accept(written("Haus", "Haus", 0.25));
                    viewModel.pull();
                });
        OnScreen.await(() -> tokens().size() == 5);
    }

    @Test
    void haveAMarkThatIsNotCopied() throws Exception {
        assertThat(OnScreen.get(this::marks)).containsExactly("E4 B8", "·↵0D↵");
        assertThat(OnScreen.get(() -> new CopiedText().of(text())))
                .endsWith("\n\nDie中 \n\r\n Haus");
        assertThat(OnScreen.get(() -> flow().getAccessibleText())).isEqualTo("Die中 \n\r\n Haus");
        // the line is broken all the same
        OnScreen.await(() -> top(4) > top(2));
        OnScreen.picture(scene, Path.of("target/pictures/generate-marks.png"));
    }

    @Test
    void areFoundByTheMouse() throws Exception {
        robot.targetWindow(scene.getWindow());
        for (int at = 0; at < 5; at++) {
            Node token = tokens().get(at);
            OnScreen.await(() -> token.getLayoutBounds().getWidth() > 2);
            robot.moveTo("#answer").moveTo(token);
            assertThat(viewModel.pointed().get()).isEqualTo(new Pointed(text(), at));
        }
    }

    @Test
    void areMarkedWhenKeysLeadThere() throws Exception {
        robot.targetWindow(scene.getWindow()).moveTo("#answer");
        OnScreen.run(() -> flow().requestFocus());
        person.press(KeyCode.HOME);
        assertThat(OnScreen.get(() -> tokens().get(0).getPseudoClassStates())).contains(POINTED);
        person.press(KeyCode.RIGHT);
        person.press(KeyCode.RIGHT);
        assertThat(OnScreen.get(() -> tokens().get(0).getPseudoClassStates()))
                .doesNotContain(POINTED);
        assertThat(OnScreen.get(() -> tokens().get(2).getPseudoClassStates())).contains(POINTED);
    }

    @Test
    void aSmallProbabilityIsNotToldAsNone() throws Exception {
        OnScreen.run(() -> viewModel.pointed().set(new Pointed(text(), 0)));
        assertThat(person.text("#chance"))
                .isEqualTo(
                        "“⟨0xE4 0xB8⟩” had a probability of under 0.1\u202f%: the second likeliest."
                                + " It is the model’s own, before temperature, top-p and top-k.");
        assertThat(person.reads(".chances")).contains("under 0.1\u202f%");
    }

    private WriterText text() {
        return viewModel.chosen().getFirst();
    }

    private TextFlow flow() {
        return (TextFlow) node(".written");
    }

    private List<Node> tokens() {
        return nodes(".written-token");
    }

    private double top(int token) {
        return tokens().get(token).getBoundsInParent().getMinY();
    }

    private List<String> marks() {
        return nodes(".written-mark").stream().map(mark -> ((Labeled) mark).getText()).toList();
    }

    private static Written written(String text, String display, double probability) {
        var drawn = new LikelyToken(1, display, probability);
        return new Written(text, drawn, List.of(new LikelyToken(9, "und", 0.5), drawn));
    }
}
