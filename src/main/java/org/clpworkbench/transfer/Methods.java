package org.clpworkbench.transfer;

import java.util.List;

/// The transfer methods by name, the default first. A name's one-line explanation is for people
/// choosing one.
public final class Methods {
    public static final String DEFAULT = "linear";

    /// A method's name and what it does in one sentence.
    public record Entry(String name, String explanation, boolean baseline) {}

    private Methods() {}

    public static List<Entry> all() {
        return List.of(
                new Entry(
                        "linear",
                        "One ridge map, fitted on the anchors, carries every helper row into the"
                                + " source's space.",
                        false),
                new Entry(
                        "clp-centered",
                        "The paper's weights after the helper's anchor mean is taken away; negative"
                                + " cosines count as 0.",
                        false),
                new Entry(
                        "clp",
                        "The paper: a missing token is the mean of all anchors, weighted by cosine"
                                + " in the helper.",
                        false),
                new Entry(
                        "mean",
                        "Anchors copied, missing rows at the anchors' mean with a little noise.",
                        true),
                new Entry(
                        "normal",
                        "Anchors copied, missing rows drawn from the source embedding's"
                                + " distribution.",
                        true),
                new Entry("random", "All weights drawn anew: training from scratch.", true));
    }
}
