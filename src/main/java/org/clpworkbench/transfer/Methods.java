package org.clpworkbench.transfer;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// The transfer methods by name, the default first.
public final class Methods {
    public static final String DEFAULT = "linear";

    private static final List<Registered> ALL =
            List.of(
                    new Registered(
                            new Entry(
                                    DEFAULT,
                                    "One ridge map, fitted on the anchors, carries every helper row"
                                            + " into the source's space.",
                                    false),
                            Optional.of(LinearMap::new)),
                    new Registered(
                            new Entry(
                                    "clp-centered",
                                    "The paper's weights after the helper's anchor mean is taken"
                                            + " away; negative cosines count as 0.",
                                    false),
                            Optional.of(CenteredProportional::new)),
                    new Registered(
                            new Entry(
                                    "clp",
                                    "The paper: a missing token is the mean of all anchors,"
                                            + " weighted by cosine in the helper.",
                                    false),
                            Optional.of(Proportional::new)),
                    new Registered(
                            new Entry(
                                    "mean",
                                    "Anchors copied, missing rows at the source's mean with a"
                                            + " little noise.",
                                    true),
                            Optional.of(() -> new DrawnRows(1e-3))),
                    new Registered(
                            new Entry(
                                    "normal",
                                    "Anchors copied, missing rows drawn from the source embedding's"
                                            + " distribution.",
                                    true),
                            Optional.of(() -> new DrawnRows(1))),
                    new Registered(
                            new Entry(
                                    "random",
                                    "All weights drawn anew: training from scratch.",
                                    true),
                            Optional.empty()));

    /// A method's name and what it does in one sentence, for people choosing one.
    public record Entry(String name, String explanation, boolean baseline) {}

    /// @param weighting empty when nothing of the source's weights is kept
    private record Registered(Entry entry, Optional<Supplier<Weighting>> weighting) {}

    private Methods() {}

    public static List<Entry> all() {
        return ALL.stream().map(Registered::entry).toList();
    }

    /// @throws TransferException that lists the names when there is no such method
    static Optional<Weighting> weighting(String name) throws TransferException {
        for (Registered method : ALL) {
            if (method.entry().name().equals(name)) {
                return method.weighting().map(Supplier::get);
            }
        }
        String names = all().stream().map(Entry::name).collect(Collectors.joining(", "));
        throw new TransferException(
                "There is no method \"%s\"; choose one of %s.".formatted(name, names));
    }
}
