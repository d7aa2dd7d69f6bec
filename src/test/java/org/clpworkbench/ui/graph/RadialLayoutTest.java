package org.clpworkbench.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.clpworkbench.ui.common.TokenKind;
import org.clpworkbench.ui.graph.RadialLayout.Place;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

class RadialLayoutTest {
    private static TokenNode node(int id, double cosine) {
        return new TokenNode(id, "token " + id, TokenKind.ANCHOR, cosine);
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
        var places = RadialLayout.of(picture);
        assertThat(radius(places, 1)).isZero();
        assertThat(radius(places, 2)).isLessThan(radius(places, 3));
        assertThat(radius(places, 3)).isLessThan(radius(places, 4));
        assertThat(radius(places, 4)).isCloseTo(1, within(1e-12));
        assertThat(radius(places, 5)).isCloseTo(1, within(1e-12));
    }

    @Test
    void drawsTheSamePictureEveryTime() {
        assertThat(RadialLayout.of(picture)).isEqualTo(RadialLayout.of(picture));
    }

    @Test
    void refusesMoreTokensThanCanBeToldApart() {
        List<TokenNode> many =
                IntStream.range(0, TokenPicture.MOST + 1).mapToObj(id -> node(id, 0.5)).toList();
        assertThatThrownBy(() -> new TokenPicture(node(99, 1), many, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("41");
    }
}
