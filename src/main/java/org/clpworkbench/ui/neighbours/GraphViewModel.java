package org.clpworkbench.ui.neighbours;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.settings.GraphSight;
import org.clpworkbench.ui.common.Isolated;
import org.clpworkbench.ui.common.LatestJob;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.Pair;
import org.clpworkbench.ui.common.ProblemText;
import org.clpworkbench.ui.common.ScreenContext;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.graph.DrawnGraph;
import org.clpworkbench.ui.graph.Exploration;
import org.clpworkbench.ui.graph.GraphChange;
import org.clpworkbench.ui.graph.GraphHistory;
import org.clpworkbench.ui.graph.GraphHistory.Step;
import org.clpworkbench.ui.graph.Place;
import org.clpworkbench.ui.graph.TokenGraph;
import org.clpworkbench.ui.graph.TokenNode;
import org.clpworkbench.ui.picture.WrittenFiles;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// The exploration of the graph, with its history; each state is drawn in the background.
public final class GraphViewModel implements TokenGraph.Wishes {
    private static final int FIRST_K = 20;

    private final Texts texts = Texts.of(GraphViewModel.class);
    private final Pair pair;
    private final LatestJob drawing;
    private final WrittenFiles files;
    private final ObjectProperty<@Nullable GraphHistory> history = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable DrawnGraph> drawn = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable TokenNode> selected = new SimpleObjectProperty<>();
    private final ObjectProperty<Optional<GraphSight>> sight =
            new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty sought = new SimpleStringProperty("");
    private final ProblemText problem = new ProblemText();
    private Optional<TokenPictures> pictures = Optional.empty();
    private Optional<TokenIndex> tokens = Optional.empty();
    private int lastSelected = -1;

    /// What somebody made of the graph, how it came about, and how it is looked at.
    ///
    /// @param selected the token that buttons and keys act on
    record Kept(GraphHistory history, Optional<GraphSight> sight, int selected) {}

    /// Its k, threshold and layout are those of the next space as well.
    private Exploration usual = Exploration.of(0, FIRST_K);

    GraphViewModel(ScreenContext context) {
        this.pair = context.pair();
        this.drawing = new LatestJob(context.jobs());
        this.files = new WrittenFiles(context.dialogs(), context.jobs());
        history.addListener((_, _, now) -> draw(now));
    }

    /// Begins with an opened space; k, threshold and layout stay as they were chosen.
    void open(TokenPictures made, TokenIndex index) {
        pictures = Optional.of(made);
        tokens = Optional.of(index);
    }

    /// Begins with what was explored in the opened space before.
    void goOn(Exploration left, Optional<GraphSight> seen) {
        goOn(new Kept(GraphHistory.of(left), seen, left.root()));
    }

    /// The same with all steps that can be undone.
    void goOn(Kept kept) {
        lastSelected = kept.selected();
        sight.set(kept.sight());
        history.set(kept.history());
    }

    /// What can be gone on with when the space is open again; empty where nothing was looked at.
    Optional<Kept> kept() {
        return Optional.ofNullable(history.get())
                .map(now -> new Kept(now, sight.get(), lastSelected));
    }

    void close() {
        drawing.cancel();
        pictures = Optional.empty();
        tokens = Optional.empty();
        GraphHistory last = history.get();
        if (last != null) {
            usual = last.present();
        }
        history.set(null);
        drawn.set(null);
        selected.set(null);
        sight.set(Optional.empty());
        problem.set("");
    }

    /// Draws what is to be seen once more.
    void drawAgain() {
        draw(history.get());
    }

    /// Not behind a transfer in the queue of computing jobs: neighbours are found at once.
    private void draw(@Nullable GraphHistory now) {
        if (now == null || pictures.isEmpty()) {
            return;
        }
        Exploration state = now.present();
        TokenPictures made = pictures.get();
        drawing.await(
                texts.get("job.draw", label(state.root())),
                progress -> made.draw(state, progress),
                this::arrived,
                problem::set);
    }

    private void arrived(DrawnGraph graph) {
        problem.set("");
        drawn.set(graph);
        selected.set(graph.picture().node(lastSelected).orElse(graph.picture().centre()));
    }

    void make(GraphChange change) {
        GraphHistory now = history.get();
        if (now != null) {
            history.set(now.then(change));
        }
    }

    @Override
    public void lookAt(int token) {
        lastSelected = token;
        if (history.get() == null && pictures.isPresent()) {
            history.set(GraphHistory.of(usual.beginningAt(token)));
        } else {
            make(new GraphChange.LookAt(token));
        }
    }

    @Override
    public void select(int id) {
        lastSelected = id;
        DrawnGraph graph = drawn.get();
        if (graph != null) {
            graph.picture().node(id).ifPresent(selected::set);
        }
    }

