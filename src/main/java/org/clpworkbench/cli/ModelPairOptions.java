package org.clpworkbench.cli;

import picocli.CommandLine.Option;

import java.nio.file.Path;

/// The two models that a target is made of.
final class ModelPairOptions {
    @Option(
            names = "--source",
            required = true,
            paramLabel = "DIR",
            converter = ModelFolder.class,
            description = "Model in the source language.")
    private Path source;

    @Option(
            names = "--helper",
            required = true,
            paramLabel = "DIR",
            converter = ModelFolder.class,
            description = "Small model in the target language.")
    private Path helper;

    Path source() {
        return source;
    }

    Path helper() {
        return helper;
    }
}
