package org.clpworkbench.transfer;

import java.util.List;
import java.util.stream.Collectors;

/// The transfer methods by name, the default first. A name's one-line explanation is for people
/// choosing one.
public final class Methods {
    public static final String DEFAULT = "linear";

    /// The one method that reuses no weights at all.
    static final String RANDOM = "random";

    private static final List<Registered> ALL =
            List.of(
                    combination(
                            "linear",
                            "One ridge map, fitted on the anchors, carries every helper row into"
                                    + " the source's space.",
                            new LinearMap()),
                    combination(
                            "clp-centered",
                            "The paper's weights after the helper's anchor mean is taken away;"
                                    + " negative cosines count as 0.",
                            new CenteredProportional()),
                    combination(
                            "clp",
                            "The paper: a missing token is the mean of all anchors, weighted by"
                                    + " cosine in the helper.",
                            new Proportional()),
                    baseline(
                            "mean",
                            "Anchors copied, missing rows at the source embedding's mean with a"
                                    + " little noise.",
                            new DrawnRows(1e-3)),
                    baseline(
                            "normal",
                            "Anchors copied, missing rows drawn from the source embedding's"
                                    + " distribution.",
                            new DrawnRows(1)),
                    baseline(
                            RANDOM,
                            "All weights drawn anew: training from scratch.",
                            new DrawnRows(1)));

    /// A method's name and what it does in one sentence.
    public record Entry(String name, String explanation, boolean baseline) {}

    private record Registered(Entry entry, Weighting weighting) {}

    private Methods() {}

    public static List<Entry> all() {
        return ALL.stream().map(Registered::entry).toList();
    }

    /// @throws IllegalArgumentException for a name that is none of {@link #all}
    public static Entry entry(String name) {
        return registered(name).entry;
    }

    static Weighting weighting(String name) {
        return registered(name).weighting;
    }

    private static Registered registered(String name) {
        return ALL.stream()
                .filter(method -> method.entry.name.equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "There is no transfer method \"%s\"; choose one of %s."
                                                .formatted(name, names())));
    }

    private static String names() {
        return ALL.stream().map(method -> method.entry.name).collect(Collectors.joining(", "));
    }

    private static Registered combination(String name, String explanation, Weighting weighting) {
        return new Registered(new Entry(name, explanation, false), weighting);
    }

    private static Registered baseline(String name, String explanation, Weighting weighting) {
        return new Registered(new Entry(name, explanation, true), weighting);
    }
}
