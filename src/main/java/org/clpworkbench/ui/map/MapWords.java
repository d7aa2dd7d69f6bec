package org.clpworkbench.ui.map;

import org.clpworkbench.ui.common.Isolated;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.Texts;
import org.jspecify.annotations.Nullable;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What is said of tokens on the map. What they can be to the pair is put into words once, not for
/// every token.
final class MapWords {
    private final Texts texts;
    private final Map<TokenStanding, String> standings = new EnumMap<>(TokenStanding.class);

    MapWords(Texts texts) {
        this.texts = texts;
        for (TokenStanding standing : TokenStanding.values()) {
            standings.put(standing, texts.get("standing." + standing.key()));
        }
    }

    /// "8,192 tokens of German helper; 31 % of their nearest neighbours stay nearest."
    ///
    /// @param drawn null before the first map
    /// @param next the model that would be drawn next
    String answer(@Nullable DrawnMap drawn, @Nullable MapModel next) {
        if (drawn != null) {
            return texts.get(
                    "answer",
                    Numbers.whole(drawn.projection().size()),
                    drawn.model().name(),
                    Numbers.percent(drawn.projection().kept()));
        }
        return next == null ? texts.get("answer.none") : texts.get("answer.choose", next.name());
    }

    /// "anchor", "missing", ….
    private String standing(MapToken token) {
        return standings.getOrDefault(token.standing(), "");
    }

    /// "● anchor".
    String kind(MapToken token) {
        return token.standing().shape().symbol() + " " + standing(token);
    }

    /// "·Haus · id 1,234 · ● anchor · Latin".
    String sentence(MapToken token) {
        return texts.get(
                "token",
                Isolated.of(token.display()),
                Numbers.whole(token.id()),
                kind(token),
                token.script());
    }

    /// What the clipboard is given: a token, its id, what it is and its script in each line.
    String asText(List<MapToken> tokens) {
        var lines = new StringBuilder();
        for (MapToken token : tokens) {
            lines.append(token.display()).append('\t').append(token.id()).append('\t');
            lines.append(standing(token)).append('\t').append(token.script()).append('\n');
        }
        return lines.toString();
    }
}
