package org.clpworkbench.problem;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/// A sentence for people that says what is wrong, with what, and what to do. It stands in the
/// bundle `Problems` of the package that knows of it, once for every language; whoever shows it
/// says in which.
///
/// @param bundle the base name of the bundle
/// @param arguments what is filled in for `{0}`, `{1}`, …; one that is a sentence itself is said in
///   the same language
public record Sentence(String bundle, String key, List<Object> arguments) {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    public Sentence {
        // whatever a library says is taken, null too: what went wrong is to be told in any case
        arguments = Collections.unmodifiableList(new ArrayList<>(arguments));
    }

    /// @param place a class of the package whose bundle has the sentence
    public static Sentence of(Class<?> place, String key, Object... arguments) {
        return new Sentence(place.getPackageName() + ".Problems", key, Arrays.asList(arguments));
    }

    public String in(Locale language) {
        String pattern = ResourceBundle.getBundle(bundle, language, NO_FALLBACK).getString(key);
        Object[] filledIn =
                arguments.stream()
                        .map(each -> each instanceof Sentence part ? part.in(language) : each)
                        .toArray();
        return new MessageFormat(pattern, language).format(filledIn);
    }

    /// For the log, the command line, and who helps from afar.
    public String inEnglish() {
        return in(Locale.ENGLISH);
    }
}
