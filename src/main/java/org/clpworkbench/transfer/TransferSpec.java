package org.clpworkbench.transfer;

import org.clpworkbench.vocab.Matching;

import java.nio.file.Path;

/// What to transfer, how and where to.
///
/// @param source model folder in the source language
/// @param helper small model folder in the target language
/// @param target folder to write
/// @param method a name known to {@link Methods}
/// @param padTo the number of rows is rounded up to a multiple of this; 1 for no padding
/// @param overwrite whether an existing target may be replaced
public record TransferSpec(
        Path source,
        Path helper,
        Path target,
        String method,
        Matching matching,
        long seed,
        int padTo,
        boolean overwrite) {
    public TransferSpec {
        source = source.toAbsolutePath().normalize();
        helper = helper.toAbsolutePath().normalize();
        target = target.toAbsolutePath().normalize();
        Methods.entry(method);
        if (target.equals(source) || target.equals(helper)) {
            throw new IllegalArgumentException(
                    "The target folder %s is the source or the helper itself; choose another."
                            .formatted(target));
        }
        if (padTo < 1) {
            throw new IllegalArgumentException("--pad-to must be at least 1, not " + padTo + ".");
        }
    }

    public static TransferSpec of(Path source, Path helper, Path target, String method, long seed) {
        return new TransferSpec(source, helper, target, method, Matching.EXACT, seed, 1, false);
    }
}
