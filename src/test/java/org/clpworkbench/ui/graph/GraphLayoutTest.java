package org.clpworkbench.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.clpworkbench.ui.common.TokenKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

class GraphLayoutTest {
    private final TokenPicture picture = MadeGraphs.picture(60);

    @ParameterizedTest
    @EnumSource
    void givesEveryTokenAPlaceOfItsOwnTheSameEveryTime(GraphLayout layout) {
        var places = layout.places(picture, Map.of());
        assertThat(places).hasSize(60);
        assertThat(new HashSet<>(places.values())).hasSize(60);
        assertThat(places.values())
                .allMatch(place -> Double.isFinite(place.x()) && Double.isFinite(place.y()));
        assertThat(layout.places(picture, Map.of())).isEqualTo(places);
    }

    @ParameterizedTest
    @EnumSource
    void leavesPinnedTokensWhereTheyWerePut(GraphLayout layout) {
        var pin = new Place(1.7, -0.3);
        assertThat(layout.places(picture, Map.of(5, pin))).containsEntry(5, pin).hasSize(60);
    }

    @ParameterizedTest
    @EnumSource
    void drawsATokenThatIsAlone(GraphLayout layout) {
        var alone = new TokenPicture(picture.centre(), List.of(), List.of());
        assertThat(layout.places(alone, Map.of())).hasSize(1);
    }

    @Test
    void putsAllOnOneCircle() {
        assertThat(GraphLayout.CIRCLE.places(picture, Map.of()).values())
                .allSatisfy(
                        place ->
                                assertThat(Math.hypot(place.x(), place.y()))
                                        .isCloseTo(1, within(1e-9)));
    }

    @Test
    void putsAnchorsOnOneSideAndTheOthersOnTheOther() {
        var places = GraphLayout.FACING.places(picture, Map.of());
        for (TokenNode node : picture.around()) {
            double x = Objects.requireNonNull(places.get(node.id())).x();
            assertThat(x).isCloseTo(node.kind() == TokenKind.ANCHOR ? -1 : 1, within(1e-9));
        }
    }

    @Test
    void drawsTokensOfOneKindInOneColumn() {
        var few =
                new TokenPicture(
                        picture.centre(),
                        picture.around().stream()
                                .filter(node -> node.hub() == 0)
                                .filter(node -> node.kind() == TokenKind.MISSING)
                                .toList(),
                        List.of());
        assertThat(GraphLayout.FACING.places(few, Map.of()).values())
                .allMatch(place -> place.x() >= 0)
                .doesNotHaveDuplicates();
    }
}
