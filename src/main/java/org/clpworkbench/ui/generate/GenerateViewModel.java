package org.clpworkbench.ui.generate;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.generation.TextRequest;
import org.clpworkbench.generation.WriterLine.Written;
import org.clpworkbench.generation.Writers;
import org.clpworkbench.settings.FormName;
import org.clpworkbench.settings.SettingsFile;
import org.clpworkbench.ui.common.FormHistory;
import org.clpworkbench.ui.common.LatestJob;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.Presets;
import org.clpworkbench.ui.common.ProblemText;
import org.clpworkbench.ui.common.ScreenContext;
import org.clpworkbench.ui.common.ScreenName;
import org.clpworkbench.ui.common.Texts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Lets the chosen models continue the same words, each in its own process.
public final class GenerateViewModel implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GenerateViewModel.class);

    /// Texts side by side that can still be read.
    static final int MOST = 4;

    private final Texts texts = Texts.of(GenerateViewModel.class);
    private final ScreenContext context;
    private final LatestJob reading;
    private final LatestJob suggesting;
    private final Writers writers = new Writers();
    private final FormHistory history = new FormHistory();
    private final SamplingForm sampling = new SamplingForm(history);
    private final Presets presets;

    /// What another window showed, by run or model, until it is shown here.
    private final Map<Path, WriterText> before = new LinkedHashMap<>();

    private final OfferedChoices choices = new OfferedChoices();
    private final ObservableList<WriterText> chosen = FXCollections.observableArrayList();
    private final StringProperty prompt = new SimpleStringProperty("");
    private final StringProperty answer = new SimpleStringProperty("");
    private final ProblemText problem = new ProblemText();
    private final BooleanProperty writing = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Pointed> pointed = new SimpleObjectProperty<>();

    /// The runs whose newest checkpoints are to write, until the screen is opened.
    private List<Path> wanted = List.of();

    private boolean opened;

    public GenerateViewModel(ScreenContext context, SettingsFile settings) {
        this.context = context;
        this.presets =
                new Presets(
                        FormName.SAMPLING,
                        sampling,
                        SamplingPresets.of(sampling),
                        settings,
                        context.dialogs());
        this.reading = new LatestJob(context.jobs());
        this.suggesting = new LatestJob(context.jobs());
        context.pair().source().addListener((_, _, _) -> readAgain());
        context.pair().helper().addListener((_, _, _) -> readAgain());
        context.pair().validation().subscribe(this::suggest);
        history.watch(prompt);
        answer.set(texts.get("answer.none"));
    }

    /// Looks for models, again whenever the screen is opened: more may have been made or trained
    /// since.
    void read() {
        opened = true;
        ModelSummary source = context.pair().source().get();
        ModelSummary helper = context.pair().helper().get();
        reading.await(
                texts.get("job.read"),
                _ -> WriterChoices.of(context.workspace(), source, helper),
                this::found,
                problem::set);
    }

    private void readAgain() {
        if (opened) {
            read();
        }
    }

    private void found(List<WriterChoice> now) {
        List<Path> loaded = models();
        choices.found(
                now, chosen.stream().filter(text -> text.busy().get()).map(WriterText::choice));
        chosen.forEach(this::keepUp);
        dropMissing();
        if (!models().equals(loaded)) {
            endOthers();
        }
        chooseWanted();
        if (chosen.isEmpty()) {
            first(choices.all()).forEach(choice -> choose(choice, true));
        }
        tell();
    }

    /// A run that has gone on has a newer checkpoint, which writes from now on; one that writes
    /// just now comes to its end first.
    private void keepUp(WriterText text) {
        WriterChoice old = text.choice();
        choices.now(old)
                .filter(newer -> newer.loadsAs(old) || !text.busy().get())
                .ifPresent(text::become);
    }

    /// Lets the newest checkpoints of these runs write, and no others, when the screen is opened;
    /// of more than {@link #MOST} the first.
    public void letWrite(List<Path> runs) {
        wanted = List.copyOf(runs);
    }

    private void chooseWanted() {
        List<WriterChoice> writing =
                wanted.stream().flatMap(run -> choices.ofRun(run).stream()).limit(MOST).toList();
        if (!writing.isEmpty()) {
            wanted = List.of();
            List.copyOf(chosen).stream()
                    .map(WriterText::choice)
                    .filter(choice -> writing.stream().noneMatch(choice::isOf))
                    .forEach(choice -> choose(choice, false));
            writing.forEach(choice -> choose(choice, true));
        }
    }

    private List<WriterChoice> first(List<WriterChoice> all) {
        List<WriterChoice> known =
                all.stream().filter(choice -> before.containsKey(choice.origin())).toList();
        return known.isEmpty() ? all.stream().limit(2).toList() : known;
    }

    private void dropMissing() {
        if (chosen.removeIf(text -> choices.now(text.choice()).isEmpty())) {
            pointed.set(null);
        }
    }

    private void suggest(@Nullable Path text) {
        if (text == null || !prompt.get().isBlank()) {
            return;
        }
        suggesting.await(
                texts.get("job.prompt"),
                _ -> FirstWords.of(text),
                words -> history.silently(() -> prompt.set(promptOr(words))),
                problem::set);
    }

    private String promptOr(String words) {
        return prompt.get().isBlank() ? words : prompt.get();
    }

    /// Lets a model write, or no longer; its process is ended then.
    void choose(WriterChoice choice, boolean wanted) {
        boolean already = isChosen(choice);
        if (wanted && !already && chosen.size() < MOST) {
            var text = new WriterText(choice, context.jobs());
            text.busy().addListener((_, _, busy) -> turned(text, busy));
            Optional.ofNullable(before.remove(choice.origin())).ifPresent(text::follow);
            chosen.add(text);
        } else if (!wanted && already) {
            List<WriterText> unwanted =
                    chosen.stream().filter(text -> text.choice().isOf(choice)).toList();
            chosen.removeAll(unwanted);
            unwanted.forEach(WriterText::stop);
            pointed.set(null);
            endOthers();
        }
        tell();
    }

    /// A text has begun, or come to its end: whatever its run has got to meanwhile writes the next.
    private void turned(WriterText text, boolean busy) {
        Path old = text.choice().folder();
        keepUp(text);
        if (!busy && !text.choice().folder().equals(old)) {
            endOthers();
        }
        tell();
    }

    private List<Path> models() {
        return chosen.stream().map(text -> text.choice().folder()).toList();
    }

    private void endOthers() {
        List<Path> wanted = models();
        context.jobs()
                .await(
                        texts.get("job.end"),
                        _ -> {
                            writers.keepOnly(wanted);
                            return true;
                        });
    }

    void chooseModels() {
        context.navigation().open(ScreenName.MODELS);
    }

    void addFolder() {
        context.dialogs()
                .chooseFolder(texts.get("dialog.folder"))
                .ifPresent(folder -> choose(choices.add(folder), true));
    }

    /// Goes on with what was entered, added and written in another window, which closes.
    public void follow(GenerateViewModel left) {
        history.follow(left.history);
        choices.follow(left.choices);
        before.putAll(left.before);
        left.chosen.forEach(text -> before.put(text.choice().origin(), text));
    }

    /// Lets every chosen model continue the prompt.
    void write() {
        if (prompt.get().isBlank() || chosen.isEmpty()) {
            tell();
            return;
        }
        pointed.set(null);
        TextRequest request = sampling.request(prompt.get());
        int sharing = chosen.size();
        for (WriterText text : chosen) {
            write(text, request, sharing);
        }
        tell();
    }

    private void write(WriterText text, TextRequest request, int sharing) {
        Consumer<Written> taker = text.begin(request);
        Path model = text.choice().folder();
        text.writing()
                .await(
                        texts.get("job", text.choice().name()),
                        progress -> writers.write(model, sharing, request, progress, taker),
                        whole -> ended(text, whole),
                        failed ->
                                text.fail(
                                        failed.triedAgainBy(() -> write(text, request, sharing))));
    }

    private void ended(WriterText text, boolean whole) {
        text.end(whole);
        context.pair().done().add(ScreenName.GENERATE);
    }

    void stop() {
        chosen.forEach(WriterText::stop);
    }

    /// Shows the tokens that have arrived.
    void pull() {
        chosen.forEach(WriterText::pull);
    }

    private void tell() {
        writing.set(chosen.stream().anyMatch(text -> text.busy().get()));
        List<TextRequest> begun = chosen.stream().flatMap(text -> text.request().stream()).toList();
        if (chosen.isEmpty()) {
            answer.set(texts.get("answer.none"));
        } else if (begun.isEmpty()) {
            answer.set(texts.get("answer.ready", chosen.size()));
        } else {
            TextRequest asked = begun.getFirst();
            answer.set(
                    texts.get(
                            "answer",
                            begun.size(),
                            FirstWords.inSentence(asked.prompt()),
                            Numbers.whole(asked.sampling().seed())));
        }
    }

    /// Returns when every process has ended.
    @Override
    public void close() {
        stop();
        endWriters();
    }

    /// The same without waiting for it, where the program goes on.
    public void leave() {
        stop();
        Thread.startVirtualThread(this::endWriters);
    }

    private void endWriters() {
        try {
            writers.close();
        } catch (IOException left) {
            LOG.warn("A process that writes left files behind", left);
        }
    }

    FormHistory history() {
        return history;
    }

    Presets presets() {
        return presets;
    }

    SamplingForm sampling() {
        return sampling;
    }

    ObservableList<WriterChoice> choices() {
        return choices.all();
    }

    /// The texts, in the order in which their models were chosen; at most {@link #MOST}.
    ObservableList<WriterText> chosen() {
        return chosen;
    }

    boolean isChosen(WriterChoice choice) {
        return chosen.stream().anyMatch(text -> text.choice().isOf(choice));
    }

    StringProperty prompt() {
        return prompt;
    }

    StringProperty answer() {
        return answer;
    }

    ProblemText problem() {
        return problem;
    }

    /// Whether a text is being written.
    public BooleanProperty writing() {
        return writing;
    }

    /// Where the token is whose chances are shown; null for none.
    ObjectProperty<@Nullable Pointed> pointed() {
        return pointed;
    }
}
