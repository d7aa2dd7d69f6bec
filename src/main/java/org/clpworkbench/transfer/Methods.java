package org.clpworkbench.transfer;

import static org.clpworkbench.transfer.Space.HELPER;
import static org.clpworkbench.transfer.Space.HELPER_CENTERED;
import static org.clpworkbench.transfer.Space.STATIC_BILINGUAL;
import static org.clpworkbench.transfer.Space.STATIC_TARGET;
import static org.clpworkbench.vocab.Matching.CANONICAL;
import static org.clpworkbench.vocab.Matching.EXACT;
import static org.clpworkbench.vocab.Matching.ROLES;

import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldArgumentException;
import org.clpworkbench.vocab.Matching;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The transfer methods by name, the default first, and the weightings that they are composed of.
/// One line each, with a one-line explanation for people choosing.
public final class Methods {
    public static final String DEFAULT = "procrustes";

    /// The one weighting that reuses no weights at all.
    static final String RANDOM = "random";

    /// The one weighting that copies anchors' rows to tokens that they do not belong to.
    static final String SHUFFLED = "shuffled";

    private static final Map<String, Weighting> WEIGHTINGS = new LinkedHashMap<>();
    private static final List<Entry> ALL = new ArrayList<>();

    static {
        weighting("procrustes", new Procrustes());
        weighting("linear", new LinearMap());
        weighting("positive", new PositiveProportional());
        weighting("proportional", new Proportional());
        weighting("sparsemax", new Sparsemax());
        weighting("softmax-10", new NearestSoftmax(10, 0.1));
        weighting("omp-64", new MatchingPursuit(64));
        weighting("mean", new DrawnRows(1e-3));
        weighting("normal", new DrawnRows(1));
        weighting(SHUFFLED, new DrawnRows(1));
        weighting(RANDOM, new DrawnRows(1));

        method(
                "procrustes",
                CANONICAL,
                HELPER,
                "procrustes",
                "The helper's space is turned onto the source's: a rotation fitted on the anchors,"
                        + " all distances kept.");
        method(
                "linear",
                CANONICAL,
                HELPER,
                "linear",
                "One ridge map, fitted on the anchors, carries every helper row into the source's"
                        + " space.");
        method(
                "clp-centered",
                EXACT,
                HELPER_CENTERED,
                "positive",
                "The paper's weights after the helper's anchor mean is taken away; negative cosines"
                        + " count as 0.");
        method(
                "clp",
                EXACT,
                HELPER,
                "proportional",
                "The paper: a missing token is the mean of all anchors, weighted by cosine in the"
                        + " helper.");
        method(
                "clp-plus",
                CANONICAL,
                HELPER,
                "sparsemax",
                "CLP+: only the nearest anchors count, as many as sparsemax leaves.");
        method(
                "focus",
                CANONICAL,
                STATIC_TARGET,
                "sparsemax",
                "FOCUS: as clp-plus, with similarity from vectors trained on your target text.");
        method(
                "wechsel",
                ROLES,
                STATIC_BILINGUAL,
                "softmax-10",
                "WECHSEL: the 10 nearest source tokens by word vectors that a dictionary aligns.");
        method(
                "omp",
                CANONICAL,
                HELPER,
                "omp-64",
                "Orthogonal matching pursuit: the 64 anchors that rebuild the helper row best.");
        method(
                "shuffled",
                CANONICAL,
                HELPER,
                SHUFFLED,
                "Anchors copied onto random tokens, the rest drawn: what the trunk alone is"
                        + " worth.");
        method(
                "mean",
                CANONICAL,
                HELPER,
                "mean",
                "Anchors copied, missing rows at the source embedding's mean with a little noise.");
        method(
                "normal",
                CANONICAL,
                HELPER,
                "normal",
                "Anchors copied, missing rows drawn from the source embedding's distribution.");
        method(RANDOM, CANONICAL, HELPER, RANDOM, "All weights drawn anew: training from scratch.");
    }

    /// A method's name, what it is composed of, and what it does in one sentence.
    public record Entry(String name, Recipe recipe, String explanation) {
        public boolean baseline() {
            return recipe.baseline();
        }
    }

    private Methods() {}

    public static List<Entry> all() {
        return List.copyOf(ALL);
    }

    /// The names that a {@link Recipe} may give as its weighting.
    public static List<String> weightings() {
        return List.copyOf(WEIGHTINGS.keySet());
    }

    /// @throws IllegalArgumentException for a name that is none of {@link #all}
    public static Entry entry(String name) {
        return ALL.stream()
                .filter(method -> method.name.equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new ToldArgumentException(
                                        Sentence.of(
                                                Methods.class, "method.unknown", name, names())));
    }

    /// @throws IllegalArgumentException for a name that is none of {@link #weightings}
    static Weighting weighting(String name) {
        Weighting known = WEIGHTINGS.get(name);
        if (known == null) {
            throw new ToldArgumentException(
                    Sentence.of(
                            Methods.class,
                            "weighting.unknown",
                            name,
                            String.join(", ", weightings())));
        }
        return known;
    }

    private static String names() {
        return ALL.stream().map(Entry::name).collect(Collectors.joining(", "));
    }

    private static void weighting(String name, Weighting weighting) {
        WEIGHTINGS.put(name, weighting);
    }

    private static void method(
            String name, Matching matching, Space space, String weighting, String explanation) {
        ALL.add(new Entry(name, new Recipe(matching, space, weighting), explanation));
    }
}
