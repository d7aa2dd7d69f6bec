package org.clpworkbench.ui.tour;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.data.DataSet;
import org.clpworkbench.embedded.EmbeddedDemo;
import org.clpworkbench.embedded.EmbeddedDemo.Target;
import org.clpworkbench.ui.common.LatestJob;
import org.clpworkbench.ui.common.ModelPair;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.Pair;
import org.clpworkbench.ui.common.ProblemText;
import org.clpworkbench.ui.common.ScreenContext;
import org.clpworkbench.ui.common.ScreenName;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.tour.TourFacts.Named;
import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// CLP-Transfer in five minutes: which step is told, in the words and figures of the pair. It
/// begins with the embedded models and their texts, with which everything takes seconds; whoever
/// chooses others meanwhile hears of these. What was chosen before comes back at the end.
public final class TourViewModel {
    private final Texts texts = Texts.of(TourViewModel.class);
    private final ScreenContext context;
    private final Supplier<Optional<ModelPair>> embedded;
    private final LatestJob looking;
    private final ObjectProperty<@Nullable TourStep> step = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable TourFacts> facts = new SimpleObjectProperty<>();
    private final ProblemText problem = new ProblemText();

    /// Brings up the graph that the words are of, on the screen that stands open.
    private Runnable showGraph = () -> {};

    /// What was chosen before the tour; empty where that was nothing, or the embedded models.
    private Optional<Pair> own = Optional.empty();

    /// The embedded texts that stand in the place of those that were chosen.
    private Optional<DataSet> lent = Optional.empty();

    /// @param embedded the models that came with the program; empty until they are read
    public TourViewModel(ScreenContext context, Supplier<Optional<ModelPair>> embedded) {
        this.context = context;
        this.embedded = embedded;
        this.looking = new LatestJob(context.jobs());
        context.pair().source().addListener((_, _, _) -> look());
        context.pair().helper().addListener((_, _, _) -> look());
        context.pair().matching().addListener((_, _, _) -> look());
    }

    /// What brings up the graph of neighbours: its screen may stand open at something else.
    public void whenTheGraphIsTold(Runnable show) {
        showGraph = show;
    }

    /// Begins with the first step.
    public void begin() {
        chooseEmbedded();
        go(TourStep.MODELS);
        look();
    }

    private void chooseEmbedded() {
        Pair pair = context.pair();
        Optional<ModelPair> models = embedded.get();
        if (models.isEmpty() || models.get().isChosen(pair) || own.isPresent()) {
            return;
        }
        boolean none = pair.source().get() == null && pair.helper().get() == null;
        own = none ? Optional.empty() : Optional.of(pair.copy());
        models.get().choose(pair);
        if (own.isPresent() && pair.data().get() != null) {
            lendTexts(models.get().helper().folder());
        }
    }

    /// In the language of the embedded helper: no other can be raced with it.
    private void lendTexts(Path helper) {
        Pair pair = context.pair();
        for (Target target : EmbeddedDemo.in(context.workspace().embedded()).targets()) {
            if (target.helper().equals(helper)) {
                var data = DataSet.of(target.training(), target.validation());
                lent = Optional.of(data);
                pair.data().set(data);
                pair.text().set(target.training());
                pair.validation().set(target.validation());
            }
        }
    }

    /// Whether another pair waits for the end of the tour: not once others were chosen meanwhile.
    private boolean borrowed() {
        Pair pair = context.pair();
        return own.isPresent() && embedded.get().filter(them -> them.isChosen(pair)).isPresent();
    }

    /// Each, the texts and the models, where nothing else was chosen meanwhile.
    private void giveBack() {
        Pair pair = context.pair();
        if (lent.isPresent() && lent.get().equals(pair.data().get())) {
            own.ifPresent(pair::takeUpTexts);
        }
        if (borrowed()) {
            own.ifPresent(pair::takeUp);
        }
        own = Optional.empty();
        lent = Optional.empty();
    }

    /// Goes on where another left off.
    public void follow(TourViewModel before) {
        TourStep now = before.step.get();
        if (now != null) {
            own = before.own;
            lent = before.lent;
            go(now);
            look();
        }
    }

