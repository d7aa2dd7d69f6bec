package org.clpworkbench.wordvectors;

import org.clpworkbench.problem.Sentence;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Word pairs of two languages from a file: a pair a line, `source<TAB>target`; empty lines count
/// for nothing.
record SeedDictionary(List<Pair> pairs) {
    record Pair(String source, String target) {}

    /// @throws DictionaryException when a line is no pair
    static SeedDictionary read(Path file) throws IOException {
        List<Pair> pairs = new ArrayList<>();
        int number = 0;
        try (var reader = Files.newBufferedReader(file)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                String text = number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
                if (!text.isBlank()) {
                    pairs.add(pair(text, file, number));
                }
            }
        } catch (CharacterCodingException malformed) {
            throw new DictionaryException(
                    Sentence.of(SeedDictionary.class, "dictionary.notUtf8", file, number + 1));
        }
        return new SeedDictionary(List.copyOf(pairs));
    }

    private static Pair pair(String line, Path file, int number) throws DictionaryException {
        String[] columns = line.split("\t", -1);
        if (columns.length != 2 || Stream.of(columns).anyMatch(String::isBlank)) {
            throw new DictionaryException(
                    Sentence.of(SeedDictionary.class, "dictionary.line", number, file));
        }
        return new Pair(columns[0].strip(), columns[1].strip());
    }
}
