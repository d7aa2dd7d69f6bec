package org.clpworkbench.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.stream.Stream;

class GraphHistoryTest {
    private final GraphHistory begin = GraphHistory.of(Exploration.of(7, 20));

    static Stream<GraphChange> changes() {
        return Stream.of(
                new GraphChange.LookAt(8),
                new GraphChange.Expand(8),
                new GraphChange.Pin(8, new Place(1, 2)),
                new GraphChange.Neighbours(5),
                new GraphChange.Threshold(0.5),
                new GraphChange.Arrange(GraphLayout.CIRCLE));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void undoesAndRedoesEveryChange(GraphChange change) {
        GraphHistory changed = begin.then(change);
        assertThat(changed.present()).isNotEqualTo(begin.present());
        assertThat(changed.undone().present()).isEqualTo(begin.present());
        assertThat(changed.undone().redone()).isEqualTo(changed);
    }

    @Test
    void undoesCollapsingAndUnpinning() {
        GraphHistory built =
                begin.then(new GraphChange.Expand(8))
                        .then(new GraphChange.Pin(8, new Place(1, 2)))
                        .then(new GraphChange.Collapse(8))
                        .then(new GraphChange.Unpin(8));
        assertThat(built.present()).isEqualTo(begin.present());
        assertThat(built.undone().present().pins()).containsKey(8);
        assertThat(built.undone().undone().present().expanded()).containsExactly(8);
    }

    @Test
    void keepsNoStepForWhatChangesNothing() {
        assertThat(begin.then(new GraphChange.Neighbours(20))).isSameAs(begin);
        assertThat(begin.then(new GraphChange.Expand(7))).isSameAs(begin);
        assertThat(begin.undone()).isSameAs(begin);
        assertThat(begin.redone()).isSameAs(begin);
    }

    @Test
    void forgetsWhatWasUndoneWhenSomethingElseIsDone() {
        GraphHistory other =
                begin.then(new GraphChange.Expand(8)).undone().then(new GraphChange.Expand(9));
        assertThat(other.redone()).isSameAs(other);
        assertThat(other.present().expanded()).containsExactly(9);
    }

    @Test
    void goesBackToTheTokenBeforeWithItsExpansions() {
        GraphHistory far =
                begin.then(new GraphChange.Expand(8))
                        .then(new GraphChange.LookAt(9))
                        .then(new GraphChange.Expand(10));
        assertThat(begin.hasTokenBefore()).isFalse();
        assertThat(far.hasTokenBefore()).isTrue();
        assertThat(far.atTokenBefore().present().root()).isEqualTo(7);
        assertThat(far.atTokenBefore().present().expanded()).containsExactly(8);
        assertThat(far.atTokenBefore().redone().redone()).isEqualTo(far);
    }

    @Test
    void refusesMoreNeighboursThanCanBeToldApart() {
        assertThatThrownBy(() -> begin.then(new GraphChange.Neighbours(41)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("41");
    }
}
