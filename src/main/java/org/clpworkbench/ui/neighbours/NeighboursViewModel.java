package org.clpworkbench.ui.neighbours;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

import org.clpworkbench.checkpoint.ModelFiles;
import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.job.Progress;
import org.clpworkbench.settings.Explored;
import org.clpworkbench.transfer.Methods;
import org.clpworkbench.transfer.TokenSpace;
import org.clpworkbench.ui.common.Isolated;
import org.clpworkbench.ui.common.LatestJob;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.Pair;
import org.clpworkbench.ui.common.ProblemText;
import org.clpworkbench.ui.common.ScreenContext;
import org.clpworkbench.ui.common.ScreenName;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.common.TokenKind;
import org.clpworkbench.ui.graph.DrawnGraph;
import org.clpworkbench.ui.graph.Exploration;
import org.clpworkbench.ui.graph.GraphChange;
import org.clpworkbench.ui.graph.GraphHistory;
import org.clpworkbench.ui.graph.TokenNode;
import org.clpworkbench.vocab.Matching;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A token of the helper, those that live next to it, and what a missing one will be made of. The
/// space is opened, asked and closed in the background.
public final class NeighboursViewModel implements AutoCloseable {
    private static final int SUGGESTIONS = 12;
    private static final int EXAMPLES = 4;
    private static final String OTHER_METHOD = "clp";

    private final Texts texts = Texts.of(NeighboursViewModel.class);
    private final ScreenContext context;
    private final BooleanBinding paired;
    private final Pair pair;
    private final LatestJob opening;
    private final GraphViewModel graph;
    private final SpacesViewModel spaces;
    private final Survival survival;
    private final Explanation first;
    private final Explanation second;
    private final ObjectProperty<@Nullable TokenSpace> space = new SimpleObjectProperty<>();
    private final ProblemText problem = new ProblemText();
    private final ObjectProperty<Way> way = new SimpleObjectProperty<>(Way.GRAPH);
    private Optional<TokenIndex> index = Optional.empty();
    private List<TokenReference> examples = List.of();
    private Optional<PairFiles> files = Optional.empty();

    /// What was explored before the program ended, until a space is open.
    private Optional<Explored> left = Optional.empty();

    /// What was explored of each helper: its neighbours are the same whatever source and matching
    /// rule it is paired by.
    private final Map<ModelFiles, GraphViewModel.Kept> kept = new HashMap<>();

    private record Opened(
            TokenSpace space, TokenIndex index, List<TokenReference> examples, PairFiles files)
            implements AutoCloseable {
        static Opened of(Path source, Path helper, Matching rule, Progress progress)
                throws IOException {
            TokenSpace opened = TokenSpace.open(source, helper, rule, progress);
            try {
                var tokens = new TokenIndex(opened.overlap().target(), opened::origin);
                return new Opened(
                        opened, tokens, tokens.examples(EXAMPLES), PairFiles.of(source, helper));
            } catch (IOException failure) {
                opened.close();
                throw failure;
            }
        }

        @Override
        public void close() {
            space.close();
        }
    }

    public NeighboursViewModel(ScreenContext context) {
        this.context = context;
        this.pair = context.pair();
        this.paired = pair.source().isNotNull().and(pair.helper().isNotNull());
        this.opening = new LatestJob(context.jobs());
        this.graph = new GraphViewModel(context);
        this.spaces = new SpacesViewModel(context);
        this.survival = new Survival(context.jobs(), spaces.chosen());
        this.first = new Explanation(context.jobs(), Methods.DEFAULT);
        this.second = new Explanation(context.jobs(), OTHER_METHOD);
        first.wanted().set(true);
        new ToldMethod(pair.explainedBy(), first, second);
        pair.source().addListener((_, _, _) -> openSpace());
        pair.helper().addListener((_, _, _) -> openSpace());
        pair.matching().addListener((_, _, _) -> openSpace());
        pair.token().addListener((_, _, now) -> look(now));
        graph.history().addListener((_, _, now) -> follow(now));
        graph.drawn().addListener((_, _, now) -> arrived(now));
        openSpace();
    }

    /// Goes on where the screen was left, if the pair and its files are those still.
    public void goOn(Explored explored) {
        left = Optional.of(explored);
        way.set(Way.of(explored.way()));
    }

    /// What can be gone on with at the next start; empty where nothing is.
    public Optional<Explored> explored() {
        GraphHistory now = graph.history().get();
        return now == null || files.isEmpty()
                ? left
                : Optional.of(files.get().kept(way.get(), now.present(), graph.sight().get()));
    }

    /// Opens the space of the pair.
    void openSpace() {
        forget();
        ModelSummary source = pair.source().get();
        ModelSummary helper = pair.helper().get();
        if (source == null || helper == null) {
            return;
        }
        var rule = pair.matching().get();
        opening.compute(
                texts.get("job.open", helper.name()),
                progress -> Opened.of(source.folder(), helper.folder(), rule, progress),
                this::opened,
                problem::set);
    }

    private void forget() {
        opening.cancel();
        files.ifPresent(of -> graph.kept().ifPresent(it -> kept.put(of.helper(), it)));
        graph.close();
        survival.forget();
        spaces.forget();
        first.forget();
        second.forget();
        problem.set("");
        index = Optional.empty();
        examples = List.of();
        files = Optional.empty();
        TokenSpace old = space.get();
        if (old != null) {
            space.set(null);
            context.jobs()
                    .compute(
                            texts.get("job.close"),
                            _ -> {
                                old.close();
                                return true;
                            });
        }
    }

    /// Gives back what the models hold open.
    @Override
    public void close() {
        forget();
    }

