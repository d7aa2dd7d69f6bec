package org.clpworkbench.ui.map;

import javafx.beans.binding.Bindings;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;

import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.job.Job;
import org.clpworkbench.projection.Projection;
import org.clpworkbench.projection.ProjectionSpec;
import org.clpworkbench.ui.common.ArrangedRows;
import org.clpworkbench.ui.common.DataSetWords;
import org.clpworkbench.ui.common.Isolated;
import org.clpworkbench.ui.common.LatestJob;
import org.clpworkbench.ui.common.Pair;
import org.clpworkbench.ui.common.ProblemText;
import org.clpworkbench.ui.common.ScreenContext;
import org.clpworkbench.ui.common.ScreenName;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.common.TypedToken;
import org.clpworkbench.ui.map.MapModel.Role;
import org.clpworkbench.vocab.ModelTokenizer;
import org.clpworkbench.vocab.TokenCounts;
import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;

/// The vocabulary of the helper, the source or a transferred model as a map: how it is made, what
/// is told apart, what is chosen on it.
public final class MapViewModel implements AutoCloseable {
    private static final long MOST_COUNTED_BYTES = 4_000_000;

    private final Texts texts = Texts.of(MapViewModel.class);
    private final ScreenContext context;
    private final Pair pair;
    private final MapForm form = new MapForm();
    private final LatestJob listing;
    private final LatestJob drawing;
    private final LatestJob counting;
    private final ObservableList<MapModel> models = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable MapModel> model = new SimpleObjectProperty<>();
    private final ObjectProperty<ColourBy> colourBy = new SimpleObjectProperty<>(ColourBy.STANDING);
    private final MapMemory memory = new MapMemory(form, model, colourBy);
    private final ObjectProperty<@Nullable DrawnMap> drawn = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable MapPicture> picture = new SimpleObjectProperty<>();
    private final ObjectProperty<BitSet> chosen = new SimpleObjectProperty<>(new BitSet());
    private final IntegerProperty cursor = new SimpleIntegerProperty(-1);
    private final ObjectProperty<List<MapToken>> listed = new SimpleObjectProperty<>(List.of());
    private final MapWords words = new MapWords(texts);
    private final ArrangedRows<MapToken> rows;
    private final StringProperty groupedBy = new SimpleStringProperty("");
    private final ProblemText problem = new ProblemText();
    private final Subscription following;

    public MapViewModel(ScreenContext context) {
        this.context = context;
        this.pair = context.pair();
        listing = new LatestJob(context.jobs());
        drawing = new LatestJob(context.jobs());
        counting = new LatestJob(context.jobs());
        rows = new ArrangedRows<>(context.jobs(), texts.get("job.arrange"), problem::set);
        following =
                Subscription.combine(
                        pair.source().subscribe((before, now) -> pairChanged()),
                        pair.helper().subscribe((before, now) -> pairChanged()),
                        pair.matching().subscribe((before, now) -> ruleChanged()),
                        pair.text().subscribe((before, now) -> textChanged()),
                        pair.token().subscribe((before, now) -> lookedAt()));
        colourBy.addListener((property, before, now) -> group());
        drawn.addListener(this::drawnAnew);
        chosen.addListener((property, before, now) -> list());
        listed.subscribe(rows::set);
        refresh();
    }

    /// Where the tokens lie does not depend on the rule, only what they are called.
    private void ruleChanged() {
        DrawnMap map = drawn.get();
        if (map != null && drawing.current().get() == null) {
            draw(map.model(), map.spec());
        }
    }

    private void pairChanged() {
        problem.set("");
        listing.cancel();
        drawing.cancel();
        drawn.set(null);
        models.clear();
        model.set(null);
        refresh();
    }

    private void textChanged() {
        if (colourBy.get() == ColourBy.FREQUENCY) {
            group();
        }
    }

