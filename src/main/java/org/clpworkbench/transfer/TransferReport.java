package org.clpworkbench.transfer;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.clpworkbench.problem.Sentence;
import org.clpworkbench.vocab.AnchorRules;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What a transfer did, with the diagnostics that tell a good start from a bad one. Figures of rows
/// are those of the input embedding.
///
/// @param coverage null where no text was given
/// @param collapse mean cosine of the missing rows to their mean; 1 means all alike
/// @param rank how many directions the missing rows spread over (participation ratio of singular
///   values, over a seeded sample of 2,000 when there are more)
/// @param sourceRank the same of as many rows of the source
/// @param effectiveAnchors mean of exp(entropy of |weights|) over the missing rows (over the same
///   sample); 0 where the method has no weights
/// @param sourceNorms row norms of the source embedding
/// @param missingNorms row norms of the missing rows
/// @param leaveOneOutR2 share of the anchors' variance that the linear map explains, null for other
///   methods
/// @param warnings sentences for people, in English
/// @param sentences the same for every language; none in the reports of earlier programs
/// @param seconds wall time of the whole transfer
/// @param time where these went
public record TransferReport(
        String method,
        String matching,
        String space,
        String weighting,
        Counts counts,
        @Nullable TextCoverage coverage,
        Agreement agreement,
        double collapse,
        double rank,
        double sourceRank,
        double effectiveAnchors,
        Norms sourceNorms,
        Norms missingNorms,
        @Nullable Double leaveOneOutR2,
        RoundTrip check,
        List<String> warnings,
        List<Sentence> sentences,
        long outputBytes,
        double seconds,
        SpentTime time) {
    /// A number that is not there is damage, not a 0; what a later program adds is left out.
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    /// @param anchors tokens that have a row of the source as it is; none where all was drawn
    /// @param rules that found them; all 0 where their rows went to other tokens
    /// @param specials anchors that are special tokens of the target
    /// @param fallback missing rows that no combination could be found for, drawn N(μ, σ) instead
    /// @param padding rows without a token
    /// @param rows all rows of the new embedding
    public record Counts(
            int anchors,
            AnchorRules rules,
            int specials,
            int missing,
            int fallback,
            int padding,
            int rows,
            int width) {
        private static final AnchorRules NO_RULE = new AnchorRules(0, 0, 0, 0, 0);

        public Counts {
            Objects.requireNonNull(rules, "rules");
        }

        /// Where anchors' rows went to tokens that no rule chose.
        Counts unmatched() {
            return new Counts(anchors, NO_RULE, 0, missing, fallback, padding, rows, width);
        }

        /// Where no row of the source is left.
        Counts drawn() {
            return new Counts(0, NO_RULE, 0, anchors + missing, fallback, padding, rows, width);
        }
    }

    /// How much of a running text the anchors cover.
    ///
    /// @param tokens target tokens of the text (its first 4 million characters)
    /// @param share of these that are anchors, 0 to 1
    public record TextCoverage(
            long tokens, double share, List<CoveredKind> byScript, List<CoveredKind> byLength) {
        public TextCoverage {
            byScript = List.copyOf(byScript);
            byLength = List.copyOf(byLength);
        }
    }

    /// A kind of tokens in a running text.
    ///
    /// @param kind as {@link org.clpworkbench.vocab.Grouping#group} calls it
    /// @param tokens of the text that are of this kind
    /// @param anchors among them
    public record CoveredKind(String kind, long tokens, long anchors) {
        /// The share of them that are anchors, 0 to 1.
        public double share() {
            return tokens == 0 ? 0 : (double) anchors / tokens;
        }
    }

    public TransferReport {
        Stream.of(counts, agreement, sourceNorms, missingNorms, check, time)
                .forEach(Objects::requireNonNull);
        // for a baseline programs before this one counted the anchors of the vocabularies
        counts =
                switch (weighting) {
                    case Methods.RANDOM -> counts.drawn();
                    case Methods.SHUFFLED -> counts.unmatched();
                    default -> counts;
                };
        warnings = List.copyOf(warnings);
        sentences = List.copyOf(Objects.requireNonNullElse(sentences, List.of()));
    }

    /// The report that a transfer wrote into its model's folder.
    ///
    /// @throws TransferException when it is not there, or damaged
    public static TransferReport read(Path model) throws IOException {
        Path file = model.resolve(CrossLingualTransfer.REPORT_FILE);
        byte[] written = written(file);
        try {
            return JSON.readValue(written, TransferReport.class);
        } catch (IOException damaged) {
            throw new TransferException(
                    Sentence.of(TransferReport.class, "report.damaged", file), damaged);
        }
    }

    private static byte[] written(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException none) {
            throw new TransferException(
                    Sentence.of(TransferReport.class, "report.none", file), none);
        }
    }

    /// The warnings in a language of the program, in English where it cannot say them otherwise:
    /// another version of it wrote them.
    public List<String> warningsIn(Locale language) {
        return sentences.size() != warnings.size()
                ? warnings
                : IntStream.range(0, warnings.size())
                        .mapToObj(at -> said(sentences.get(at), language, warnings.get(at)))
                        .toList();
    }

    private static String said(Sentence sentence, Locale language, String english) {
        try {
            return sentence.in(language);
        } catch (MissingResourceException | IllegalArgumentException unknown) {
            return english;
        }
    }

    /// Largest missing row norm / largest source row norm; 0 where the source's rows are all 0.
    public double largestNormRatio() {
        double source = sourceNorms.greatest();
        return source > 0 ? missingNorms.greatest() / source : 0;
    }

    public ObjectNode json() {
        return new ObjectMapper().valueToTree(this);
    }
}
