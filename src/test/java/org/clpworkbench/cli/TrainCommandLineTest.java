package org.clpworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.lm.Precision;
import org.clpworkbench.run.TrainCommandLine;
import org.clpworkbench.training.Execution;
import org.clpworkbench.training.Execution.Checkpointing;
import org.clpworkbench.training.Trainable;
import org.clpworkbench.training.TrainingSpec;
import org.clpworkbench.training.TrainingSpec.Optimisation;
import org.clpworkbench.training.TrainingSpec.Rhythm;
import org.junit.jupiter.api.Test;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Path;

/// The command line that a run is shown with, read by the options that `train` itself reads.
class TrainCommandLineTest {
    private static final Path MODEL = Path.of("/models/german linear");

    @Command
    private static final class Train {
        @Option(names = "--model")
        private Path model;

        @Option(names = "--text")
        private Path text;

        @Option(names = "--validation")
        private Path validation;

        @Option(names = "--steps")
        private int steps;

        @Mixin private TrainingOptions training;

        TrainingSpec spec() throws IOException {
            return new TrainingSpec(
                    "linear",
                    model,
                    text,
                    validation,
                    steps,
                    training.batch(),
                    training.window(model),
                    training.optimisation(steps),
                    training.trainable(),
                    training.seed(),
                    training.execution(),
                    training.rhythm(steps));
        }
    }

    @Test
    void saysNoMoreThanNeededWhenAllIsAsUsual() {
        TrainingSpec spec =
                spec(
                        8,
                        Optimisation.standard(200),
                        Trainable.ALL,
                        0,
                        new Execution(Precision.FLOAT32, "auto"),
                        Rhythm.standard(200));
        assertThat(TrainCommandLine.of(spec).text())
                .isEqualTo(
                        "clp-workbench train --model '/models/german linear' --text /t/train.txt"
                                + " --validation /t/valid.txt --steps 200 --context 128"
                                + " --precision float32");
    }

    @Test
    void givesTheSameSpecWhenNothingIsAsUsual() throws IOException {
        TrainingSpec spec =
                spec(
                        6,
                        new Optimisation(3e-4, 50, 0.1, 0.01, false, 1.0),
                        Trainable.parse("new-rows-then-all:40"),
                        7,
                        new Execution(Precision.BFLOAT16, "cpu", 3, Checkpointing.ON),
                        new Rhythm(10, 16_384, 30, 5, 4));
        TrainCommandLine line = TrainCommandLine.of(spec);
        assertThat(line.whole()).isTrue();
        assertThat(read(line)).isEqualTo(spec);
    }

    @Test
    void givesTheSameSpecWhenAllIsAsUsual() throws IOException {
        TrainingSpec spec =
                spec(
                        8,
                        Optimisation.standard(200),
                        Trainable.ALL,
                        0,
                        new Execution(Precision.FLOAT32, "auto"),
                        Rhythm.standard(200));
        assertThat(read(TrainCommandLine.of(spec))).isEqualTo(spec);
    }

    @Test
    void saysSoWhereTrainHasNoOption() {
        TrainingSpec spec =
                spec(
                        8,
                        new Optimisation(1e-3, 5, 0.1, 0.1, true, 1.0),
                        Trainable.ALL,
                        0,
                        new Execution(Precision.FLOAT32, "auto"),
                        Rhythm.standard(200));
        assertThat(TrainCommandLine.of(spec).whole()).isFalse();
    }

    private static TrainingSpec read(TrainCommandLine line) throws IOException {
        var train = new Train();
        assertThat(line.words().subList(0, 2)).containsExactly("clp-workbench", "train");
        new CommandLine(train)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .parseArgs(line.words().subList(2, line.words().size()).toArray(String[]::new));
        return train.spec();
    }

    private static TrainingSpec spec(
            int batch,
            Optimisation optimisation,
            Trainable trainable,
            long seed,
            Execution execution,
            Rhythm rhythm) {
        return new TrainingSpec(
                "linear",
                MODEL,
                Path.of("/t/train.txt"),
                Path.of("/t/valid.txt"),
                200,
                batch,
                128,
                optimisation,
                trainable,
                seed,
                execution,
                rhythm);
    }
}
