package org.clpworkbench.vocab;

import java.util.Locale;

/// What a special token is for, whatever it is called.
public enum SpecialRole {
    BOS,
    EOS,
    PAD,
    UNK,
    MASK,
    CLS,
    SEP;

    /// "bos_token" as tokenizer_config.json names it.
    String tokenField() {
        return name().toLowerCase(Locale.ROOT) + "_token";
    }

    /// "bos_token_id" as config.json names it.
    public String idField() {
        return tokenField() + "_id";
    }

    /// The role that another tokenizer may give the same work to (bos and cls, eos and sep, pad
    /// falls back on eos); itself when there is none.
    public SpecialRole substitute() {
        return switch (this) {
            case BOS -> CLS;
            case CLS -> BOS;
            case EOS -> SEP;
            case SEP -> EOS;
            case PAD -> EOS;
            case UNK, MASK -> this;
        };
    }
}