    /// A choice is of tokens, and stays where they are the same in another map.
    private void drawnAnew(
            ObservableValue<? extends @Nullable DrawnMap> property,
            @Nullable DrawnMap before,
            @Nullable DrawnMap now) {
        if (before == null || now == null || !now.numberedLike(before)) {
            chosen.set(new BitSet());
            cursor.set(-1);
        }
        list();
        group();
        if (cursor.get() < 0) {
            lookedAt();
        }
    }

    /// The cursor stands on the token that is looked at on every screen; nowhere where the map does
    /// not have it.
    private void lookedAt() {
        DrawnMap map = drawn.get();
        Integer token = pair.token().get();
        cursor.set(map == null || token == null ? -1 : map.pointOf(token));
    }

    /// Looks again for models that can be drawn.
    void refresh() {
        ModelSummary source = pair.source().get();
        ModelSummary helper = pair.helper().get();
        if (source == null || helper == null) {
            return;
        }
        listing.await(
                texts.get("job.list"),
                progress -> new MapModels(texts).of(source, helper, context.workspace()),
                this::listed,
                problem::set);
    }

    private void listed(List<MapModel> found) {
        MapModel before = model.get();
        models.setAll(found);
        model.set(before != null && found.contains(before) ? before : found.getFirst());
        memory.take(found).ifPresent(this::goOnWith);
    }

    /// Shows the map of before where it was made already: nothing is computed unasked.
    private void goOnWith(MapModel of) {
        model.set(of);
        ProjectionSpec spec = form.spec();
        MapDrawing.of(context, texts).ifPresent(by -> showKnown(of, spec, by));
    }

    private void showKnown(MapModel of, ProjectionSpec spec, MapDrawing by) {
        drawing.compute(
                texts.get("job.draw", of.name()),
                progress -> by.known(of, spec, progress),
                known -> known.ifPresent(map -> arrived(map, by)),
                problem::set);
    }

    /// Makes the map that is asked for, or reads it where it was made before.
    void draw() {
        MapModel of = model.get();
        if (of != null) {
            draw(of, form.spec());
        }
    }

    private void draw(MapModel of, ProjectionSpec spec) {
        MapDrawing.of(context, texts).ifPresent(by -> draw(of, spec, by));
    }

    private void draw(MapModel of, ProjectionSpec spec, MapDrawing by) {
        problem.set("");
        drawing.compute(
                texts.get("job.draw", of.name()),
                Job.lostAtClosing(progress -> by.draw(of, spec, progress)),
                map -> arrived(map, by),
                problem::set);
    }

    private void arrived(DrawnMap map, MapDrawing by) {
        drawn.set(map);
        if (pair.matching().get() != by.matching()) {
            ruleChanged();
        }
    }

    /// Ends its work, and follows the pair no more.
    @Override
    public void close() {
        following.unsubscribe();
        listing.cancel();
        drawing.cancel();
        counting.cancel();
        rows.arranging().cancel();
    }

    private void group() {
        problem.set("");
        counting.cancel();
        groupedBy.set("");
        DrawnMap map = drawn.get();
        if (map == null) {
            picture.set(null);
            return;
        }
        var groupings = new Groupings(texts);
        switch (colourBy.get()) {
            case STANDING -> show(map, groupings.byStanding(map.tokens()));
            case SCRIPT -> show(map, groupings.byScript(map.tokens()));
            case FREQUENCY -> groupByFrequency(map, groupings);
        }
    }

    /// By id until the text is counted; it stays so where that is cancelled or fails.
    private void groupByFrequency(DrawnMap map, Groupings groupings) {
        int many = map.tokens().size();
        show(map, groupings.byId(many));
        groupedBy.set(texts.get("rank.byId"));
        Path text = pair.text().get();
        if (text == null || map.model().role() == Role.SOURCE) {
            return;
        }
        counting.compute(
                texts.get("job.count"),
                progress -> {
                    try (var tokenizer = ModelTokenizer.open(map.model().folder())) {
                        return TokenCounts.read(text, MOST_COUNTED_BYTES, tokenizer, progress);
                    }
                },
                counts -> {
                    show(map, groupings.byCount(many, counts));
                    groupedBy.set(
                            texts.get("rank.byCount", DataSetWords.name(pair.data().get(), text)));
                },
                failed -> problem.set(texts.get("problem.count", failed.sentence())));
    }