    /// Looks for figures and tokens to tell of, while the tour is on.
    private void look() {
        ModelSummary source = context.pair().source().get();
        ModelSummary helper = context.pair().helper().get();
        facts.set(null);
        problem.set("");
        if (step.get() == null || source == null || helper == null) {
            return;
        }
        var matching = context.pair().matching().get();
        looking.compute(
                texts.get("job"),
                progress -> TourFacts.of(source.folder(), helper.folder(), matching, progress),
                this::found,
                problem::set);
    }

    private void found(TourFacts now) {
        facts.set(now);
        showToken();
    }

    private void go(TourStep next) {
        step.set(next);
        if (looking.cancelled().get() != null) {
            look();
        }
        context.pair().explainedBy().set(next == TourStep.SUM ? TourFacts.PAPER : null);
        showToken();
        context.navigation().open(next.screen());
        if (next.screen() == ScreenName.NEIGHBOURS) {
            showGraph.run();
        }
    }

    /// The token that the words are of is the one that the screen shows.
    private void showToken() {
        TourFacts now = facts.get();
        if (now != null && (step.get() == TourStep.NEIGHBOURS || step.get() == TourStep.SUM)) {
            context.pair().token().set(now.tokenId());
        }
    }

    void next() {
        TourStep now = step.get();
        if (now == null || last()) {
            end();
        } else {
            go(TourStep.values()[now.ordinal() + 1]);
        }
    }

    void back() {
        TourStep now = step.get();
        if (now != null && now.ordinal() > 0) {
            go(TourStep.values()[now.ordinal() - 1]);
        }
    }

    void end() {
        looking.cancel();
        step.set(null);
        context.pair().explainedBy().set(null);
        giveBack();
    }

    boolean last() {
        TourStep now = step.get();
        return now != null && now.ordinal() == TourStep.values().length - 1;
    }

    /// The step that is told; null while there is no tour.
    public ReadOnlyObjectProperty<@Nullable TourStep> step() {
        return step;
    }

    /// "2 of 7 · What both know".
    ObservableValue<String> title() {
        return step.map(
                        now ->
                                texts.get(
                                        "title",
                                        now.ordinal() + 1,
                                        TourStep.values().length,
                                        texts.get("title." + now)))
                .orElse("");
    }

    ObservableValue<String> words() {
        return Bindings.createStringBinding(
                this::sentences,
                step,
                facts,
                problem,
                looking.cancelled(),
                context.pair().source(),
                context.pair().helper());
    }

    private String sentences() {
        TourStep now = step.get();
        TourFacts known = facts.get();
        ModelSummary source = context.pair().source().get();
        ModelSummary helper = context.pair().helper().get();
        if (now == null) {
            return "";
        }
        if (source == null || helper == null) {
            return texts.get("words.none");
        }
        return switch (now) {
            case MODELS ->
                    texts.get("words." + now, source.name(), helper.name())
                            + (borrowed() ? " " + texts.get("words.borrowed") : "");
            case TRANSFER, TRAINING, GENERATE ->
                    texts.get("words." + now, source.name(), helper.name());
            case ANCHORS, NEIGHBOURS, SUM ->
                    known == null ? waiting() : told(now, known, source, helper);
        };
    }

    private String waiting() {
        if (looking.cancelled().get() != null) {
            return texts.get("words.cancelled");
        }
        return problem.get().isEmpty() ? texts.get("words.waiting") : problem.get();
    }

    private String told(TourStep now, TourFacts known, ModelSummary source, ModelSummary helper) {
        return texts.get(
                "words." + now,
                source.name(),
                helper.name(),
                Numbers.whole(known.anchors()),
                Numbers.whole(known.vocabulary()),
                known.token(),
                known.nearest().stream().map(Named::token).collect(Collectors.joining(", ")),
                Numbers.whole(known.paper().anchors()));
    }

    /// The step's formula with tokens and figures of the pair; empty where it has none.
    ObservableValue<String> formula() {
        return Bindings.createStringBinding(this::filledIn, step, facts);
    }

    private String filledIn() {
        TourStep now = step.get();
        TourFacts known = facts.get();
        return now == null || known == null ? "" : new TourFormula(texts).of(now, known);
    }
}
