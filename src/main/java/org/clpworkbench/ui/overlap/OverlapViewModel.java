package org.clpworkbench.ui.overlap;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.data.DataSet;
import org.clpworkbench.ui.common.AnchorCount;
import org.clpworkbench.ui.common.DataSetWords;
import org.clpworkbench.ui.common.LatestJob;
import org.clpworkbench.ui.common.Pair;
import org.clpworkbench.ui.common.ProblemText;
import org.clpworkbench.ui.common.ScreenContext;
import org.clpworkbench.ui.common.ScreenName;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.overlap.Segmentation.Cut;
import org.clpworkbench.ui.overlap.TextFindings.Count;
import org.clpworkbench.vocab.Grouping;
import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// How much vocabulary source and helper share, and what both make of a text: worked out in the
/// background. A new pair is compared anew; another matching rule only chooses anew among what is
/// known.
public final class OverlapViewModel implements AutoCloseable {
    private final Texts texts = Texts.of(OverlapViewModel.class);
    private final ScreenContext context;
    private final Pair pair;
    private final LatestJob matching;
    private final LatestJob choosing;
    private final LatestJob counting;
    private final LatestJob cutting;
    private final ObjectProperty<@Nullable OverlapFindings> findings = new SimpleObjectProperty<>();
    private final CountedText text;
    private final ObjectProperty<@Nullable TextFindings> counted = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable TokensOnShow> tokens = new SimpleObjectProperty<>();
    private final ObjectProperty<Optional<Grouping>> grouping =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<@Nullable Segmentation> segmentation =
            new SimpleObjectProperty<>();
    private final StringProperty sentence =
            new SimpleStringProperty(Texts.of(OverlapViewModel.class).get("sentence.example"));
    private final SelectedToken selected;
    private final ProblemText problem = new ProblemText();
    private final ProblemText textProblem = new ProblemText();
    private final TokenRows rows;
    private final OverlapSight sight;
    private final TokenFiles files;
    private Optional<ComparedPair> compared = Optional.empty();
    private Optional<Count> textCount = Optional.empty();
    private Optional<Cut> sentenceCut = Optional.empty();
    private boolean inView;

    /// What one rule finds.
    private record Chosen(OverlapFindings findings, Optional<TextFindings> text) {}

    public OverlapViewModel(ScreenContext context) {
        this.context = context;
        this.pair = context.pair();
        this.matching = new LatestJob(context.jobs());
        this.choosing = new LatestJob(context.jobs());
        this.counting = new LatestJob(context.jobs());
        this.cutting = new LatestJob(context.jobs());
        this.rows = new TokenRows(context.jobs(), problem);
        this.text = new CountedText(pair.validation());
        this.sight = new OverlapSight(rows, sentence, text);
        this.files = new TokenFiles(context);
        this.selected = new SelectedToken(pair);
        pair.source().addListener((property, old, now) -> compare());
        pair.helper().addListener((property, old, now) -> compare());
        pair.matching().addListener((property, old, now) -> choose());
        text.file().addListener((property, old, now) -> count());
        sentence.addListener((property, old, now) -> cut());
        grouping.addListener((property, old, now) -> rows.group().set(null));
        compare();
    }

    /// Reads and compares the two vocabularies.
    void compare() {
        forget();
        ModelSummary source = pair.source().get();
        ModelSummary helper = pair.helper().get();
        if (source == null || helper == null) {
            return;
        }
        matching.compute(
                texts.get("job", source.name(), helper.name()),
                progress -> ComparedPair.open(source.folder(), helper.folder(), progress),
                this::compared,
                problem::set);
    }

    /// Gives back what the tokenizers hold open.
    @Override
    public void close() {
        forget();
    }

    private void forget() {
        matching.cancel();
        choosing.cancel();
        cutting.cancel();
        counting.cancel();
        problem.set("");
        textProblem.set("");
        sentenceCut = Optional.empty();
        segmentation.set(null);
        textCount = Optional.empty();
        counted.set(null);
        if (findings.get() != null) {
            findings.set(null);
            show(null);
        }
        compared.ifPresent(old -> old.closeOn(context.jobs(), texts.get("job.close")));
        compared = Optional.empty();
    }

    private void compared(ComparedPair fresh) {
        compared = Optional.of(fresh);
        choose();
        cut();
        count();
    }

