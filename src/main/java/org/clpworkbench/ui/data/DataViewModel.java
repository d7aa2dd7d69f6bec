package org.clpworkbench.ui.data;

import javafx.beans.Observable;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.data.Counting;
import org.clpworkbench.data.DataSet;
import org.clpworkbench.data.DataStatistics;
import org.clpworkbench.data.Preparation;
import org.clpworkbench.data.PreparedText;
import org.clpworkbench.data.Preview;
import org.clpworkbench.data.ReadableTexts;
import org.clpworkbench.data.RunTexts;
import org.clpworkbench.data.TextsFound;
import org.clpworkbench.data.text.TextFiles;
import org.clpworkbench.hub.HubCache;
import org.clpworkbench.job.Job;
import org.clpworkbench.settings.SettingsFile;
import org.clpworkbench.ui.common.Failure;
import org.clpworkbench.ui.common.LatestJob;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.Pair;
import org.clpworkbench.ui.common.ScreenContext;
import org.clpworkbench.ui.common.ScreenName;
import org.clpworkbench.ui.common.Texts;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The texts of the pair: which they are, what becomes of their documents, what they are like, and
/// that they are tokenized once.
public final class DataViewModel {
    /// Documents that are shown.
    private static final int PREVIEWED = 50;

    /// Characters of documents that are cut into tokens for that.
    private static final long PREVIEWED_CHARACTERS = 4 << 20;

    /// Bytes of files that are counted without being asked.
    private static final long COUNTED_AT_ONCE = 8_000_000;

    private final Texts texts = Texts.of(DataViewModel.class);
    private final ScreenContext context;
    private final Pair pair;
    private final ChosenTexts chosen;
    private final LatestJob previewing;
    private final LatestJob counting;
    private final LatestJob preparing;
    private final ObjectProperty<@Nullable Preview> preview = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Counted> counted = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable PreparedText> prepared = new SimpleObjectProperty<>();
    private final StringProperty answer = new SimpleStringProperty("");
    private boolean inView;

    /// Texts as tokens.
    ///
    /// @param whole whether they are those to train on, rather than only those to measure on
    private record Made(PreparedText text, boolean whole) {}

    /// @param made what was made of the same before
    /// @param problem what is wrong with the text to measure on; empty when nothing is
    private record Previewed(Preview preview, Optional<Made> made, String problem) {}

    private record Ready(Made made, ReadableTexts readable) {}

    /// @param hub where data sets of the Hub lie that were fetched
    public DataViewModel(ScreenContext context, SettingsFile settings, HubCache hub) {
        this.context = context;
        this.pair = context.pair();
        this.previewing = new LatestJob(context.jobs());
        this.counting = new LatestJob(context.jobs());
        this.preparing = new LatestJob(context.jobs());
        this.chosen = new ChosenTexts(context, settings, hub, this::looked);
        pair.data().addListener((_, _, _) -> forget());
        pair.source().addListener((_, _, _) -> modelsChanged());
        pair.helper().addListener((_, _, _) -> modelsChanged());
        counted.subscribe(this::tellAnswer);
        chosen.found().subscribe(this::tellAnswer);
        pair.data().subscribe(this::tellAnswer);
    }

    /// Chooses the texts that were chosen last, the embedded ones the first time.
    public void begin() {
        chosen.begin();
    }

    private void forget() {
        previewing.cancel();
        counting.cancel();
        preparing.cancel();
        preview.set(null);
        prepared.set(null);
        counted.set(null);
    }

    private void modelsChanged() {
        forget();
        tellAnswer();
        if (inView) {
            preview();
        }
    }

    private void looked() {
        if (inView) {
            preview();
        } else {
            chosen.makeReadable();
        }
    }

    /// The screen is in view, or no longer.
    void inView(boolean now) {
        inView = now;
        if (!now) {
            chosen.makeReadable();
        } else if (preview.get() == null) {
            preview();
        }
    }

    /// Reads the first documents, and looks whether the texts were prepared before.
    void preview() {
        DataSet data = pair.data().get();
        ModelSummary helper = pair.helper().get();
        if (data == null || chosen.looking().current().get() != null) {
            return;
        }
        if (helper == null) {
            chosen.problem().set(texts.get("missing.helper"));
            return;
        }
        chosen.problem().set("");
        Optional<String> languages = Optional.of(chosen.languageColumn());
        boolean plain = chosen.asItLies().get();
        previewing.await(
                texts.get("job.preview"),
                progress -> {
                    var first =
                            Preview.of(
                                    data.inputs(),
                                    data.choices(),
                                    languages,
                                    helper.folder(),
                                    PREVIEWED,
                                    PREVIEWED_CHARACTERS,
                                    progress);
                    return new Previewed(
                            first,
                            plain ? Optional.empty() : before(data, helper),
                            problemApart(data));
                },
                this::previewed,
                chosen.problem()::set);
    }

    private static String problemApart(DataSet data) {
        try {
            if (data.apart().isPresent()) {
                TextFiles.find(data.apart().get().inputs());
            }
            return "";
        } catch (IOException missing) {
            return Failure.reason(missing);
        }
    }

    /// What was tokenized before, and is the same still.
    private Optional<Made> before(DataSet data, ModelSummary helper) throws IOException {
        boolean whole = data.asItLies().isEmpty();
        if (!whole && !problemApart(data).isEmpty()) {
            return Optional.empty();
        }
        return preparation(data, whole, helper).made().map(text -> new Made(text, whole));
    }

    /// @param whole whether of the texts to train on, rather than of those to measure on
    private Preparation preparation(DataSet data, boolean whole, ModelSummary helper) {
        DataSet texts = whole ? data : data.apart().orElseThrow();
        return new Preparation(
                texts.inputs(), texts.choices(), helper.folder(), context.workspace().data());
    }

