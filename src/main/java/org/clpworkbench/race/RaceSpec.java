package org.clpworkbench.race;

import org.clpworkbench.data.DataSet;
import org.clpworkbench.data.RunTexts;
import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldArgumentException;
import org.clpworkbench.training.Execution;
import org.clpworkbench.training.Trainable;
import org.clpworkbench.training.TrainingSpec;

import java.nio.file.Path;
import java.util.List;

/// Which starts are trained, on what and how: everything but the start is the same for all.
///
/// @param data texts to train and evaluate on
/// @param batch sequences a step
/// @param context tokens a sequence
/// @param seed of the transfers and of the order of the text
/// @param rhythm how often each run is evaluated and saved; evaluations of a short race read fewer
///   tokens than it says, so that training takes most of its time
public record RaceSpec(
        List<Start> starts,
        DataSet data,
        int steps,
        int batch,
        int context,
        TrainingSpec.Optimisation optimisation,
        Trainable trainable,
        long seed,
        Execution execution,
        TrainingSpec.Rhythm rhythm) {
    /// What evaluating may cost at most, as a share of the training, unless the race is very short.
    public static final double EVALUATION_SHARE = 0.25;

    /// A step costs about three forward passes.
    private static final int STEP_PASSES = 3;

    private static final int FEWEST_EVALUATED = 2048;

    public RaceSpec {
        if (starts.isEmpty()) {
            throw new ToldArgumentException(Sentence.of(RaceSpec.class, "starts.none"));
        }
        starts = List.copyOf(starts);
        if (!data.evaluates()) {
            throw new ToldArgumentException(Sentence.of(RaceSpec.class, "validation.none"));
        }
        // refuses nonsense before a transfer is made for it
        var _ =
                new TrainingSpec(
                        "",
                        Path.of(""),
                        Path.of(""),
                        Path.of(""),
                        steps,
                        batch,
                        context,
                        optimisation,
                        trainable,
                        seed,
                        execution,
                        rhythm);
    }

    /// The same race with another seed and another peak learning rate.
    public RaceSpec with(long seed, double rate) {
        return new RaceSpec(
                starts,
                data,
                steps,
                batch,
                context,
                optimisation.withRate(rate),
                trainable,
                seed,
                execution,
                rhythm);
    }

    /// The training of one start, whose model lies at `model`, on what its tokenizer made of the
    /// texts.
    public TrainingSpec training(Start start, Path model, RunTexts texts) {
        return new TrainingSpec(
                start.name(),
                model,
                texts.training(),
                texts.validation(),
                steps,
                batch,
                context,
                optimisation,
                trainable,
                seed,
                execution,
                paced());
    }

    private TrainingSpec.Rhythm paced() {
        double worth = EVALUATION_SHARE * STEP_PASSES * trained() / evaluations();
        int most = rhythm.evaluationTokens();
        return new TrainingSpec.Rhythm(
                rhythm.evaluateEvery(),
                Math.clamp((long) worth, Math.min(FEWEST_EVALUATED, most), most),
                rhythm.checkpointEvery(),
                rhythm.checkpointMinutes(),
                rhythm.kept());
    }

    /// What one run costs: the tokens that could be trained in its time, evaluations included.
    public long cost() {
        return trained() + evaluations() * paced().evaluationTokens() / STEP_PASSES;
    }

    private long trained() {
        return (long) steps * batch * context;
    }

    private long evaluations() {
        return 1L + Math.ceilDiv(steps, rhythm.evaluateEvery());
    }
}
