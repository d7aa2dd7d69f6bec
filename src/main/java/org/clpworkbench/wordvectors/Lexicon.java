package org.clpworkbench.wordvectors;

import org.clpworkbench.job.Progress;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// The words of a text that occur often enough, most frequent first. A word is known in lower case,
/// so that the first word of a sentence counts for the same vector and more dictionary entries are
/// found; the forms in which it is written are kept for the tokenizer, which tells them apart.
final class Lexicon {
    /// Forms held at most while counting; beyond, rare ones are forgotten, as fastText does.
    private static final int MOST_FORMS = 4_000_000;

    private static final int WORDS_BETWEEN_LOOKS = 1 << 12;

    private final Map<String, Integer> ids;
    private final long[] counts;
    private final List<Form> forms;

    /// A word as it is written, how often, and whose vector it shares.
    record Form(String text, long count, int word) {}

    private Lexicon(Map<String, Integer> ids, long[] counts, List<Form> forms) {
        this.ids = ids;
        this.counts = counts;
        this.forms = forms;
    }

    static Lexicon of(Text text, int minCount, Progress progress) throws IOException {
        Map<String, long[]> written = countForms(text, progress);
        Map<String, long[]> folded = new HashMap<>();
        written.forEach((form, count) -> add(folded, folded(form), count[0]));
        folded.values().removeIf(count -> count[0] < minCount);
        List<Map.Entry<String, long[]>> words = mostFrequentFirst(folded);

        Map<String, Integer> ids = new HashMap<>();
        long[] counts = new long[words.size()];
        for (int id = 0; id < counts.length; id++) {
            ids.put(words.get(id).getKey(), id);
            counts[id] = words.get(id).getValue()[0];
        }
        List<Form> forms = new ArrayList<>();
        for (var form : mostFrequentFirst(written)) {
            Optional.ofNullable(ids.get(folded(form.getKey())))
                    .ifPresent(id -> forms.add(new Form(form.getKey(), form.getValue()[0], id)));
        }
        return new Lexicon(ids, counts, List.copyOf(forms));
    }

    private static Map<String, long[]> countForms(Text text, Progress progress) throws IOException {
        Map<String, long[]> counts = new HashMap<>();
        long least = 1;
        long read = 0;
        try (var words = new WordScanner(text.open())) {
            for (var word = words.next(); word.isPresent(); word = words.next()) {
                if (++read % WORDS_BETWEEN_LOOKS == 0) {
                    progress.checkCancelled();
                    progress.update(read, 0, "words");
                }
                if (!word.get().equals(WordScanner.BREAK)) {
                    add(counts, word.get(), 1);
                }
                while (counts.size() > MOST_FORMS) {
                    long bound = ++least;
                    counts.values().removeIf(count -> count[0] < bound);
                }
            }
        }
        return counts;
    }

    private static void add(Map<String, long[]> counts, String word, long count) {
        counts.computeIfAbsent(word, unseen -> new long[1])[0] += count;
    }

    private static List<Map.Entry<String, long[]>> mostFrequentFirst(Map<String, long[]> counts) {
        Collection<Map.Entry<String, long[]>> entries = counts.entrySet();
        return entries.stream()
                .sorted(
                        Comparator.comparingLong(
                                        (Map.Entry<String, long[]> entry) -> -entry.getValue()[0])
                                .thenComparing(Map.Entry.comparingByKey()))
                .toList();
    }

    static String folded(String form) {
        return form.toLowerCase(Locale.ROOT);
    }

    /// The text as word ids; words that are too rare are left out.
    void spool(Text text, TokenSpool spool, Progress progress) throws IOException {
        long read = 0;
        try (var words = new WordScanner(text.open())) {
            for (var word = words.next(); word.isPresent(); word = words.next()) {
                if (++read % WORDS_BETWEEN_LOOKS == 0) {
                    progress.checkCancelled();
                    progress.update(read, 0, "words");
                }
                if (word.get().equals(WordScanner.BREAK)) {
                    spool.add(TokenSpool.BREAK);
                } else {
                    OptionalInt id = find(word.get());
                    if (id.isPresent()) {
                        spool.add(id.getAsInt());
                    }
                }
            }
        }
    }

    int size() {
        return counts.length;
    }

    /// Occurrences by word id; falling.
    long[] counts() {
        return counts;
    }

    /// By word id, in lower case.
    String[] words() {
        String[] words = new String[counts.length];
        ids.forEach((word, id) -> words[id] = word);
        return words;
    }

    List<Form> forms() {
        return forms;
    }

    /// The word's id, however it is written.
    OptionalInt find(String word) {
        Integer id = ids.get(folded(word));
        return id == null ? OptionalInt.empty() : OptionalInt.of(id);
    }
}
