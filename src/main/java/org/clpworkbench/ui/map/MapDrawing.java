package org.clpworkbench.ui.map;

import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.job.Progress;
import org.clpworkbench.projection.EmbeddingRows;
import org.clpworkbench.projection.KeptProjections;
import org.clpworkbench.projection.ProjectionSpec;
import org.clpworkbench.ui.common.ScreenContext;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.vocab.Matching;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Makes maps of a pair's vocabularies, off the JavaFX thread.
record MapDrawing(
        Path source, Path helper, Matching matching, KeptProjections projections, Texts texts) {
    private static final String FOLDER = "maps";

    /// Of the pair as it is now; none while there is no pair.
    static Optional<MapDrawing> of(ScreenContext context, Texts texts) {
        ModelSummary source = context.pair().source().get();
        ModelSummary helper = context.pair().helper().get();
        if (source == null || helper == null) {
            return Optional.empty();
        }
        var kept = new KeptProjections(context.workspace().folder().resolve(FOLDER));
        var matching = context.pair().matching().get();
        return Optional.of(new MapDrawing(source.folder(), helper.folder(), matching, kept, texts));
    }

    /// The map that is asked for, read where it was made before.
    DrawnMap draw(MapModel of, ProjectionSpec spec, Progress progress) throws IOException {
        List<MapToken> tokens = tokens(of, progress);
        try (var rows = EmbeddingRows.open(of.folder(), tokens.size())) {
            KeptProjections.Found found = projections.of(rows, spec, progress);
            return map(of, spec, tokens, rows.width(), found);
        }
    }

    /// The same where it was made before; none is made.
    Optional<DrawnMap> known(MapModel of, ProjectionSpec spec, Progress progress)
            throws IOException {
        List<MapToken> tokens = tokens(of, progress);
        try (var rows = EmbeddingRows.open(of.folder(), tokens.size())) {
            int width = rows.width();
            return projections
                    .known(rows, spec, progress)
                    .map(known -> new KeptProjections.Found(known, true))
                    .map(found -> map(of, spec, tokens, width, found));
        }
    }

    private List<MapToken> tokens(MapModel of, Progress progress) throws IOException {
        progress.stage(texts.get("stage.reading"));
        return new MapTokens(texts).of(of, source, helper, matching);
    }

    private static DrawnMap map(
            MapModel of,
            ProjectionSpec spec,
            List<MapToken> tokens,
            int width,
            KeptProjections.Found found) {
        var projection = found.projection();
        List<MapToken> withRows = List.copyOf(tokens.subList(0, projection.size()));
        return new DrawnMap(of, spec, projection, withRows, width, found.kept());
    }
}