    private void show(DrawnMap map, Grouping grouping) {
        Projection where = map.projection();
        picture.set(MapPicture.of(map.tokens(), where.x(), where.y(), grouping));
    }

    /// The tokens that are chosen, by id, or all where none are.
    private void list() {
        DrawnMap map = drawn.get();
        BitSet points = chosen.get();
        if (map == null) {
            listed.set(List.of());
            return;
        }
        List<MapToken> all = map.tokens();
        listed.set(points.isEmpty() ? all : points.stream().mapToObj(all::get).toList());
    }

    /// Chooses some points, and no others.
    void choose(BitSet points) {
        chosen.set((BitSet) points.clone());
    }

    /// Chooses what the table lists, once it is arranged and where it lists anything.
    void chooseListed() {
        var points = new BitSet();
        rows.shown().forEach(token -> points.set(token.id()));
        if (!points.isEmpty() && rows.arranging().current().get() == null) {
            chosen.set(points);
        }
    }

    /// Adds a point to those chosen, or takes it away.
    void toggle(int point) {
        BitSet changed = (BitSet) chosen.get().clone();
        changed.flip(point);
        chosen.set(changed);
    }

    /// Lists only tokens that hold what was typed.
    void search(String typed) {
        var wanted = new TypedToken(typed);
        rows.filter(token -> wanted.isIn(token.display()));
    }

    /// Opens a token among its neighbours in the helper.
    ///
    /// @return false when the helper does not have it, which {@link #problem} then tells
    boolean lookAt(MapToken token) {
        if (token.helperId() < 0) {
            problem.set(texts.get("problem.unknown", Isolated.of(token.display())));
            return false;
        }
        problem.set("");
        pair.token().set(token.helperId());
        context.navigation().open(ScreenName.NEIGHBOURS);
        return true;
    }

    boolean paired() {
        return pair.source().get() != null && pair.helper().get() != null;
    }

    void chooseModels() {
        context.navigation().open(ScreenName.MODELS);
    }

    ObservableValue<String> answer() {
        return Bindings.createStringBinding(
                () -> words.answer(drawn.get(), model.get()), drawn, model);
    }

    /// How the map that is shown was made.
    ObservableValue<String> caption() {
        return Bindings.createStringBinding(
                () -> {
                    DrawnMap map = drawn.get();
                    return map == null ? "" : new MapCaption(texts).of(map);
                },
                drawn);
    }

    /// What is kept from one start to the next.
    MapMemory memory() {
        return memory;
    }

    MapForm form() {
        return form;
    }

    LatestJob drawing() {
        return drawing;
    }

    LatestJob counting() {
        return counting;
    }

    ObservableList<MapModel> models() {
        return models;
    }

    ObjectProperty<@Nullable MapModel> model() {
        return model;
    }

    ObjectProperty<ColourBy> colourBy() {
        return colourBy;
    }

    ObjectProperty<@Nullable MapPicture> picture() {
        return picture;
    }

    ObjectProperty<BitSet> chosen() {
        return chosen;
    }

    /// What is chosen, or all tokens where nothing is.
    ObjectProperty<List<MapToken>> listed() {
        return listed;
    }

    /// The same as the table has it, searched and sorted.
    ArrangedRows<MapToken> rows() {
        return rows;
    }

    MapWords words() {
        return words;
    }

    /// The point that the keyboard stands on; −1 for none.
    IntegerProperty cursor() {
        return cursor;
    }

    /// Where the groups come from, when that is to be said.
    StringProperty groupedBy() {
        return groupedBy;
    }

    ProblemText problem() {
        return problem;
    }
}
