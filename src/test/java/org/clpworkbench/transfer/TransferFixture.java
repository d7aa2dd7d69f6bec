package org.clpworkbench.transfer;

import org.clpworkbench.job.Progress;
import org.clpworkbench.vocab.Matching;
import org.clpworkbench.vocab.Overlap;
import org.clpworkbench.vocab.Vocabulary;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A small source and helper, made for each test, and transfers between them.
abstract class TransferFixture {
    static final String EMBEDDING = "transformer.wte.weight";
    static final int WIDTH = 6;
    static final int HELPER_WIDTH = 4;

    /// 30 source tokens; of the helper's 40, the 15 called "shared…" and the end of text are
    /// anchors.
    static final List<String> SOURCE = tokens(15, "english", 14);

    static final List<String> TARGET = tokens(15, "deutsch", 24).reversed();

    @TempDir Path folder;

    private static List<String> tokens(int shared, String other, int others) {
        var tokens = new ArrayList<String>(List.of("<|endoftext|>"));
        for (int at = 0; at < Math.max(shared, others); at++) {
            if (at < others) {
                tokens.add(other + at);
            }
            if (at < shared) {
                tokens.add("shared" + at);
            }
        }
        return List.copyOf(tokens);
    }

    ModelFolder source() {
        return new ModelFolder(folder.resolve("source"), SOURCE, WIDTH, 1);
    }

    ModelFolder helper() {
        return new ModelFolder(folder.resolve("helper"), TARGET, HELPER_WIDTH, 2);
    }

    static Overlap write(ModelFolder source, ModelFolder helper) throws IOException {
        return Overlap.of(
                Vocabulary.read(source.write()), Vocabulary.read(helper.write()), Matching.EXACT);
    }

    TransferReport run(String method) throws IOException {
        return CrossLingualTransfer.run(spec(method, 1, 1, false), Progress.unwatched());
    }

    TransferSpec spec(String method, long seed, int padTo, boolean overwrite) {
        return spec(Recipe.of(method).with(Matching.EXACT), seed, padTo, overwrite);
    }

    TransferSpec spec(Recipe recipe, long seed, int padTo, boolean overwrite) {
        return new TransferSpec(
                folder.resolve("source"),
                folder.resolve("helper"),
                target(),
                recipe,
                TransferTexts.NONE,
                seed,
                padTo,
                overwrite);
    }

    Path target() {
        return folder.resolve("made").resolve("target");
    }
}
