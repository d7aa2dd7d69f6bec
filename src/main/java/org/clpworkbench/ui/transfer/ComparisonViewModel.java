package org.clpworkbench.ui.transfer;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.race.ComparedMethod;
import org.clpworkbench.race.Comparison;
import org.clpworkbench.race.ComparisonTable;
import org.clpworkbench.race.TextEntropy;
import org.clpworkbench.tensor.WholeFiles;
import org.clpworkbench.transfer.Methods;
import org.clpworkbench.transfer.TransferTexts;
import org.clpworkbench.ui.common.FileKind;
import org.clpworkbench.ui.common.LatestJob;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.Pair;
import org.clpworkbench.ui.common.ProblemText;
import org.clpworkbench.ui.common.ScreenContext;
import org.clpworkbench.ui.common.ScreenName;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.common.WhereToWrite;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// What every method would start from, measured in a worker process, row by row.
public final class ComparisonViewModel {
    private final Texts texts = Texts.of(TransferViewModel.class);
    private final ScreenContext context;
    private final TextChoice given;
    private final LatestJob comparing;
    private final LatestJob writing;
    private final ObservableList<ComparedMethod> rows = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable TextEntropy> entropy = new SimpleObjectProperty<>();
    private final ProblemText problem = new ProblemText();
    private final StringProperty note = new SimpleStringProperty("");
    private final BooleanBinding paired;
    private final BooleanBinding measurable;

    /// What is or was measured last; empty while nothing is on show.
    private Optional<Measuring> measuring = Optional.empty();

    ComparisonViewModel(ScreenContext context, TextChoice given) {
        this.context = context;
        this.given = given;
        this.comparing = new LatestJob(context.jobs());
        this.writing = new LatestJob(context.jobs());
        Pair pair = context.pair();
        this.paired = pair.source().isNotNull().and(pair.helper().isNotNull());
        this.measurable = paired.and(pair.validation().isNotNull());
        pair.source().addListener((_, _, _) -> forget());
        pair.helper().addListener((_, _, _) -> forget());
        pair.validation().addListener((_, _, _) -> forget());
    }

    private void forget() {
        comparing.cancel();
        measuring.ifPresent(shown -> Bindings.unbindContent(rows, shown.rows()));
        measuring = Optional.empty();
        entropy.unbind();
        entropy.set(null);
        rows.clear();
        problem.set("");
        note.set("");
    }

    /// Measures every method that the texts at hand allow.
    void start(long seed) {
        compare(Comparison.possible(given.texts()), seed, Comparison.USUAL_TOKENS);
    }

    /// Nothing, without a pair or a text to measure on, which the table's place then tells of.
    void compare(List<String> methods, long seed, int tokens) {
        forget();
        ModelSummary source = context.pair().source().get();
        ModelSummary helper = context.pair().helper().get();
        Path validation = context.pair().validation().get();
        if (source == null || helper == null || validation == null) {
            return;
        }
        var comparison =
                new Comparison(
                        source.folder(),
                        helper.folder(),
                        validation,
                        given.texts(),
                        methods,
                        seed,
                        tokens);
        String title = texts.get("compare.job", methods.size());
        show(new Measuring(comparison, title, context.jobs()));
    }

    /// Takes over what another window measures or has measured.
    void follow(ComparisonViewModel before) {
        before.measuring.ifPresent(
                taken -> {
                    before.comparing.letGo();
                    show(taken);
                });
    }

    private void show(Measuring next) {
        measuring = Optional.of(next);
        note.set(leftOut(next.comparison().texts()));
        Bindings.bindContent(rows, next.rows());
        entropy.bind(next.entropy());
        comparing.takeOver(next.job(), _ -> {}, problem::set, this::again);
    }

    /// Measures what was asked for last, from the beginning.
    void again() {
        measuring
                .map(Measuring::comparison)
                .ifPresent(asked -> compare(asked.methods(), asked.seed(), asked.tokens()));
    }

    private String leftOut(TransferTexts atHand) {
        List<String> possible = Comparison.possible(atHand);
        String lacking =
                Methods.all().stream()
                        .map(Methods.Entry::name)
                        .filter(name -> !possible.contains(name))
                        .collect(Collectors.joining(", "));
        return lacking.isEmpty() ? "" : texts.get("compare.without", lacking);
    }

    /// Asks where to, and writes the table.
    void export() {
        List<ComparedMethod> all = List.copyOf(rows);
        new WhereToWrite(context.dialogs(), note::set)
                .ask(texts.get("compare.export"), "methods", FileKind.CSV)
                .ifPresent(file -> write(file, ComparisonTable.csv(all)));
    }

    private void write(Path file, String csv) {
        writing.await(
                texts.get("compare.writing", file.getFileName()),
                _ -> {
                    WholeFiles.write(file, csv.getBytes(StandardCharsets.UTF_8));
                    return file;
                },
                written -> note.set(texts.get("compare.written", written)),
                problem::set);
    }

    /// The method with the lowest loss so far.
    Optional<ComparedMethod> best() {
        return rows.stream()
                .filter(row -> row.loss() != null)
                .min(Comparator.comparing(row -> Objects.requireNonNull(row.loss())));
    }

    String answer() {
        Optional<ComparedMethod> best = best();
        if (best.isPresent()) {
            ComparedMethod first = best.get();
            double loss = Objects.requireNonNull(first.loss());
            return texts.get("compare.answer", first.method(), Numbers.decimal(loss, 3));
        }
        return texts.get("compare.answer.none");
    }

    /// What the losses are to be held against; empty until it is known.
    String references() {
        TextEntropy text = entropy.get();
        return text == null
                ? ""
                : texts.get(
                        "compare.references",
                        Numbers.decimal(text.uniform(), 3),
                        Numbers.decimal(text.unigram(), 3));
    }

    /// Whether a source and a helper are chosen.
    BooleanBinding paired() {
        return paired;
    }

    /// Whether there is a text to measure on, too.
    BooleanBinding measurable() {
        return measurable;
    }

    void open(ScreenName screen) {
        context.navigation().open(screen);
    }

    BooleanBinding running() {
        return Bindings.isNotNull(comparing.current());
    }

    ObservableList<ComparedMethod> rows() {
        return rows;
    }

    ObjectProperty<@Nullable TextEntropy> entropy() {
        return entropy;
    }

    ProblemText problem() {
        return problem;
    }

    /// What was left out, or where the table was written.
    StringProperty note() {
        return note;
    }

    LatestJob comparing() {
        return comparing;
    }
}
