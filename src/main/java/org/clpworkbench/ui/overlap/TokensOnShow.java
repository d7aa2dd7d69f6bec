package org.clpworkbench.ui.overlap;

import org.clpworkbench.ui.common.TokenKind;
import org.clpworkbench.vocab.Grouping;
import org.clpworkbench.vocab.Matching;
import org.clpworkbench.vocab.Overlap;
import org.clpworkbench.vocab.TokenCounts;
import org.clpworkbench.vocab.Vocabulary;
import org.clpworkbench.vocab.VocabularyBreakdown;
import org.clpworkbench.vocab.VocabularyBreakdown.Part;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The helper's tokens, one by one and in groups.
///
/// @param counts of a text, where one was counted
/// @param groups by each grouping; by frequency only where a text was counted
/// @param rules for each matching rule the whole vocabulary as one group, named by the rule
record TokensOnShow(
        Overlap overlap,
        Optional<TokenCounts> counts,
        List<TokenRow> rows,
        Map<Grouping, List<Part>> groups,
        List<Part> rules) {
    private static final TokenCounts NO_TEXT = TokenCounts.of(new long[0]);

    /// @param byRule the overlap under every matching rule
    static TokensOnShow of(Overlap overlap, List<Overlap> byRule, Optional<TokenCounts> counts) {
        TokenCounts counted = counts.orElse(NO_TEXT);
        Map<Grouping, List<Part>> groups = new EnumMap<>(Grouping.class);
        for (Grouping by : Grouping.values()) {
            if (by != Grouping.FREQUENCY || counts.isPresent()) {
                groups.put(by, VocabularyBreakdown.of(by, overlap, counted));
            }
        }
        List<Part> rules = byRule.stream().map(rule -> whole(rule, counted)).toList();
        return new TokensOnShow(overlap, counts, rows(overlap, counts), groups, rules);
    }

    private static Part whole(Overlap rule, TokenCounts counts) {
        long running =
                rule.anchors().stream().mapToLong(anchor -> counts.count(anchor.targetId())).sum();
        return new Part(
                rule.matching().name(),
                rule.target().size(),
                rule.anchors().size(),
                counts.total(),
                running);
    }

    private static List<TokenRow> rows(Overlap overlap, Optional<TokenCounts> counts) {
        Vocabulary target = overlap.target();
        var rows = new ArrayList<TokenRow>(target.size());
        for (int id = 0; id < target.idRange(); id++) {
            var token = target.token(id);
            if (token.isPresent()) {
                int sourceId = overlap.sourceOf(id).orElse(-1);
                TokenKind found = sourceId < 0 ? TokenKind.MISSING : TokenKind.ANCHOR;
                TokenKind kind = target.special(id) ? TokenKind.SPECIAL : found;
                long inText = counts.isPresent() ? counts.get().count(id) : -1;
                rows.add(new TokenRow(id, target.display(id), token.get(), sourceId, kind, inText));
            }
        }
        return List.copyOf(rows);
    }

    /// The parts of a grouping; of the matching rules where none is given; empty where a text would
    /// have to be counted first.
    List<Part> parts(Optional<Grouping> by) {
        return by.map(grouping -> groups.getOrDefault(grouping, List.of())).orElse(rules);
    }

    /// The rule that the tokens are matched by.
    Matching matching() {
        return overlap.matching();
    }

    TokenGroup group(Grouping by, String name) {
        return new TokenGroup(by, name, overlap.target(), counts.orElse(NO_TEXT));
    }

    /// The group of a token, as {@link Grouping#group} calls it.
    String groupOf(Grouping by, int id) {
        return by.group(overlap.target(), counts.orElse(NO_TEXT), id);
    }
}