    /// Takes what the matching rule finds. Not behind other computing jobs: it is quick, and what
    /// is shown stays until then.
    private void choose() {
        if (compared.isEmpty()) {
            return;
        }
        ComparedPair from = compared.get();
        Optional<Count> text = textCount;
        var rule = pair.matching().get();
        choosing.await(
                texts.get("job.rule"),
                progress -> {
                    OverlapFindings fresh = from.by(rule, progress);
                    return new Chosen(fresh, text.map(count -> TextFindings.of(count, fresh)));
                },
                this::chosen,
                problem::set);
    }

    private void chosen(Chosen fresh) {
        OverlapFindings found = fresh.findings();
        findings.set(found);
        counted.set(fresh.text().orElse(null));
        show(fresh.text().map(TextFindings::tokens).orElse(found.tokens()));
        pair.anchors()
                .set(
                        new AnchorCount(
                                found.overlap().sharedOfTarget(), found.overlap().target().size()));
        tick();
        showCut();
    }

    private void show(@Nullable TokensOnShow fresh) {
        rows.group().set(null);
        tokens.set(fresh);
        rows.set(fresh == null ? List.of() : fresh.rows());
    }

    /// Counts the chosen text.
    void count() {
        counting.cancel();
        textProblem.set("");
        textCount = Optional.empty();
        OverlapFindings with = findings.get();
        if (counted.get() != null && with != null) {
            counted.set(null);
            show(with.tokens());
        }
        Path chosen = text.file().get();
        if (choosing.current().get() != null) {
            choose(); // without the figures of the text before
        }
        if (text.forData().get() && chosen != null) {
            textProblem.set(texts.get("text.rows", textName(chosen)));
        } else if (compared.isPresent() && chosen != null) {
            ComparedPair by = compared.get();
            counting.compute(
                    texts.get("job.count", textName(chosen)),
                    progress -> Count.of(chosen, by, progress),
                    this::counted,
                    textProblem::set);
        }
    }

    private void counted(Count fresh) {
        textCount = Optional.of(fresh);
        choose();
    }

    /// Not behind other computing jobs either: who types waits for it.
    private void cut() {
        String typed = sentence.get();
        compared.ifPresent(
                by ->
                        cutting.await(
                                texts.get("job.cut"),
                                progress -> Cut.of(typed, by),
                                fresh -> {
                                    sentenceCut = Optional.of(fresh);
                                    showCut();
                                },
                                problem::set));
    }

    private void showCut() {
        OverlapFindings by = findings.get();
        if (by != null) {
            sentenceCut.ifPresent(cut -> segmentation.set(Segmentation.of(cut, by)));
        }
    }

    /// What a text is called: the pair's as the data set has it.
    String textName(Path file) {
        DataSet data = pair.data().get();
        return data != null && file.equals(pair.validation().get())
                ? DataSetWords.kept(data)
                : String.valueOf(file.getFileName());
    }

    void chooseText() {
        context.dialogs().chooseFile(texts.get("text.title")).ifPresent(text::choose);
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

    /// Whether the screen is in view: only what was looked at is done. Whoever leaves it, by
    /// whichever way, takes the selected token along.
    void inView(boolean now) {
        if (inView && !now) {
            selected.handOn();
        }
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
        selected.id().set(token);
        next();
    }

    /// Leads on to the neighbours of the selected token, or of whichever was looked at before.
    void next() {
        selected.handOn();
        context.navigation().open(ScreenName.NEIGHBOURS);
    }

    /// Leads to where texts of every form are read.
    void openData() {
        context.navigation().open(ScreenName.DATA);
    }

    void chooseModels() {
        context.navigation().open(ScreenName.MODELS);
    }

    /// What is shared, or why nobody knows.
    ObservableValue<String> answer() {
        return Bindings.createStringBinding(
                () -> {
                    OverlapFindings now = findings.get();
                    ModelSummary helper = pair.helper().get();
                    if (helper == null || pair.source().get() == null) {
                        return texts.get("answer.none");
                    }
                    return now == null
                            ? unanswered()
                            : new OverlapAnswer(helper.name(), now, counted.get()).sentence();
                },
                findings,
                counted,
                problem,
                matching.cancelled(),
                choosing.cancelled(),
                pair.source(),
                pair.helper());
    }

    private String unanswered() {
        if (matching.cancelled().get() != null || choosing.cancelled().get() != null) {
            return texts.get("answer.cancelled");
        }
        return texts.get(problem.get().isEmpty() ? "answer.reading" : "answer.failed");
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

    CountedText text() {
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
        return selected.id();
    }

    /// How all of it is looked at.
    public OverlapSight sight() {
        return sight;
    }

    TokenRows rows() {
        return rows;
    }

    TokenFiles files() {
        return files;
    }

    ProblemText problem() {
        return problem;
    }

    ProblemText textProblem() {
        return textProblem;
    }
}
