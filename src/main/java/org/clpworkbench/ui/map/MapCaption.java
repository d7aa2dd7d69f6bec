package org.clpworkbench.ui.map;

import org.clpworkbench.projection.ProjectionSpec;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.Texts;

/// How a map was made, in words: all that is needed to make the same one.
final class MapCaption {
    private final Texts texts;

    MapCaption(Texts texts) {
        this.texts = texts;
    }

    String of(DrawnMap map) {
        String made = made(map);
        return map.kept() ? made : made + " " + texts.get("caption.notKept");
    }

    private String made(DrawnMap map) {
        ProjectionSpec spec = map.spec();
        double variance = map.projection().variance();
        String axes = Numbers.whole(ProjectionSpec.axes(map.width()));
        String space = texts.get("space." + spec.space().name());
        String seed = Long.toString(spec.seed());
        return switch (spec.method()) {
            case PCA -> texts.get("caption.PCA", space, seed, Numbers.percent(variance));
            case UMAP ->
                    texts.get(
                            "caption.UMAP",
                            space,
                            seed,
                            Numbers.whole(spec.neighbours()),
                            Numbers.decimal(ProjectionSpec.LEAST_DISTANCE, 1),
                            Numbers.decimal(ProjectionSpec.SPREAD, 0),
                            Numbers.whole(ProjectionSpec.NEGATIVE_SAMPLES),
                            Numbers.whole(ProjectionSpec.epochs(map.projection().size())),
                            axes);
            case T_SNE ->
                    texts.get(
                            "caption.T_SNE",
                            space,
                            seed,
                            Numbers.whole(spec.neighbours()),
                            Numbers.decimal(ProjectionSpec.THETA, 1),
                            Numbers.whole(ProjectionSpec.ITERATIONS),
                            axes);
        };
    }
}
