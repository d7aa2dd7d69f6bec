package org.clpworkbench.ui.generate;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.css.PseudoClass;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;

import org.clpworkbench.generation.TextRequest;
import org.clpworkbench.generation.WriterLine.Written;
import org.clpworkbench.lm.Sampling;
import org.clpworkbench.ui.chart.OnScreen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/// The columns of texts, side by side, as models are ticked and unticked.
class WriterColumnsTest extends OpenedGenerate {
    private static final PseudoClass POINTED = PseudoClass.getPseudoClass("pointed");
    private static final TextRequest ASKED = new TextRequest("Die", 24, Sampling.greedy());

    @BeforeEach
    void addTwoFolders() throws Exception {
        addFolder("first");
        addFolder("second");
        OnScreen.await(() -> columns().size() == 2);
    }

    @Test
    void aTextKeepsItsColumnWhileOthersComeAndGo() throws Exception {
        Node first = OnScreen.get(() -> columns().getFirst());
        WriterChoice second = viewModel.chosen().getLast().choice();
        OnScreen.run(() -> viewModel.choose(second, false));
        assertThat(OnScreen.get(this::columns)).containsExactly(first);
        OnScreen.run(() -> viewModel.choose(second, true));
        assertThat(OnScreen.get(this::columns)).hasSize(2).startsWith(first);
    }

    @Test
    void aColumnThatIsGoneFollowsItsTextNoLonger() throws Exception {
        WriterText text = viewModel.chosen().getLast();
        Node column = OnScreen.get(() -> columns().getLast());
        Consumer<Written> taker = OnScreen.get(() -> text.begin(ASKED));
        taker.accept(written("Hunde"));
        OnScreen.run(text::pull);
        OnScreen.await(() -> tokens(column).size() == 1);
        OnScreen.run(() -> viewModel.choose(text.choice(), false));
        OnScreen.run(
                () -> {
                    text.tokens().add(written("bellen"));
                    viewModel.pointed().set(new Pointed(text, 0));
                });
        assertThat(OnScreen.get(() -> tokens(column)))
                .singleElement()
                .satisfies(
                        token -> assertThat(token.getPseudoClassStates()).doesNotContain(POINTED));
    }

    @Test
    void aTextFromRightToLeftBeginsAtTheRight() throws Exception {
        WriterText hebrew = viewModel.chosen().getLast();
        OnScreen.run(
                () -> {
                    viewModel.chosen().getFirst().begin(ASKED).accept(written("שלום"));
                    hebrew.begin(new TextRequest("שלום", 24, Sampling.greedy()))
                            .accept(written("עולם"));
                    viewModel.pull();
                });
        OnScreen.await(() -> tokens(columns().getLast()).size() == 1);
        assertThat(OnScreen.get(() -> orientation(0))).isEqualTo(NodeOrientation.LEFT_TO_RIGHT);
        assertThat(OnScreen.get(() -> orientation(1))).isEqualTo(NodeOrientation.RIGHT_TO_LEFT);
        OnScreen.picture(scene, Path.of("target/pictures/generate-right-to-left.png"));
        // another one takes its place
        OnScreen.run(() -> hebrew.begin(ASKED).accept(written("Hunde")));
        assertThat(OnScreen.get(() -> orientation(1))).isEqualTo(NodeOrientation.LEFT_TO_RIGHT);
    }

    private NodeOrientation orientation(int column) {
        return Objects.requireNonNull(columns().get(column).lookup(".written"))
                .getNodeOrientation();
    }

    private List<Node> columns() {
        return nodes(".writer");
    }

    private static List<Node> tokens(Node column) {
        return List.copyOf(column.lookupAll(".written-token"));
    }
}
