package org.clpworkbench.vocab;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Token strings and ids of a tokenizer, added tokens included.
public final class Vocabulary {
    private final Map<String, Integer> ids;
    private final @Nullable String[] tokens;
    private final BitSet added = new BitSet();
    private final BitSet special;
    private final TokenFamily family;
    private final Map<SpecialRole, Integer> roles;
    private final boolean prefixesText;
    private final int size;

    Vocabulary(
            Map<String, Integer> ids,
            Set<String> addedTokens,
            BitSet special,
            TokenFamily family,
            boolean prefixesText,
            Map<SpecialRole, Integer> roles) {
        this.ids = ids;
        this.special = special;
        this.family = family;
        this.prefixesText = prefixesText;
        this.roles = roles;
        int largest = ids.values().stream().mapToInt(Integer::intValue).max().orElse(-1);
        tokens = new String[largest + 1];
        int distinct = 0;
        for (var entry : ids.entrySet()) {
            int id = entry.getValue();
            String other = tokens[id];
            boolean isAdded = addedTokens.contains(entry.getKey());
            distinct += other == null ? 1 : 0;
            // Two spellings of one id: the added token's, else the first by alphabet.
            if (other == null
                    || isAdded
                    || (!added.get(id) && entry.getKey().compareTo(other) < 0)) {
                tokens[id] = entry.getKey();
            }
            added.set(id, isAdded || added.get(id));
        }
        size = distinct;
    }

    /// Reads tokenizer.json of a model folder without starting a tokenizer.
    public static Vocabulary read(Path folder) throws IOException {
        return TokenizerFile.read(folder);
    }

    /// How many ids have a token.
    public int size() {
        return size;
    }

    /// The largest id + 1 (ids may have gaps).
    public int idRange() {
        return tokens.length;
    }

    /// The token as the tokenizer's file spells it ("ĠHaus").
    public Optional<String> token(int id) {
        return id < 0 || id >= tokens.length ? Optional.empty() : Optional.ofNullable(tokens[id]);
    }

    public OptionalInt id(String token) {
        Integer id = ids.get(token);
        return id == null ? OptionalInt.empty() : OptionalInt.of(id);
    }

    /// The token as a person reads it: "·Haus" for a leading space, "↵" for a newline, "⟨0xE2⟩" for
    /// bytes that are no text. Special and unknown ids as they are.
    public String display(int id) {
        Optional<String> token = token(id);
        if (token.isEmpty()) {
            return "⟨" + id + "⟩";
        }
        return special(id) ? token.get() : canonical(id).map(CanonicalToken::display).orElse("");
    }

    /// How many characters the token reads as: the code points of its text, without the space that
    /// starts a word; one for each byte that is no text. At least 1.
    public int length(int id) {
        String text = canonical(id).map(CanonicalToken::text).orElse("");
        return Math.max(1, text.codePointCount(0, text.length()));
    }

    public boolean special(int id) {
        return id >= 0 && special.get(id);
    }

    /// What the token stands for, whatever alphabet it is written in; added tokens are text as they
    /// stand.
    public Optional<CanonicalToken> canonical(int id) {
        return token(id).map(t -> added.get(id) ? CanonicalToken.ofText(t) : family.canonical(t));
    }

    /// The token that plays a special role, if any does.
    public OptionalInt role(SpecialRole role) {
        Integer id = roles.get(role);
        return id == null ? OptionalInt.empty() : OptionalInt.of(id);
    }

    /// Whether the tokenizer puts a space before every text, so that a text cannot be encoded in
    /// parts.
    boolean prefixesText() {
        return prefixesText;
    }

    /// How tokens are spelled.
    public TokenFamily family() {
        return family;
    }
}
