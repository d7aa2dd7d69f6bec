package org.clpworkbench.race;

import org.clpworkbench.lm.Precision;
import org.clpworkbench.training.TrainingSpec;

import java.nio.file.Path;
import java.util.List;

/// Which starts are trained, on what and how: everything but the start is the same for all.
///
/// @param batch sequences a step
/// @param context tokens a sequence
/// @param seed of the transfers and of the order of the text
/// @param device auto, cpu or cuda:N
public record RaceSpec(
        List<Start> starts,
        Path text,
        Path validation,
        int steps,
        int batch,
        int context,
        TrainingSpec.Optimisation optimisation,
        long seed,
        Precision precision,
        String device) {
    public RaceSpec {
        if (starts.isEmpty()) {
            throw new IllegalArgumentException("Choose at least one start to train.");
        }
        starts = List.copyOf(starts);
        text = text.toAbsolutePath().normalize();
        validation = validation.toAbsolutePath().normalize();
        // refuses nonsense before a transfer is made for it
        var _ =
                new TrainingSpec(
                        "",
                        Path.of(""),
                        text,
                        validation,
                        steps,
                        batch,
                        context,
                        optimisation,
                        seed,
                        precision,
                        device,
                        TrainingSpec.Rhythm.standard(steps));
    }

    /// The training of one start, whose model lies at `model`.
    TrainingSpec training(Start start, Path model) {
        return new TrainingSpec(
                start.name(),
                model,
                text,
                validation,
                steps,
                batch,
                context,
                optimisation,
                seed,
                precision,
                device,
                rhythm());
    }

    /// A short race on small batches is not evaluated on many times what it trains on.
    private TrainingSpec.Rhythm rhythm() {
        var standard = TrainingSpec.Rhythm.standard(steps);
        long trained = (long) steps * batch * context;
        int tokens = Math.clamp(trained, 2048, standard.evaluationTokens());
        return new TrainingSpec.Rhythm(
                standard.evaluateEvery(), standard.checkpointEvery(), tokens);
    }
}
