package org.clpworkbench.ui.neighbours;

import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.transfer.SideBySide;
import org.clpworkbench.transfer.SideBySide.Near;
import org.clpworkbench.transfer.TokenSpace;
import org.clpworkbench.ui.common.LatestJob;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.ProblemText;
import org.clpworkbench.ui.common.ScreenContext;
import org.clpworkbench.ui.common.ScreenName;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.common.TokenKind;
import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// One token's neighbours in the source, the helper and a transferred model.
public final class SpacesViewModel {
    private record Question(TokenSpace space, TokenReference token, int k) {}

    private final Texts texts = Texts.of(SpacesViewModel.class);
    private final ScreenContext context;
    private final LatestJob looking;
    private final LatestJob listing;
    private final BooleanProperty wanted = new SimpleBooleanProperty();
    private final BooleanProperty anchorsOnly = new SimpleBooleanProperty();
    private final ObservableList<TransferredModel> models = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable TransferredModel> chosen = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable SideBySide> found = new SimpleObjectProperty<>();
    private final ProblemText problem = new ProblemText();
    private Optional<Question> question = Optional.empty();

    SpacesViewModel(ScreenContext context) {
        this.context = context;
        this.looking = new LatestJob(context.jobs());
        this.listing = new LatestJob(context.jobs());
        wanted.addListener((_, _, now) -> become(now));
        anchorsOnly.addListener((_, _, _) -> look());
        chosen.addListener((_, _, _) -> look());
    }

    void ask(TokenSpace space, TokenReference token, int k) {
        var asked = new Question(space, token, k);
        if (!question.equals(Optional.of(asked))) {
            question = Optional.of(asked);
            look();
        }
    }

    void forget() {
        question = Optional.empty();
        listing.cancel();
        models.clear();
        chosen.set(null);
        look();
    }

    private void become(boolean seen) {
        if (seen) {
            listModels();
            look();
        }
    }

    /// Looks for the models that the pair was transferred to; one chosen stays chosen, and is
    /// looked into again where it was made anew.
    void listModels() {
        ModelSummary source = context.pair().source().get();
        ModelSummary helper = context.pair().helper().get();
        if (source == null || helper == null) {
            return;
        }
        Path folder = context.workspace().models();
        listing.await(
                texts.get("job.list"),
                _ -> TransferredModel.of(folder, source.folder(), helper.folder()),
                this::list,
                problem::set);
    }

    private void list(List<TransferredModel> there) {
        TransferredModel before = chosen.get();
        if (!models.equals(there)) {
            models.setAll(there);
        }
        chosen.set(
                there.stream()
                        .filter(model -> before != null && model.folder().equals(before.folder()))
                        .findFirst()
                        .orElse(there.isEmpty() ? null : there.getFirst()));
    }

    /// Looks for the neighbours of the token asked for.
    void look() {
        problem.set("");
        if (!wanted.get() || question.isEmpty()) {
            looking.cancel();
            found.set(null);
            return;
        }
        Question asked = question.get();
        boolean onlyAnchors = anchorsOnly.get();
        TransferredModel model = chosen.get();
        List<Path> folder = model == null ? List.of() : List.of(model.folder());
        looking.compute(
                texts.get("job.compare", asked.token().inSentence()),
                progress ->
                        asked.space()
                                .sideBySide(
                                        asked.token().id(),
                                        asked.k(),
                                        onlyAnchors,
                                        folder,
                                        progress),
                found::set,
                problem::set);
        found.set(null); // now that the next is on its way
    }

    /// "6 of 20 neighbours of ‘·Haus’ survive the transfer by linear."
    ObservableValue<String> verdict() {
        return Bindings.createStringBinding(
                () -> {
                    SideBySide sides = found.get();
                    TransferredModel model = chosen.get();
                    if (sides == null || question.isEmpty()) {
                        return "";
                    }
                    String token = question.get().token().inSentence();
                    return model == null
                            ? texts.get("verdict.none", token)
                            : texts.get(
                                    "verdict",
                                    sides.shared(sides.transferred()),
                                    sides.helper().size(),
                                    token,
                                    model.words());
                },
                found,
                chosen);
    }

    /// "agreement@20 with the helper: 30 % (6 of 20)".
    String agreement(SideBySide sides, List<Near> others) {
        return texts.get(
                "agreement",
                sides.helper().size(),
                Numbers.percent(sides.agreement(others)),
                sides.shared(others));
    }

    /// A token that only the source has.
    TokenReference sourceToken(int id) {
        var source = question.map(asked -> asked.space().overlap().source());
        return new TokenReference(
                id,
                source.map(words -> words.display(id)).orElse(""),
                source.flatMap(words -> words.token(id)).orElse(""),
                TokenKind.SOURCE_ONLY);
    }

    String sourceName() {
        ModelSummary source = context.pair().source().get();
        return source == null ? "" : source.name();
    }

    String helperName() {
        ModelSummary helper = context.pair().helper().get();
        return helper == null ? "" : helper.name();
    }

    /// Leads to the transfer.
    void transfer() {
        context.navigation().open(ScreenName.TRANSFER);
    }

    /// Leads to other models where these cannot be compared.
    void chooseModels() {
        context.navigation().open(ScreenName.MODELS);
    }

    /// Whether it is to be seen, and so worth computing.
    BooleanProperty wanted() {
        return wanted;
    }

    BooleanProperty anchorsOnly() {
        return anchorsOnly;
    }

    ObservableList<TransferredModel> models() {
        return models;
    }

    ObjectProperty<@Nullable TransferredModel> chosen() {
        return chosen;
    }

    ObjectProperty<@Nullable SideBySide> found() {
        return found;
    }

    ProblemText problem() {
        return problem;
    }

    LatestJob looking() {
        return looking;
    }
}
