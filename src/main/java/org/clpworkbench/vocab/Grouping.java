package org.clpworkbench.vocab;

/// By what a vocabulary's tokens are put into groups.
public enum Grouping {
    /// Of the first letter ("LATIN"), or {@link TokenGroups#NO_LETTER}, or {@link
    /// TokenGroups#BYTES}.
    SCRIPT {
        @Override
        public String group(Vocabulary vocabulary, TokenCounts counts, int id) {
            return TokenGroups.script(vocabulary, id);
        }
    },
    /// In characters: "1", "2", "3", "4–5", "6–8", {@link TokenGroups#LONGEST}.
    LENGTH {
        @Override
        public String group(Vocabulary vocabulary, TokenCounts counts, int id) {
            return TokenGroups.length(vocabulary, id);
        }
    },
    /// A name of {@link WordPlace}.
    WORD_START {
        @Override
        public String group(Vocabulary vocabulary, TokenCounts counts, int id) {
            return WordPlace.of(vocabulary, id).name();
        }
    },
    /// A name of {@link FrequencyClass}.
    FREQUENCY {
        @Override
        public String group(Vocabulary vocabulary, TokenCounts counts, int id) {
            return counts.frequency(id).name();
        }
    };

    /// The group of a token.
    ///
    /// @param counts of a text, which only the frequency looks at
    public abstract String group(Vocabulary vocabulary, TokenCounts counts, int id);
}
