package org.clpworkbench.ui.overlap;

import org.clpworkbench.job.Progress;
import org.clpworkbench.vocab.Matching;
import org.clpworkbench.vocab.ModelTokenizer;
import org.clpworkbench.vocab.Overlap;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What the two vocabularies have in common, and both tokenizers held open to be asked about texts.
/// The tokenizers are used on the computing thread only.
///
/// @param byRule the overlap under every matching rule
/// @param helperIds for each id of the source the lowest of the helper that it is an anchor of, -1
///   where there is none
record OverlapFindings(
        Overlap overlap,
        List<Overlap> byRule,
        TokensOnShow tokens,
        List<Integer> helperIds,
        ModelTokenizer sourceTokenizer,
        ModelTokenizer helperTokenizer)
        implements AutoCloseable {
    static OverlapFindings of(Path source, Path helper, Matching matching, Progress progress)
            throws IOException {
        progress.stage("Reading both vocabularies");
        ModelTokenizer sourceTokenizer = ModelTokenizer.open(source);
        try {
            ModelTokenizer helperTokenizer = ModelTokenizer.open(helper);
            try {
                return of(sourceTokenizer, helperTokenizer, matching, progress);
            } catch (RuntimeException unwanted) {
                helperTokenizer.close();
                throw unwanted;
            }
        } catch (IOException | RuntimeException unwanted) {
            sourceTokenizer.close();
            throw unwanted;
        }
    }

    private static OverlapFindings of(
            ModelTokenizer source, ModelTokenizer helper, Matching matching, Progress progress) {
        progress.stage("Matching the tokens");
        var byRule = new ArrayList<Overlap>();
        for (Matching rule : Matching.values()) {
            progress.checkCancelled();
            byRule.add(Overlap.of(source.vocabulary(), helper.vocabulary(), rule));
        }
        Overlap overlap = byRule.get(matching.ordinal());
        progress.checkCancelled();
        return new OverlapFindings(
                overlap,
                List.copyOf(byRule),
                TokensOnShow.of(overlap, byRule, Optional.empty()),
                helperIds(overlap),
                source,
                helper);
    }

    private static List<Integer> helperIds(Overlap overlap) {
        Integer[] ids = new Integer[overlap.source().idRange()];
        Arrays.fill(ids, -1);
        for (Overlap.Anchor anchor : overlap.anchors().reversed()) {
            ids[anchor.sourceId()] = anchor.targetId();
        }
        return List.of(ids);
    }

    @Override
    public void close() {
        sourceTokenizer.close();
        helperTokenizer.close();
    }
}
