package org.clpworkbench.ui.neighbours;

import org.clpworkbench.checkpoint.ModelFiles;
import org.clpworkbench.settings.Explored;
import org.clpworkbench.settings.GraphSight;
import org.clpworkbench.ui.graph.Exploration;
import org.clpworkbench.ui.graph.GraphLayout;
import org.clpworkbench.ui.graph.Place;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The files that an explored graph is of. It is gone on with at another start of the program where
/// both models' are as they were: ids mean the same tokens then.
record PairFiles(ModelFiles source, ModelFiles helper) {
    static PairFiles of(Path source, Path helper) throws IOException {
        return new PairFiles(ModelFiles.of(source), ModelFiles.of(helper));
    }

    Explored kept(Way way, Exploration state, Optional<GraphSight> sight) {
        return new Explored(
                source,
                helper,
                way.name(),
                state.root(),
                state.expanded(),
                state.pins().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(
                                pin ->
                                        new Explored.Pin(
                                                pin.getKey(),
                                                pin.getValue().x(),
                                                pin.getValue().y()))
                        .toList(),
                state.k(),
                state.threshold(),
                state.layout().name(),
                sight);
    }

    /// What was explored, empty where it was in other files or cannot be.
    ///
    /// @param known whether the helper has a token
    Optional<Exploration> again(Explored left, IntPredicate known) {
        boolean ofThese = left.source().equals(source) && left.helper().equals(helper);
        return ofThese && tokens(left).allMatch(known) && canBe(left)
                ? layout(left).map(layout -> exploration(left, layout))
                : Optional.empty();
    }

    private static IntStream tokens(Explored left) {
        return Stream.of(
                        Stream.of(left.token()),
                        left.expanded().stream(),
                        left.pins().stream().map(Explored.Pin::token))
                .flatMap(tokens -> tokens)
                .mapToInt(token -> token);
    }

    private static boolean canBe(Explored left) {
        return left.k() >= Exploration.FEWEST
                && left.k() <= Exploration.MOST
                && left.threshold() >= 0
                && left.threshold() <= 1;
    }

    private static Optional<GraphLayout> layout(Explored left) {
        return Arrays.stream(GraphLayout.values())
                .filter(layout -> layout.name().equals(left.layout()))
                .findFirst();
    }

    private static Exploration exploration(Explored left, GraphLayout layout) {
        var pins = new HashMap<Integer, Place>();
        left.pins().forEach(pin -> pins.put(pin.token(), new Place(pin.x(), pin.y())));
        return new Exploration(
                left.token(), left.expanded(), pins, left.k(), left.threshold(), layout);
    }
}
