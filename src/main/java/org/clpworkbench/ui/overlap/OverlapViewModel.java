package org.clpworkbench.ui.overlap;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.ui.common.AnchorCount;
import org.clpworkbench.ui.common.LatestJob;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.Pair;
import org.clpworkbench.ui.common.ScreenContext;
import org.clpworkbench.ui.common.ScreenName;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.vocab.Grouping;
import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// How much vocabulary source and helper share: worked out anew, in the background, whenever the
/// pair or the matching changes; and what both make of a text.
public final class OverlapViewModel implements AutoCloseable {
    private final Texts texts = Texts.of(OverlapViewModel.class);
    private final ScreenContext context;
    private final Pair pair;
    private final LatestJob matching;
    private final LatestJob counting;
    private final LatestJob cutting;
    private final ObjectProperty<@Nullable OverlapFindings> findings = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Path> text = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable TextFindings> counted = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable TokensOnShow> tokens = new SimpleObjectProperty<>();
    private final ObjectProperty<Optional<Grouping>> grouping =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<@Nullable Segmentation> segmentation =
            new SimpleObjectProperty<>();
    private final StringProperty sentence =
            new SimpleStringProperty(Texts.of(OverlapViewModel.class).get("sentence.example"));
    private final ObjectProperty<@Nullable Integer> selected = new SimpleObjectProperty<>();
    private final StringProperty problem = new SimpleStringProperty("");
    private final StringProperty textProblem = new SimpleStringProperty("");
    private final TokenRows rows;
    private final TokenFiles files;
    private boolean inView;

    public OverlapViewModel(ScreenContext context) {
        this.context = context;
        this.pair = context.pair();
        this.matching = new LatestJob(context.jobs());
        this.counting = new LatestJob(context.jobs());
        this.cutting = new LatestJob(context.jobs());
        this.rows = new TokenRows(context.jobs(), problem);
        this.files = new TokenFiles(context);
        pair.source().addListener((property, old, now) -> match());
        pair.helper().addListener((property, old, now) -> match());
        pair.matching().addListener((property, old, now) -> match());
        pair.validation().subscribe(text::set);
        pair.token().subscribe(selected::set);
        text.addListener((property, old, now) -> count());
        sentence.addListener((property, old, now) -> cut());
        grouping.addListener((property, old, now) -> rows.group().set(null));
        match();
    }

    private void match() {
        matching.cancel();
        forget();
        ModelSummary source = pair.source().get();
        ModelSummary helper = pair.helper().get();
        if (source == null || helper == null) {
            return;
        }
        var rule = pair.matching().get();
        matching.compute(
                texts.get("job", source.name(), helper.name()),
                progress -> OverlapFindings.of(source.folder(), helper.folder(), rule, progress),
                this::found,
                problem::set);
    }

    /// Gives back what the tokenizers hold open.
    @Override
    public void close() {
        matching.cancel();
        forget();
    }

    /// The old tokenizers are closed on the thread that may still be using them.
    private void forget() {
        cutting.cancel();
        counting.cancel();
        problem.set("");
        textProblem.set("");
        segmentation.set(null);
        counted.set(null);
        OverlapFindings old = findings.get();
        if (old != null) {
            findings.set(null);
            show(null);
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
        findings.set(fresh);
        show(fresh.tokens());
        pair.anchors()
                .set(
                        new AnchorCount(
                                fresh.overlap().anchors().size(), fresh.overlap().target().size()));
        tick();
        cut();
        count();
    }

    private void show(@Nullable TokensOnShow fresh) {
        rows.group().set(null);
        tokens.set(fresh);
        rows.set(fresh == null ? List.of() : fresh.rows());
    }

    private void count() {
        counting.cancel();
        textProblem.set("");
        OverlapFindings with = findings.get();
        Path chosen = text.get();
        if (with == null) {
            return;
        }
        if (counted.get() != null) {
            counted.set(null);
            show(with.tokens());
        }
        if (chosen != null) {
            counting.compute(
                    texts.get("job.count", chosen.getFileName()),
                    progress -> TextFindings.of(chosen, with, progress),
                    this::counted,
                    textProblem::set);
        }
    }

    private void counted(TextFindings fresh) {
        counted.set(fresh);
        show(fresh.tokens());
    }

    private void cut() {
        OverlapFindings with = findings.get();
        String typed = sentence.get();
        if (with != null) {
            cutting.compute(
                    texts.get("job.cut"),
                    progress -> Segmentation.of(typed, with),
                    segmentation::set,
                    problem::set);
        }
    }

    void chooseText() {
        context.dialogs().chooseFile(texts.get("text.title")).ifPresent(text::set);
    }

    /// Shows the tokens of one group only.
    void showGroup(String name) {
        TokensOnShow shown = tokens.get();
        Optional<Grouping> by = grouping.get();
        if (shown != null && by.isPresent()) {
            rows.group().set(shown.group(by.get(), name));
        }
    }

    void exportTokens() {
        TokensOnShow shown = tokens.get();
        if (shown != null) {
            files.exportTokens(shown, rows.shown());
        }
    }

    void exportGroups() {
        TokensOnShow shown = tokens.get();
        if (shown != null) {
            files.exportGroups(shown, grouping.get());
        }
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
        selected.set(token);
        next();
    }

    /// Leads on to the neighbours of the selected token, or of whichever was looked at before.
    void next() {
        Integer token = selected.get();
        if (token != null) {
            pair.token().set(token);
        }
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
                    if (now == null) {
                        return texts.get(
                                problem.get().isEmpty() ? "answer.reading" : "answer.failed");
                    }
                    String share = Numbers.percent(now.overlap().share());
                    TextFindings of = counted.get();
                    return of == null
                            ? texts.get("answer.vocabulary", share, helper.name())
                            : texts.get(
                                    "answer",
                                    share,
                                    helper.name(),
                                    Numbers.percent(of.helper().sharedShare()));
                },
                findings,
                counted,
                problem,
                pair.source(),
                pair.helper());
    }

    Pair pair() {
        return pair;
    }

    LatestJob matching() {
        return matching;
    }

    LatestJob counting() {
        return counting;
    }

    ObjectProperty<@Nullable OverlapFindings> findings() {
        return findings;
    }

    /// The text that is counted: the pair's, until another is chosen.
    ObjectProperty<@Nullable Path> text() {
        return text;
    }

    ObjectProperty<@Nullable TextFindings> counted() {
        return counted;
    }

    ObjectProperty<@Nullable TokensOnShow> tokens() {
        return tokens;
    }

    /// By what the tokens are put into groups; empty for the matching rules.
    ObjectProperty<Optional<Grouping>> grouping() {
        return grouping;
    }

    ObjectProperty<@Nullable Segmentation> segmentation() {
        return segmentation;
    }

    StringProperty sentence() {
        return sentence;
    }

    /// The helper's token that is selected in the table and the sentence; null for none.
    ObjectProperty<@Nullable Integer> selected() {
        return selected;
    }

    TokenRows rows() {
        return rows;
    }

    TokenFiles files() {
        return files;
    }

    StringProperty problem() {
        return problem;
    }

    StringProperty textProblem() {
        return textProblem;
    }
}
