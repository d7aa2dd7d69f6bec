package org.clpworkbench.ui.overlap;

import org.clpworkbench.job.Progress;
import org.clpworkbench.ui.common.TokenKind;
import org.clpworkbench.vocab.Coverage;
import org.clpworkbench.vocab.Matching;
import org.clpworkbench.vocab.ModelTokenizer;
import org.clpworkbench.vocab.Overlap;
import org.clpworkbench.vocab.Vocabulary;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// What the two vocabularies have in common, and both tokenizers held open to be asked about
/// sentences. The tokenizers are used on the computing thread only.
///
/// @param coverage over a sample of the text in the helper's language
/// @param sharedSourceIds the source's tokens that are anchors
record OverlapFindings(
        Overlap overlap,
        Coverage coverage,
        List<TokenRow> rows,
        BitSet sharedSourceIds,
        ModelTokenizer sourceTokenizer,
        ModelTokenizer helperTokenizer)
        implements AutoCloseable {
    private static final int SAMPLE_BYTES = 400_000;

    static OverlapFindings of(
            Path source, Path helper, Path text, Matching matching, Progress progress)
            throws IOException {
        progress.stage("Reading both vocabularies");
        ModelTokenizer sourceTokenizer = ModelTokenizer.open(source);
        ModelTokenizer helperTokenizer = ModelTokenizer.open(helper);
        progress.checkCancelled();
        progress.stage("Matching the tokens");
        Overlap overlap =
                Overlap.of(sourceTokenizer.vocabulary(), helperTokenizer.vocabulary(), matching);
        progress.checkCancelled();
        progress.stage("Cutting a sample of the text");
        Coverage coverage = Coverage.of(sample(text), sourceTokenizer, helperTokenizer, overlap);
        var shared = new BitSet();
        overlap.anchors().forEach(anchor -> shared.set(anchor.sourceId()));
        return new OverlapFindings(
                overlap, coverage, rows(overlap), shared, sourceTokenizer, helperTokenizer);
    }

    private static String sample(Path text) throws IOException {
        try (InputStream in = Files.newInputStream(text)) {
            String all = new String(in.readNBytes(SAMPLE_BYTES), StandardCharsets.UTF_8);
            int end = all.lastIndexOf('\n');
            return end > SAMPLE_BYTES / 2 ? all.substring(0, end) : all;
        }
    }

    private static List<TokenRow> rows(Overlap overlap) {
        Vocabulary target = overlap.target();
        var rows = new ArrayList<TokenRow>(target.size());
        for (int id = 0; id < target.idRange(); id++) {
            var token = target.token(id);
            if (token.isPresent()) {
                int sourceId = overlap.sourceOf(id).orElse(-1);
                TokenKind found = sourceId < 0 ? TokenKind.MISSING : TokenKind.ANCHOR;
                TokenKind kind = target.special(id) ? TokenKind.SPECIAL : found;
                rows.add(new TokenRow(id, target.display(id), token.get(), sourceId, kind));
            }
        }
        return List.copyOf(rows);
    }

    @Override
    public void close() {
        sourceTokenizer.close();
        helperTokenizer.close();
    }
}
