package org.clpworkbench.ui.neighbours;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.TableView;

import org.clpworkbench.ui.WorkbenchWindow;
import org.clpworkbench.ui.common.TokenKind;
import org.clpworkbench.ui.graph.DrawnGraph;
import org.clpworkbench.ui.graph.TokenLink;
import org.clpworkbench.ui.graph.TokenNode;
import org.clpworkbench.ui.graph.TokenPicture;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Objects;

/// The table as the other form of the graph.
class NeighbourRowsTest extends OpenedSmallPair {
    private static final TokenNode MIDDLE = node(1, 1, 1, true);
    private static final TokenNode WIDE = node(2, 0.9, 1, true);
    private static final TokenNode NEAR = node(3, 0.8, 1, false);
    private static final TokenNode FAR = node(4, 0.7, 2, false);

    @Test
    void haveALineForEachExpandedTokenThatATokenIsNextTo() {
        var links =
                List.of(
                        new TokenLink(2, 3, 0.6),
                        new TokenLink(4, 1, 0.5),
                        // between two that are not expanded
                        new TokenLink(3, 4, 0.4));
        var picture = new TokenPicture(MIDDLE, List.of(WIDE, NEAR, FAR), links);
        assertThat(NeighbourRows.of(picture))
                .containsExactly(WIDE, NEAR, FAR, node(3, 0.6, 2, false), node(4, 0.5, 1, false));
    }

    @Test
    void keepTheRowOfATokenThatIsSelected() {
        SmallPair.look(viewModel, SmallPair.NEU);
        TableView<TokenNode> table =
                WorkbenchWindow.onFxThread(
                        () -> {
                            var made = new TableView<TokenNode>();
                            var _ = new NeighbourTable(made, viewModel);
                            viewModel.graph().toggle(SmallPair.HAUS);
                            return made;
                        });
        WorkbenchWindow.waitUntil(
                "the graph", () -> drawn().state().expanded().contains(SmallPair.HAUS));
        int around = drawn().picture().around().size();
        assertThat(table.getItems()).hasSizeGreaterThan(around);
        TokenNode second = table.getItems().get(around);
        assertThat(second.hub()).isEqualTo(SmallPair.HAUS);
        TokenNode selected =
                WorkbenchWindow.onFxThread(
                        () -> {
                            table.getSelectionModel().select(around);
                            return table.getSelectionModel().getSelectedItem();
                        });
        assertThat(selected).isEqualTo(second);
        assertThat(Objects.requireNonNull(viewModel.graph().selected().get()).id())
                .isEqualTo(second.id());
    }

    private DrawnGraph drawn() {
        return Objects.requireNonNull(viewModel.graph().drawn().get());
    }

    private static TokenNode node(int id, double cosine, int hub, boolean expanded) {
        return new TokenNode(id, "t" + id, TokenKind.MISSING, cosine, hub, expanded, false);
    }
}
