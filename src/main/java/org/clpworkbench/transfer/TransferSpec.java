package org.clpworkbench.transfer;

import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldArgumentException;

import java.nio.file.Path;

/// What to transfer, how and where to.
///
/// @param source model folder in the source language
/// @param helper small model folder in the target language
/// @param target folder to write
/// @param padTo the number of rows is rounded up to a multiple of this; 1 for no padding
/// @param overwrite whether an existing target may be replaced
public record TransferSpec(
        Path source,
        Path helper,
        Path target,
        Recipe recipe,
        TransferTexts texts,
        long seed,
        int padTo,
        boolean overwrite) {
    public TransferSpec {
        source = source.toAbsolutePath().normalize();
        helper = helper.toAbsolutePath().normalize();
        target = target.toAbsolutePath().normalize();
        texts.check(recipe.space());
        if (target.equals(source) || target.equals(helper)) {
            throw new ToldArgumentException(Sentence.of(TransferSpec.class, "target.same", target));
        }
        if (padTo < 1) {
            throw new IllegalArgumentException("--pad-to must be at least 1, not " + padTo + ".");
        }
    }

    /// A named method as it stands, without texts or padding.
    public static TransferSpec of(Path source, Path helper, Path target, String method, long seed) {
        return new TransferSpec(
                source, helper, target, Recipe.of(method), TransferTexts.NONE, seed, 1, false);
    }

    public TransferSpec with(TransferTexts other) {
        return new TransferSpec(source, helper, target, recipe, other, seed, padTo, overwrite);
    }

    /// The same, which may replace what is there.
    public TransferSpec overwriting() {
        return new TransferSpec(source, helper, target, recipe, texts, seed, padTo, true);
    }

    /// The method's name, or its composition where it has none.
    public String method() {
        return recipe.name();
    }
}
