package org.clpworkbench.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.clpworkbench.ui.common.TokenKind;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Objects;

class RadialLayoutTest {
    private static TokenNode node(int id, double cosine) {
        return node(id, cosine, 1);
    }

    private static TokenNode node(int id, double cosine, int hub) {
        return new TokenNode(id, "token " + id, TokenKind.ANCHOR, cosine, hub, false, false);
    }

    private static double radius(Map<Integer, Place> places, int id) {
        Place place = Objects.requireNonNull(places.get(id));
        return Math.hypot(place.x(), place.y());
    }

    private final TokenPicture picture =
            new TokenPicture(
                    node(1, 1),
                    List.of(node(2, 0.9), node(3, 0.7), node(4, 0.5), node(5, 0.5)),
                    List.of(new TokenLink(2, 3, 0.6), new TokenLink(4, 5, 0.8)));

    @Test
    void putsTheTokenInTheMiddleAndTheLeastAlikeOutermost() {
        var places = RadialLayout.of(picture, Map.of());
        assertThat(radius(places, 1)).isZero();
        assertThat(radius(places, 2)).isLessThan(radius(places, 3));
        assertThat(radius(places, 3)).isLessThan(radius(places, 4));
        assertThat(radius(places, 4)).isCloseTo(1, within(1e-12));
        assertThat(radius(places, 5)).isCloseTo(1, within(1e-12));
    }

    @Test
    void drawsTheSamePictureEveryTime() {
        assertThat(RadialLayout.of(picture, Map.of()))
                .isEqualTo(RadialLayout.of(picture, Map.of()));
    }

    @Test
    void opensTheNeighboursOfAnExpandedTokenAwayFromTheMiddle() {
        var wider =
                new TokenPicture(
                        node(1, 1),
                        List.of(node(2, 0.9), node(3, 0.7), node(6, 0.8, 3), node(7, 0.6, 3)),
                        List.of());
        var places = RadialLayout.of(wider, Map.of());
        Place hub = Objects.requireNonNull(places.get(3));
        for (int id : new int[] {6, 7}) {
            Place place = Objects.requireNonNull(places.get(id));
            assertThat((place.x() - hub.x()) * hub.x() + (place.y() - hub.y()) * hub.y())
                    .isPositive();
        }
        assertThat(places.get(2))
                .isEqualTo(
                        RadialLayout.of(
                                        new TokenPicture(
                                                node(1, 1),
                                                List.of(node(2, 0.9), node(3, 0.7)),
                                                List.of()),
                                        Map.of())
                                .get(2));
    }

    @Test
    void takesPinnedTokensWithTheirNeighbours() {
        var wider = new TokenPicture(node(1, 1), List.of(node(3, 0.7), node(6, 0.8, 3)), List.of());
        var places = RadialLayout.of(wider, Map.of(3, new Place(5, 0)));
        assertThat(places.get(3)).isEqualTo(new Place(5, 0));
        assertThat(Objects.requireNonNull(places.get(6)).x()).isGreaterThan(5);
    }

    @Test
    void refusesATokenWithoutItsHub() {
        assertThatThrownBy(() -> new TokenPicture(node(1, 1), List.of(node(6, 0.8, 3)), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("6");
    }
}
