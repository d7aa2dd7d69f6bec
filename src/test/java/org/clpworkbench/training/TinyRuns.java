package org.clpworkbench.training;

import org.clpworkbench.embedded.EmbeddedDemo;
import org.clpworkbench.lm.Precision;
import org.clpworkbench.training.RunEvent.Step;
import org.clpworkbench.training.TrainingSpec.Optimisation;
import org.clpworkbench.training.TrainingSpec.Rhythm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Runs of tiny models on the first lines of the demo's text.
record TinyRuns(EmbeddedDemo demo, Path text) {
    static TinyRuns in(Path folder) throws IOException {
        EmbeddedDemo demo = EmbeddedDemo.unpack(folder);
        Path text = folder.resolve("text.txt");
        try (Stream<String> lines = Files.lines(demo.training())) {
            Files.write(text, lines.limit(200).toList());
        }
        return new TinyRuns(demo, text);
    }

    TrainingSpec spec(Path model, int steps, double rate, Trainable trainable) {
        return new TrainingSpec(
                "tiny",
                model,
                text,
                text,
                steps,
                4,
                16,
                new Optimisation(rate, 2, 0.1, 0.1, true, 1),
                trainable,
                5,
                new Execution(Precision.FLOAT32, "cpu"),
                new Rhythm(2, 64, 3, 0, 2));
    }

    /// Trains to the end.
    static List<RunEvent> run(TrainingSpec spec, Path run) throws IOException {
        return runUntil(Integer.MAX_VALUE, spec, run);
    }

    /// @param pause the step after which the run pauses
    static List<RunEvent> runUntil(int pause, TrainingSpec spec, Path run) throws IOException {
        var events = new ArrayList<RunEvent>();
        new TrainingLoop(
                        spec,
                        run,
                        events::add,
                        () -> reached(events, pause) ? RunRequest.PAUSE : RunRequest.NONE)
                .run();
        return events;
    }

    private static boolean reached(List<RunEvent> events, int step) {
        return events.stream().anyMatch(event -> event instanceof Step && event.step() == step);
    }

    /// The newest checkpoint.
    static Path last(Path run) throws IOException {
        return TrainingCheckpoint.latest(run).orElseThrow().folder();
    }
}