    private void opened(Opened opened) {
        index = Optional.of(opened.index());
        examples = opened.examples();
        files = Optional.of(opened.files());
        space.set(opened.space());
        graph.open(new TokenPictures(opened.space(), opened.index()), opened.index());
        spaces.listModels();
        Optional<Explored> before = left;
        left = Optional.empty();
        Integer token = pair.token().get();
        Optional<Exploration> again =
                before.flatMap(it -> opened.files().again(it, opened.index()::has))
                        .filter(it -> token == null || token.equals(it.root()));
        Optional<GraphViewModel.Kept> same =
                Optional.ofNullable(kept.get(opened.files().helper()))
                        .filter(it -> token == null || token == it.history().present().root());
        if (same.isPresent()) {
            graph.goOn(same.get());
        } else if (again.isPresent()) {
            graph.goOn(again.get(), before.flatMap(Explored::sight));
        } else if (token == null) {
            examples.stream().findFirst().ifPresent(example -> go(example.id()));
        } else {
            look(token);
        }
    }

    private void look(@Nullable Integer token) {
        if (token != null) {
            graph.lookAt(token);
        }
    }

    /// The graph goes from token to token too: by a key, and by undoing.
    private void follow(@Nullable GraphHistory now) {
        if (now != null) {
            pair.token().set(now.present().root());
        }
    }

    private void arrived(@Nullable DrawnGraph drawn) {
        TokenSpace where = space.get();
        if (drawn == null || where == null) {
            return;
        }
        pair.done().add(ScreenName.NEIGHBOURS);
        TokenReference token = token(drawn.state().root());
        spaces.ask(where, token, drawn.state().k());
        switch (token.kind()) {
            case MISSING, FALLBACK, SOURCE_ONLY -> {
                first.ask(where, token);
                second.ask(where, token);
            }
            case ANCHOR, SPECIAL -> {
                first.forget();
                second.forget();
            }
        }
        survival.ask(where, token, drawn.state().k());
    }

    /// Goes to a token.
    void go(int token) {
        pair.token().set(token);
    }

    /// Leads on to the transfer.
    void next() {
        context.navigation().open(ScreenName.TRANSFER);
    }

    List<TokenReference> suggestions(String typed) {
        return index.map(tokens -> tokens.like(typed, SUGGESTIONS)).orElse(List.of());
    }

    List<TokenReference> examples() {
        return examples;
    }

    /// A token of the space that is open.
    TokenReference token(int id) {
        return index.map(tokens -> tokens.token(id))
                .orElseGet(() -> new TokenReference(id, "", "", TokenKind.MISSING));
    }

    /// "‘·Haus’ lives among ·Häuser, ·Wohnung, ·Gebäude; 23 % of its neighbours survive the
    /// transfer."
    ObservableValue<String> answer() {
        return Bindings.createStringBinding(
                this::sentence,
                graph.drawn(),
                space,
                survival.share(),
                problem,
                opening.cancelled(),
                pair.source(),
                pair.helper());
    }

    private String sentence() {
        DrawnGraph at = graph.drawn().get();
        if (pair.source().get() == null || pair.helper().get() == null) {
            return texts.get("answer.none");
        }
        if (at == null) {
            return space.get() == null ? unopened() : texts.get("answer.choose");
        }
        TokenNode centre = at.picture().centre();
        String nearest =
                at.picture().around().stream()
                        .filter(node -> node.hub() == centre.id())
                        .limit(3)
                        .map(node -> Isolated.of(node.label()))
                        .collect(Collectors.joining(", "));
        String token = Isolated.of(centre.label());
        if (nearest.isEmpty()) {
            return texts.get("answer.alone", token);
        }
        return survival.share()
                .get()
                .map(share -> texts.get("answer.survive", token, nearest, Numbers.percent(share)))
                .orElseGet(() -> texts.get("answer", token, nearest));
    }

    private String unopened() {
        if (opening.cancelled().get() != null) {
            return texts.get("answer.cancelled");
        }
        return texts.get(problem.get().isEmpty() ? "answer.opening" : "answer.failed");
    }

    /// What the token is to the transfer, in a sentence.
    ObservableValue<String> standing() {
        return Bindings.createStringBinding(
                () -> {
                    DrawnGraph at = graph.drawn().get();
                    ModelSummary source = pair.source().get();
                    return at == null || source == null || index.isEmpty()
                            ? ""
                            : standing(index.get(), at.state().root(), source);
                },
                graph.drawn());
    }

    private String standing(TokenIndex tokens, int token, ModelSummary source) {
        String what =
                switch (tokens.origin(token)) {
                    case COPIED -> tokens.token(token).kind().styleClass();
                    case COMBINED -> "missing";
                    case MEAN -> "mean";
                    case DRAWN -> "drawn";
                };
        return texts.get("standing." + what, source.name());
    }

    /// What the token is looked at in.
    ObjectProperty<Way> way() {
        return way;
    }

    ScreenContext context() {
        return context;
    }

    LatestJob opening() {
        return opening;
    }

    GraphViewModel graph() {
        return graph;
    }

    SpacesViewModel spaces() {
        return spaces;
    }

    /// What is shown beside the graph.
    Explanation first() {
        return first;
    }

    /// The same by another method.
    Explanation second() {
        return second;
    }

    ObjectProperty<@Nullable TokenSpace> space() {
        return space;
    }

    /// Whether a source and a helper are chosen.
    BooleanBinding paired() {
        return paired;
    }

    /// Asks for the nearest tokens, however far they are.
    void lookFurther() {
        graph.make(new GraphChange.Threshold(0));
    }

    void chooseModels() {
        context.navigation().open(ScreenName.MODELS);
    }

    ProblemText problem() {
        return problem;
    }
}
