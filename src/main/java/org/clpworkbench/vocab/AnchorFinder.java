package org.clpworkbench.vocab;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Finds the source token of a target token under one matching. Walks by id throughout: the result
/// owes nothing to the order of a hash map.
final class AnchorFinder {
    private final Vocabulary source;
    private final Vocabulary target;
    private final Matching matching;
    private final Map<CanonicalToken, Integer> sourceByForm = new HashMap<>();
    private final Map<Integer, Integer> byRole = new HashMap<>();

    AnchorFinder(Vocabulary source, Vocabulary target, Matching matching) {
        this.source = source;
        this.target = target;
        this.matching = matching;
        if (matching == Matching.EXACT) {
            return;
        }
        for (int id = 0; id < source.idRange() && matching != Matching.ROLES; id++) {
            if (!source.special(id)) {
                int lowest = id;
                form(source, id).ifPresent(form -> sourceByForm.putIfAbsent(form, lowest));
            }
        }
        for (SpecialRole role : SpecialRole.values()) {
            OptionalInt own = target.role(role);
            OptionalInt same = source.role(role);
            OptionalInt other = same.isPresent() ? same : source.role(role.substitute());
            if (own.isPresent() && other.isPresent()) {
                byRole.putIfAbsent(own.getAsInt(), other.getAsInt());
            }
        }
    }

    OptionalInt find(int targetId) {
        if (matching == Matching.EXACT) {
            return target.token(targetId).map(source::id).orElseGet(OptionalInt::empty);
        }
        Integer found = byRole.get(targetId);
        if (found == null && !target.special(targetId)) {
            found = form(target, targetId).map(sourceByForm::get).orElse(null);
        }
        return found == null ? OptionalInt.empty() : OptionalInt.of(found);
    }

    private Optional<CanonicalToken> form(Vocabulary vocabulary, int id) {
        return matching == Matching.FUZZY
                ? vocabulary.canonical(id).map(CanonicalToken::folded)
                : vocabulary.canonical(id);
    }
}