    private void previewed(Previewed now) {
        preview.set(now.preview());
        chosen.problem().set(now.problem());
        now.made().ifPresent(this::made);
        TextsFound files = chosen.found().get();
        if (files != null && files.bytes() <= COUNTED_AT_ONCE && !isCountedByBoth()) {
            count();
        }
    }

    private void made(Made now) {
        prepared.set(now.text());
        if (counted.get() == null && now.whole()) {
            counted.set(new Counted(now.text().statistics(), Optional.empty()));
        }
    }

    private boolean isCountedByBoth() {
        Counted now = counted.get();
        return now != null && now.source().isPresent();
    }

    /// Counts all documents as both tokenizers cut them, as far as that is not known.
    void count() {
        DataSet data = pair.data().get();
        ModelSummary helper = pair.helper().get();
        ModelSummary source = pair.source().get();
        if (data == null || helper == null) {
            return;
        }
        Optional<DataStatistics> known = Optional.ofNullable(counted.get()).map(Counted::helper);
        counting.compute(
                texts.get("job.count"),
                Job.lostAtClosing(
                        progress -> {
                            Counting own = counting(data, helper);
                            return new Counted(
                                    known.isPresent() ? known.get() : own.run(progress),
                                    source == null
                                            ? Optional.empty()
                                            : Optional.of(counting(data, source).run(progress)));
                        }),
                counted::set,
                chosen.problem()::set);
    }

    private static Counting counting(DataSet data, ModelSummary model) {
        return new Counting(data.inputs(), data.choices(), model.folder());
    }

    /// Tokenizes the texts once, as training will ask for them.
    void prepare() {
        DataSet data = pair.data().get();
        ModelSummary helper = pair.helper().get();
        if (data == null || helper == null) {
            return;
        }
        chosen.problem().set("");
        chosen.reading().cancel();
        Path cache = context.workspace().data();
        preparing.compute(
                texts.get("job.prepare"),
                Job.lostAtClosing(
                        progress -> {
                            RunTexts.of(data, helper.folder(), cache, progress);
                            boolean whole = data.asItLies().isEmpty();
                            PreparedText made = preparation(data, whole, helper).run(progress);
                            return new Ready(
                                    new Made(made, whole), ReadableTexts.of(data, cache, progress));
                        }),
                now -> {
                    made(now.made());
                    chosen.readable(now.readable());
                },
                chosen.problem()::set);
    }

    /// Enters texts that another screen knows of, in one step to undo.
    public void choose(DataSet data) {
        form().choose(data);
    }

    void addFiles() {
        add(context.dialogs().chooseFiles(texts.get("dialog.files")));
    }

    void addFolder() {
        add(context.dialogs().chooseFolder(texts.get("dialog.folder")).stream().toList());
    }

    void add(List<Path> paths) {
        chosen.add(paths.stream().map(Path::toString).toList());
    }

    /// @param pattern of files' names, or a name on the Hub; nothing when it is blank
    public void addPattern(String pattern) {
        chosen.addPattern(pattern.strip());
    }

    void chooseValidation() {
        context.dialogs()
                .chooseFile(texts.get("dialog.validation"))
                .ifPresent(file -> form().validation().set(file.toString()));
    }

    /// Opens the folder of the prepared text.
    void reveal() {
        PreparedText made = prepared.get();
        if (made != null) {
            context.dialogs().reveal(made.folder());
        }
    }

    /// Leads on to the overlap.
    void next() {
        context.navigation().open(ScreenName.OVERLAP);
    }

    private void tellAnswer() {
        ModelSummary helper = pair.helper().get();
        Counted now = counted.get();
        answer.set(
                new DataAnswer(
                                pair.data().get(),
                                chosen.found().get(),
                                now == null ? null : now.helper(),
                                helper == null ? "" : helper.name())
                        .sentence());
    }

    /// Whether the texts can be tokenized now and have not been.
    BooleanBinding preparable() {
        return chosen.usable()
                .and(chosen.asItLies().not())
                .and(prepared.isNull())
                .and(preparing.current().isNull())
                .and(pair.helper().isNotNull());
    }

    /// What is to be said of the preparation: that it is not needed, not done, or where it lies.
    String place() {
        PreparedText made = prepared.get();
        TextsFound files = chosen.found().get();
        if (!chosen.usable().get() || files == null) {
            return "";
        }
        if (chosen.asItLies().get()) {
            return texts.get("place.plain");
        }
        if (made == null) {
            return texts.get("place.none", Numbers.bytes(files.bytes()));
        }
        long tokens = made.contents().trainingTokens() + made.contents().validationTokens();
        return texts.get(
                "place.made",
                Numbers.whole(tokens),
                Numbers.bytes(made.bytes()),
                context.workspace().folder().relativize(made.folder()));
    }

    /// Everything that {@link #place} depends on.
    Observable[] placed() {
        return new Observable[] {prepared, chosen.found(), chosen.usable(), chosen.asItLies()};
    }

    ChosenTexts chosen() {
        return chosen;
    }

    DataForm form() {
        return chosen.form();
    }

    Pair pair() {
        return pair;
    }

    /// Null until the first documents are read.
    ObjectProperty<@Nullable Preview> shown() {
        return preview;
    }

    ObjectProperty<@Nullable Counted> counted() {
        return counted;
    }

    /// Null until the texts are tokenized.
    ObjectProperty<@Nullable PreparedText> prepared() {
        return prepared;
    }

    StringProperty answer() {
        return answer;
    }

    LatestJob previewing() {
        return previewing;
    }

    LatestJob counting() {
        return counting;
    }

    LatestJob preparing() {
        return preparing;
    }
}
