package org.clpworkbench.transfer;

import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldArgumentException;

import java.util.Arrays;
import java.util.stream.Collectors;

/// Where the similarity of tokens is measured.
public enum Space {
    /// Input embeddings of the helper model (CLP-Transfer); for an output head the helper's own.
    HELPER("helper", "the helper's embeddings"),
    /// The same after the anchors' mean is taken away.
    HELPER_CENTERED("helper-centered", "the helper's embeddings, their mean taken away"),
    /// Vectors trained on target text that was cut into target tokens (FOCUS).
    STATIC_TARGET("static-target", "vectors trained on target text"),
    /// Word vectors of both languages, turned onto each other by a dictionary (WECHSEL). Here every
    /// source token is an anchor.
    STATIC_BILINGUAL("static-bilingual", "word vectors of both languages, aligned by a dictionary");

    private final String word;
    private final String meaning;

    Space(String word, String meaning) {
        this.word = word;
        this.meaning = meaning;
    }

    /// As commands and files write it.
    public String word() {
        return word;
    }

    /// Whether its vectors are trained on texts.
    public boolean readsTexts() {
        return this == STATIC_TARGET || this == STATIC_BILINGUAL;
    }

    /// In a few words, for people.
    public String meaning() {
        return meaning;
    }

    /// @throws IllegalArgumentException for another word
    public static Space named(String word) {
        return Arrays.stream(values())
                .filter(space -> space.word.equals(word))
                .findFirst()
                .orElseThrow(
                        () ->
                                new ToldArgumentException(
                                        Sentence.of(Space.class, "space.unknown", word, words())));
    }

    private static String words() {
        return Arrays.stream(values()).map(Space::word).collect(Collectors.joining(", "));
    }
}
