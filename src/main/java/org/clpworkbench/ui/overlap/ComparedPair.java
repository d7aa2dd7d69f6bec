package org.clpworkbench.ui.overlap;

import org.clpworkbench.job.Jobs;
import org.clpworkbench.job.OpenWhileAsked;
import org.clpworkbench.job.Progress;
import org.clpworkbench.vocab.Matching;
import org.clpworkbench.vocab.ModelTokenizer;
import org.clpworkbench.vocab.Overlap;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/// Both tokenizers, held open to be asked about texts, and what their vocabularies share by every
/// matching rule. The tokenizers are used on the computing thread, where they are closed, or while
/// they are kept open.
///
/// @param byRule the overlap by each rule, in their order
record ComparedPair(
        ModelTokenizer source,
        ModelTokenizer helper,
        HelperVocabulary tokens,
        List<Overlap> byRule,
        OpenWhileAsked open)
        implements AutoCloseable {
    static ComparedPair open(Path source, Path helper, Progress progress) throws IOException {
        progress.stage("Reading both vocabularies");
        ModelTokenizer sourceTokenizer = ModelTokenizer.open(source);
        try {
            ModelTokenizer helperTokenizer = ModelTokenizer.open(helper);
            try {
                return of(sourceTokenizer, helperTokenizer, progress);
            } catch (RuntimeException unwanted) {
                helperTokenizer.close();
                throw unwanted;
            }
        } catch (IOException | RuntimeException unwanted) {
            sourceTokenizer.close();
            throw unwanted;
        }
    }

    private static ComparedPair of(
            ModelTokenizer source, ModelTokenizer helper, Progress progress) {
        progress.stage("Matching the tokens");
        var byRule = new ArrayList<Overlap>();
        for (Matching rule : Matching.values()) {
            progress.checkCancelled();
            byRule.add(Overlap.of(source.vocabulary(), helper.vocabulary(), rule));
        }
        var tokens = HelperVocabulary.of(helper.vocabulary(), progress);
        return new ComparedPair(source, helper, tokens, List.copyOf(byRule), new OpenWhileAsked());
    }

    /// What one rule finds: quick, for everything else is made already.
    ///
    /// @throws CancellationException when it is no longer wanted
    OverlapFindings by(Matching rule, Progress progress) {
        progress.checkCancelled();
        return OverlapFindings.of(this, byRule.get(rule.ordinal()));
    }

    /// On the thread that may still be using the tokenizers.
    void closeOn(Jobs jobs, String title) {
        jobs.compute(
                title,
                _ -> {
                    close();
                    return true;
                });
    }

    @Override
    public void close() {
        open.close(
                () -> {
                    source.close();
                    helper.close();
                });
    }
}
