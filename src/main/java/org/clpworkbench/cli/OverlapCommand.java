package org.clpworkbench.cli;

import org.clpworkbench.vocab.Coverage;
import org.clpworkbench.vocab.Matching;
import org.clpworkbench.vocab.ModelTokenizer;
import org.clpworkbench.vocab.Overlap;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// `overlap`: how much of the helper's vocabulary the source knows.
@Command(name = "overlap", description = "Counts the tokens that two models' vocabularies share.")
final class OverlapCommand extends Subcommand {
    @Mixin private ModelPairOptions models;

    @Option(
            names = "--matching",
            defaultValue = "exact",
            description = "When two tokens are the same: exact, canonical or fuzzy.")
    private Matching matching;

    @Option(
            names = "--text",
            paramLabel = "FILE",
            converter = TextFileArgument.class,
            description = "A sample of running text in the target language, UTF-8.")
    private Optional<Path> text;

    @Override
    void execute(Output output) throws IOException {
        try (var sourceTokenizer = ModelTokenizer.open(models.source());
                var helperTokenizer = ModelTokenizer.open(models.helper())) {
            var overlap =
                    Overlap.of(
                            sourceTokenizer.vocabulary(), helperTokenizer.vocabulary(), matching);
            Optional<Coverage> coverage = Optional.empty();
            if (text.isPresent()) {
                output.progress().stage("Cutting the text into tokens");
                String sample = Files.readString(text.get());
                coverage =
                        Optional.of(Coverage.of(sample, sourceTokenizer, helperTokenizer, overlap));
            }
            output.answer(document(overlap, coverage), text(overlap, coverage));
        }
    }

    private Map<String, Object> document(Overlap overlap, Optional<Coverage> coverage) {
        var document = new LinkedHashMap<String, Object>();
        document.put("source", models.source());
        document.put("helper", models.helper());
        document.put("matching", overlap.matching().name().toLowerCase(Locale.ROOT));
        document.put("sourceTokens", overlap.source().size());
        document.put("targetTokens", overlap.target().size());
        document.put("anchors", overlap.anchors().size());
        document.put("missing", overlap.missing().size());
        document.put("specials", overlap.specials());
        document.put("share", overlap.share());
        coverage.ifPresent(
                found -> {
                    var sample = new LinkedHashMap<String, Object>();
                    sample.put("words", found.words());
                    sample.put("sourceTokens", found.sourceTokens());
                    sample.put("targetTokens", found.targetTokens());
                    sample.put("anchorTokens", found.anchorTokens());
                    sample.put("sourceTokensPerWord", found.sourceTokensPerWord());
                    sample.put("targetTokensPerWord", found.targetTokensPerWord());
                    sample.put("anchorShare", found.anchorShare());
                    document.put("text", sample);
                });
        return document;
    }

    private static String text(Overlap overlap, Optional<Coverage> coverage) {
        String counts =
                String.format(
                        Locale.ROOT,
                        """
                        %,d of the target's %,d tokens are anchors (%.1f %%), %,d are missing.
                        The source has %,d tokens. %d of the anchors are special tokens.
                        """,
                        overlap.anchors().size(),
                        overlap.target().size(),
                        100 * overlap.share(),
                        overlap.missing().size(),
                        overlap.source().size(),
                        overlap.specials());
        return counts
                + coverage.map(
                                found ->
                                        String.format(
                                                Locale.ROOT,
                                                """
                                                In the text, %.1f %% of the running tokens are anchors.
                                                A word takes %.2f tokens of the source, %.2f of the target (%,d words).
                                                """,
                                                100 * found.anchorShare(),
                                                found.sourceTokensPerWord(),
                                                found.targetTokensPerWord(),
                                                found.words()))
                        .orElse("");
    }
}