    @Override
    public void toggle(int id) {
        GraphHistory now = history.get();
        if (now != null && now.present().root() != id) {
            make(
                    now.present().expanded().contains(id)
                            ? new GraphChange.Collapse(id)
                            : new GraphChange.Expand(id));
        }
    }

    @Override
    public void pin(int id, Place place) {
        make(new GraphChange.Pin(id, place));
    }

    @Override
    public void unpin(int id) {
        make(new GraphChange.Unpin(id));
    }

    void undo() {
        GraphHistory now = history.get();
        if (now != null) {
            history.set(now.undone());
        }
    }

    void redo() {
        GraphHistory now = history.get();
        if (now != null) {
            history.set(now.redone());
        }
    }

    void back() {
        GraphHistory now = history.get();
        if (now != null) {
            history.set(now.atTokenBefore());
        }
    }

    ObservableValue<Boolean> hasTokenBefore() {
        return history.map(GraphHistory::hasTokenBefore).orElse(false);
    }

    /// "Undo: expand ·wird"; empty when nothing can be undone.
    ObservableValue<String> undoing() {
        return history.map(now -> words("undo", now.past())).orElse("");
    }

    ObservableValue<String> redoing() {
        return history.map(now -> words("redo", now.future())).orElse("");
    }

    private String words(String key, List<Step> steps) {
        return steps.isEmpty() ? "" : texts.get(key, words(steps.getLast().change()));
    }

    private String words(GraphChange change) {
        return switch (change) {
            case GraphChange.LookAt look -> texts.get("change.look", label(look.token()));
            case GraphChange.Expand expand -> texts.get("change.expand", label(expand.token()));
            case GraphChange.Collapse collapse ->
                    texts.get("change.collapse", label(collapse.token()));
            case GraphChange.Pin pin -> texts.get("change.pin", label(pin.token()));
            case GraphChange.Unpin unpin -> texts.get("change.unpin", label(unpin.token()));
            case GraphChange.Neighbours many -> texts.get("change.k", many.k());
            case GraphChange.Threshold least ->
                    texts.get("change.threshold", Numbers.decimal(least.cosine(), 2));
            case GraphChange.Arrange arrange ->
                    texts.get("change.layout", texts.get("layout." + arrange.layout()));
        };
    }

    /// How the graph came about that is shown: all that is needed to make the same one.
    ObservableValue<String> caption() {
        return drawn.map(graph -> caption(graph.state())).orElse("");
    }

    private String caption(Exploration state) {
        ModelSummary helper = pair.helper().get();
        String made =
                texts.get(
                        "caption",
                        Numbers.whole(state.k()),
                        Numbers.decimal(state.threshold(), 2),
                        helper == null ? "" : helper.name(),
                        texts.get("layout." + state.layout()));
        OptionalLong seed = state.layout().seed();
        return seed.isEmpty()
                ? made
                : texts.get("caption.seed", made, Long.toString(seed.getAsLong()));
    }

    /// "·wird: missing, cosine 0.801 to ·werden, expanded, pinned".
    ObservableValue<String> chosen() {
        return Bindings.createStringBinding(
                () -> {
                    TokenNode node = selected.get();
                    return node == null ? "" : describe(node);
                },
                selected);
    }

    private String describe(TokenNode node) {
        String kind = node.kind().wordWithSymbol();
        String what =
                node.hub() == node.id()
                        ? texts.get("chosen.middle", Isolated.of(node.label()), kind)
                        : texts.get(
                                "chosen",
                                Isolated.of(node.label()),
                                kind,
                                Numbers.decimal(node.cosine(), 3),
                                label(node.hub()));
        String wide =
                node.expanded() && node.hub() != node.id() ? texts.get("chosen.expanded") : "";
        return what + wide + (node.pinned() ? texts.get("chosen.pinned") : "");
    }

    /// A token as it is put into sentences.
    String label(int id) {
        return tokens.map(index -> index.token(id).inSentence()).orElse("");
    }

    LatestJob drawing() {
        return drawing;
    }

    ObjectProperty<@Nullable GraphHistory> history() {
        return history;
    }

    ObjectProperty<@Nullable DrawnGraph> drawn() {
        return drawn;
    }

    /// The token that buttons and keys act on.
    ObjectProperty<@Nullable TokenNode> selected() {
        return selected;
    }

    Optional<TokenNode> selectedNode() {
        return Optional.ofNullable(selected.get());
    }

    /// The token looked at; −1 without one.
    int root() {
        GraphHistory now = history.get();
        return now == null ? -1 : now.present().root();
    }

    /// The part of the graph that is seen; empty for all of it. Kept by the view.
    ObjectProperty<Optional<GraphSight>> sight() {
        return sight;
    }

    /// What is typed into the search; the tokens that hold it are marked.
    StringProperty sought() {
        return sought;
    }

    ProblemText problem() {
        return problem;
    }

    WrittenFiles files() {
        return files;
    }
}
