package org.clpworkbench.ui.transfer;

import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Duration;

import org.clpworkbench.compute.Devices;
import org.clpworkbench.job.Progress;
import org.clpworkbench.transfer.PastTransfers;
import org.clpworkbench.transfer.Recipe;
import org.clpworkbench.transfer.TransferPlan;
import org.clpworkbench.transfer.TransferSpec;
import org.clpworkbench.transfer.TransferTexts;
import org.clpworkbench.ui.common.Failure;
import org.clpworkbench.ui.common.LatestJob;
import org.clpworkbench.ui.common.ScreenContext;
import org.clpworkbench.ui.common.Texts;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What a transfer would do, which takes reading both vocabularies: looked for again only when
/// models, recipe or texts are others, and a moment later, for a person may try several. A seed and
/// a name change nothing of it. The newest question wins.
final class Planning {
    private static final Duration MOMENT = Duration.millis(200);

    private final Texts texts = Texts.of(TransferViewModel.class);
    private final Planner planner;
    private final Path models;
    private final LatestJob looking;
    private final PauseTransition moment = new PauseTransition(MOMENT);
    private final ReadOnlyObjectWrapper<@Nullable Answer> answer = new ReadOnlyObjectWrapper<>();
    private Optional<TransferSpec> asked = Optional.empty();

    sealed interface Answer {
        /// @param time empty where no transfer of the kind was measured
        /// @param rough a first guess of it
        /// @param freeMemory in bytes
        record Planned(
                TransferPlan plan,
                Optional<java.time.Duration> time,
                java.time.Duration rough,
                long freeMemory)
                implements Answer {
            /// Whether the new model finds room on the disk.
            boolean fits() {
                return plan.outputBytes() <= plan.freeDiskBytes();
            }
        }

        record Refused(String sentence) implements Answer {}
    }

    /// Says what a transfer would do.
    @FunctionalInterface
    interface Planner {
        TransferPlan plan(TransferSpec spec, Progress progress) throws IOException;
    }

    /// All that an answer depends on.
    private record Question(Path source, Path helper, Recipe recipe, TransferTexts texts) {
        static Question of(TransferSpec spec) {
            return new Question(spec.source(), spec.helper(), spec.recipe(), spec.texts());
        }
    }

    Planning(ScreenContext context, Planner planner) {
        this.planner = planner;
        models = context.workspace().models();
        looking = new LatestJob(context.jobs());
        moment.setOnFinished(_ -> look());
    }

    void ask(TransferSpec spec) {
        Question question = Question.of(spec);
        if (asked.map(Question::of).filter(question::equals).isEmpty()) {
            forget();
            asked = Optional.of(spec);
            moment.playFromStart();
        }
    }

    /// Answers what was asked last, anew where that was cancelled.
    void look() {
        asked.ifPresent(
                spec ->
                        looking.await(
                                texts.get("job.plan"),
                                progress -> answer(spec, progress),
                                answer::set,
                                failed -> answer.set(new Answer.Refused(failed.sentence()))));
    }

    private Answer answer(TransferSpec spec, Progress progress) {
        try {
            TransferPlan plan = planner.plan(spec, progress);
            var past = PastTransfers.in(List.of(models));
            return new Answer.Planned(
                    plan,
                    past.time(spec.recipe(), plan.effort()),
                    past.rough(spec.recipe(), plan.effort()),
                    Devices.freeMemory("cpu"));
        } catch (IOException refused) {
            // an answer too: nothing has failed that is to be told of elsewhere
            return new Answer.Refused(Failure.reason(refused));
        }
    }

    /// What is asked next is looked for in any case.
    void forget() {
        asked = Optional.empty();
        moment.stop();
        looking.cancel();
        answer.set(null);
    }

    /// Null until there is one.
    ReadOnlyObjectProperty<@Nullable Answer> answer() {
        return answer.getReadOnlyProperty();
    }

    /// Whether what was asked for cannot be done.
    boolean refuses() {
        return switch (answer.get()) {
            case null -> false;
            case Answer.Planned planned -> !planned.fits();
            case Answer.Refused _ -> true;
        };
    }

    /// Whether all that it lacks is room on the disk.
    BooleanBinding lacksRoom() {
        return Bindings.createBooleanBinding(
                () -> answer.get() instanceof Answer.Planned planned && !planned.fits(), answer);
    }

    LatestJob looking() {
        return looking;
    }
}
