package org.clpworkbench.ui.overlap;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.ui.common.AnchorCount;
import org.clpworkbench.ui.common.LatestJob;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.Pair;
import org.clpworkbench.ui.common.ScreenContext;
import org.clpworkbench.ui.common.ScreenName;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.common.TokenKind;
import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Locale;

/// How much vocabulary source and helper share: worked out anew, in the background, whenever the
/// pair, its text or the matching changes.
public final class OverlapViewModel {
    private final Texts texts = Texts.of(OverlapViewModel.class);
    private final ScreenContext context;
    private final Pair pair;
    private final LatestJob matching;
    private final LatestJob cutting;
    private final ObjectProperty<@Nullable OverlapFindings> findings = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Segmentation> segmentation =
            new SimpleObjectProperty<>();
    private final StringProperty sentence =
            new SimpleStringProperty(Texts.of(OverlapViewModel.class).get("sentence.example"));
    private final StringProperty search = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable TokenKind> kind = new SimpleObjectProperty<>();
    private final StringProperty problem = new SimpleStringProperty("");
    private final ObservableList<TokenRow> all = FXCollections.observableArrayList();
    private final FilteredList<TokenRow> rows = new FilteredList<>(all);
    private boolean inView;

    public OverlapViewModel(ScreenContext context) {
        this.context = context;
        this.pair = context.pair();
        this.matching = new LatestJob(context.jobs());
        this.cutting = new LatestJob(context.jobs());
        pair.source().addListener((property, old, now) -> ask());
        pair.helper().addListener((property, old, now) -> ask());
        pair.validation().addListener((property, old, now) -> ask());
        pair.matching().addListener((property, old, now) -> ask());
        sentence.addListener((property, old, now) -> cut());
        ask();
        search.subscribe(this::filter);
        kind.subscribe(this::filter);
    }

    private void ask() {
        matching.cancel();
        forget();
        ModelSummary source = pair.source().get();
        ModelSummary helper = pair.helper().get();
        Path text = pair.validation().get();
        if (source == null || helper == null || text == null) {
            return;
        }
        var rule = pair.matching().get();
        matching.compute(
                texts.get("job", source.name(), helper.name()),
                progress ->
                        OverlapFindings.of(source.folder(), helper.folder(), text, rule, progress),
                this::found,
                problem::set);
    }

    /// The old tokenizers are closed on the thread that may still be using them.
    private void forget() {
        cutting.cancel();
        problem.set("");
        segmentation.set(null);
        OverlapFindings old = findings.get();
        if (old != null) {
            findings.set(null);
            all.clear();
            context.jobs()
                    .compute(
                            texts.get("job.close"),
                            progress -> {
                                old.close();
                                return true;
                            });
        }
    }

    private void found(OverlapFindings fresh) {
        all.setAll(fresh.rows());
        findings.set(fresh);
        pair.anchors()
                .set(
                        new AnchorCount(
                                fresh.overlap().anchors().size(), fresh.overlap().target().size()));
        tick();
        cut();
    }

    private void cut() {
        OverlapFindings with = findings.get();
        String text = sentence.get();
        if (with != null) {
            cutting.compute(
                    texts.get("job.cut"),
                    progress -> Segmentation.of(text, with),
                    segmentation::set,
                    problem::set);
        }
    }

    private void filter() {
        String wanted = search.get().strip().replace(' ', '·').toLowerCase(Locale.ROOT);
        TokenKind only = kind.get();
        rows.setPredicate(
                row ->
                        (only == null || row.kind() == only)
                                && (wanted.isEmpty()
                                        || row.display().toLowerCase(Locale.ROOT).contains(wanted)
                                        || Integer.toString(row.id()).equals(wanted)));
    }

    /// Whether the screen is in view: only what was looked at is done.
    void inView(boolean now) {
        inView = now;
        tick();
    }

    private void tick() {
        if (inView && findings.get() != null) {
            pair.done().add(ScreenName.OVERLAP);
        }
    }

    /// Leads on to a token's neighbours.
    void explore(int token) {
        pair.token().set(token);
        next();
    }

    void next() {
        context.navigation().open(ScreenName.NEIGHBOURS);
    }

    void chooseModels() {
        context.navigation().open(ScreenName.MODELS);
    }

    /// "20 % of German helper's vocabulary, 61 % of running text, is shared."
    ObservableValue<String> answer() {
        return Bindings.createStringBinding(
                () -> {
                    OverlapFindings now = findings.get();
                    ModelSummary helper = pair.helper().get();
                    if (helper == null || pair.source().get() == null) {
                        return texts.get("answer.none");
                    }
                    return now == null
                            ? texts.get("answer.reading")
                            : texts.get(
                                    "answer",
                                    Numbers.percent(now.overlap().share()),
                                    helper.name(),
                                    Numbers.percent(now.coverage().anchorShare()));
                },
                findings,
                pair.source(),
                pair.helper());
    }

    Pair pair() {
        return pair;
    }

    LatestJob matching() {
        return matching;
    }

    ObjectProperty<@Nullable OverlapFindings> findings() {
        return findings;
    }

    ObjectProperty<@Nullable Segmentation> segmentation() {
        return segmentation;
    }

    StringProperty sentence() {
        return sentence;
    }

    StringProperty search() {
        return search;
    }

    /// Which kind of token the table shows; null for all.
    ObjectProperty<@Nullable TokenKind> kind() {
        return kind;
    }

    FilteredList<TokenRow> rows() {
        return rows;
    }

    StringProperty problem() {
        return problem;
    }
}
