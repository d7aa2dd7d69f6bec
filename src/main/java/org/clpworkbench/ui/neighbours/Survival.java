package org.clpworkbench.ui.neighbours;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

import org.clpworkbench.job.Jobs;
import org.clpworkbench.transfer.SideBySide;
import org.clpworkbench.transfer.TokenSpace;
import org.clpworkbench.ui.common.LatestJob;
import org.clpworkbench.ui.common.Texts;
import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Which share of a token's neighbours in the helper are its neighbours in a transferred model,
/// too. Where that cannot be told, the spaces side by side say why.
final class Survival {
    private record Question(TokenSpace space, TokenReference token, int k) {}

    private final Texts texts = Texts.of(SpacesViewModel.class);
    private final ObservableValue<@Nullable TransferredModel> model;
    private final LatestJob looking;
    private final ObjectProperty<Optional<Double>> share =
            new SimpleObjectProperty<>(Optional.empty());
    private Optional<Question> question = Optional.empty();

    /// @param model null where the pair was not transferred
    Survival(Jobs jobs, ObservableValue<@Nullable TransferredModel> model) {
        this.model = model;
        this.looking = new LatestJob(jobs);
        model.addListener((_, _, _) -> look());
    }

    void ask(TokenSpace space, TokenReference token, int k) {
        var asked = Optional.of(new Question(space, token, k));
        if (!question.equals(asked)) {
            question = asked;
            look();
        }
    }

    void forget() {
        question = Optional.empty();
        look();
    }

    private void look() {
        looking.cancel();
        share.set(Optional.empty());
        TransferredModel into = model.getValue();
        if (question.isEmpty() || into == null) {
            return;
        }
        Question asked = question.get();
        List<Path> folder = List.of(into.folder());
        looking.compute(
                texts.get("job.compare", asked.token().inSentence()),
                progress ->
                        asked.space()
                                .sideBySide(asked.token().id(), asked.k(), false, folder, progress),
                found -> share.set(of(found)),
                _ -> {});
    }

    private static Optional<Double> of(SideBySide found) {
        return found.helper().isEmpty() || found.transferred().isEmpty()
                ? Optional.empty()
                : Optional.of(found.agreement(found.transferred()));
    }

    /// 0 to 1; empty until it is known.
    ObjectProperty<Optional<Double>> share() {
        return share;
    }
}
