package org.clpworkbench.ui.map;

import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.map.MapModel.Role;
import org.clpworkbench.vocab.Matching;
import org.clpworkbench.vocab.Overlap;
import org.clpworkbench.vocab.Vocabulary;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The tokens of a model as the map tells them apart.
final class MapTokens {
    private final TokenScripts scripts;
    private final String special;

    MapTokens(Texts texts) {
        scripts = new TokenScripts(texts);
        special = texts.get("standing.special");
    }

    /// All ids of the model's vocabulary, in their order; those without a token too.
    List<MapToken> of(MapModel model, Path source, Path helper, Matching matching)
            throws IOException {
        Vocabulary known = Vocabulary.read(source);
        if (model.role() == Role.SOURCE) {
            return ofSource(known, Overlap.of(known, Vocabulary.read(helper), matching));
        }
        Vocabulary own = Vocabulary.read(model.folder());
        Overlap overlap = Overlap.of(known, own, matching);
        Vocabulary target = model.role() == Role.HELPER ? own : Vocabulary.read(helper);
        var tokens = new ArrayList<MapToken>(own.idRange());
        for (int id = 0; id < own.idRange(); id++) {
            boolean anchor = overlap.sourceOf(id).isPresent();
            boolean inHelper = own.token(id).isPresent() && own.token(id).equals(target.token(id));
            tokens.add(
                    token(
                            own,
                            id,
                            anchor ? TokenStanding.ANCHOR : TokenStanding.MISSING,
                            inHelper ? id : -1));
        }
        return tokens;
    }

    private List<MapToken> ofSource(Vocabulary source, Overlap overlap) {
        int[] helperIds = new int[source.idRange()];
        Arrays.fill(helperIds, -1);
        for (Overlap.Anchor anchor : overlap.anchors().reversed()) {
            helperIds[anchor.sourceId()] = anchor.targetId();
        }
        var tokens = new ArrayList<MapToken>(source.idRange());
        for (int id = 0; id < source.idRange(); id++) {
            boolean anchor = helperIds[id] >= 0;
            tokens.add(
                    token(
                            source,
                            id,
                            anchor ? TokenStanding.ANCHOR : TokenStanding.ALONE,
                            helperIds[id]));
        }
        return tokens;
    }

    private MapToken token(Vocabulary own, int id, TokenStanding standing, int helperId) {
        boolean named = own.token(id).isPresent();
        boolean inBoth = standing == TokenStanding.ANCHOR;
        return new MapToken(
                id,
                own.display(id),
                !named || (own.special(id) && inBoth) ? TokenStanding.SPECIAL : standing,
                !named || own.special(id) ? special : scripts.of(own, id),
                helperId);
    }
}
