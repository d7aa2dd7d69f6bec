package org.clpworkbench.hub;

import org.clpworkbench.net.RefusedException;
import org.clpworkbench.problem.Sentence;

/// The Hub, or what lies between, did not give what was asked for; the message says what to do.
public final class HubException extends RefusedException {
    private static final long serialVersionUID = 1;

    /// Why.
    public enum Reason {
        /// The authors want to know who uses it; the account has no access yet.
        GATED,
        /// There is no such model or data set, or it is private.
        NO_REPOSITORY,
        NO_REVISION,
        /// There is no such file, or none that a pattern means.
        NO_FILE,
        /// The token is not valid.
        WRONG_TOKEN,
        FORBIDDEN,
        /// Nothing may be asked of a server (`HF_HUB_OFFLINE`).
        OFFLINE,
        /// What came is not what the Hub said.
        DAMAGED,
        /// The server does not speak as a Hub does.
        STRANGE,
        NO_ROOM;

        /// Whether the Hub has not got it, so that asking the same again is of no use.
        boolean forGood() {
            return switch (this) {
                case NO_REPOSITORY, NO_REVISION, NO_FILE -> true;
                case GATED, WRONG_TOKEN, FORBIDDEN, OFFLINE, DAMAGED, STRANGE, NO_ROOM -> false;
            };
        }
    }

    private final Reason reason;

    HubException(Reason reason, Sentence sentence) {
        super(sentence);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
