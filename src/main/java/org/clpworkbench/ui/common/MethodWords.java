package org.clpworkbench.ui.common;

/// What a transfer method does, in the language of the window.
public final class MethodWords {
    private MethodWords() {}

    /// In one sentence.
    ///
    /// @param own of the method itself, in English, for one that has no words here
    public static String explanation(String method, String own) {
        var texts = Texts.of(MethodWords.class);
        String key = "method." + method;
        return texts.bundle().containsKey(key) ? texts.get(key) : own;
    }
}
