package org.clpworkbench.ui.map;

import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.checkpoint.TinyModels;
import org.clpworkbench.ui.common.Pair;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A source and a helper of many tokens in narrow rows, so that their maps are drawn at once. Every
/// third token of the helper is an anchor; a fourth each is Latin, Cyrillic, Han and digits.
record MadePair(ModelSummary source, ModelSummary helper) {
    private static final String SPECIAL = "<s>";
    private static final int WIDTH = 8;

    /// @param tokens of the helper; the source has half as many
    static MadePair write(Path folder, int tokens) throws IOException {
        Path helper = TinyModels.write(folder.resolve("helper"), WIDTH, words(tokens, 1), 1);
        Path source = TinyModels.write(folder.resolve("source"), WIDTH, words(tokens / 2, 3), 2);
        return new MadePair(ModelSummary.read(source), ModelSummary.read(helper));
    }

    /// The token of the helper with an id above 0.
    static String word(int id) {
        return switch (id % 4) {
            case 0 -> "wort" + id;
            case 1 -> "слово" + id;
            case 2 -> "字" + id;
            default -> "" + id;
        };
    }

    private static List<String> words(int many, int step) {
        var words = new ArrayList<String>();
        words.add(SPECIAL);
        for (int id = 1; id < many; id++) {
            words.add(id % step == 0 ? word(id) : "other" + id);
        }
        return words;
    }

    /// To be called on the JavaFX thread.
    void chooseFor(Pair pair) {
        pair.source().set(source);
        pair.helper().set(helper);
    }
}
