package org.clpworkbench.ui.overlap;

import org.clpworkbench.vocab.Grouping;
import org.clpworkbench.vocab.Matching;
import org.clpworkbench.vocab.Overlap;
import org.clpworkbench.vocab.TokenCounts;
import org.clpworkbench.vocab.VocabularyBreakdown;
import org.clpworkbench.vocab.VocabularyBreakdown.Part;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The helper's tokens, one by one and in groups.
///
/// @param counts of a text, where one was counted
/// @param groups by each grouping; by frequency only where a text was counted
/// @param parts of these groups
/// @param rules for each matching rule the whole vocabulary as one group, named by the rule
record TokensOnShow(
        Overlap overlap,
        Optional<TokenCounts> counts,
        List<TokenRow> rows,
        Map<Grouping, VocabularyBreakdown> groups,
        Map<Grouping, List<Part>> parts,
        List<Part> rules) {
    private static final TokenCounts NO_TEXT = TokenCounts.of(new long[0]);

    static TokensOnShow of(ComparedPair pair, Overlap overlap, Optional<TokenCounts> counts) {
        HelperVocabulary helper = pair.tokens();
        TokenCounts counted = counts.orElse(NO_TEXT);
        Map<Grouping, VocabularyBreakdown> groups =
                counts.map(helper::groups).orElse(helper.groups());
        Map<Grouping, List<Part>> parts = new EnumMap<>(Grouping.class);
        groups.forEach((by, breakdown) -> parts.put(by, breakdown.parts(overlap, counted)));
        List<Part> rules = pair.byRule().stream().map(rule -> whole(rule, counted)).toList();
        return new TokensOnShow(
                overlap, counts, rows(helper.tokens(), overlap, counts), groups, parts, rules);
    }

    private static Part whole(Overlap rule, TokenCounts counts) {
        long running =
                rule.anchors().stream().mapToLong(anchor -> counts.count(anchor.targetId())).sum();
        return new Part(
                rule.matching().name(),
                rule.target().size(),
                rule.sharedOfTarget(),
                rule.sharedOfSource(),
                counts.total(),
                running);
    }

    private static List<TokenRow> rows(
            List<HelperToken> tokens, Overlap overlap, Optional<TokenCounts> counts) {
        return tokens.stream()
                .map(
                        token ->
                                new TokenRow(
                                        token,
                                        overlap.sourceOf(token.id()).orElse(-1),
                                        counts.map(all -> all.count(token.id())).orElse(-1L)))
                .toList();
    }

    /// The parts of a grouping; of the matching rules where none is given; empty where a text would
    /// have to be counted first.
    List<Part> parts(Optional<Grouping> by) {
        return by.map(grouping -> parts.getOrDefault(grouping, List.of())).orElse(rules);
    }

    /// The rule that the tokens are matched by.
    Matching matching() {
        return overlap.matching();
    }

    /// @param by of which there are groups
    TokenGroup group(Grouping by, String name) {
        return new TokenGroup(by, name, breakdown(by));
    }

    /// The group of a token, as {@link Grouping#group} calls it.
    ///
    /// @param by of which there are groups
    String groupOf(Grouping by, int id) {
        return breakdown(by).group(id);
    }

    private VocabularyBreakdown breakdown(Grouping by) {
        return Objects.requireNonNull(groups.get(by), by::name);
    }
}
