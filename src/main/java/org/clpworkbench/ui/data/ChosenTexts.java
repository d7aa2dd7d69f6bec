package org.clpworkbench.ui.data;

import javafx.application.Platform;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.clpworkbench.data.DataChoices;
import org.clpworkbench.data.DataSet;
import org.clpworkbench.data.ReadableTexts;
import org.clpworkbench.data.TextsFound;
import org.clpworkbench.embedded.EmbeddedDemo;
import org.clpworkbench.hub.HubCache;
import org.clpworkbench.hub.HubPath;
import org.clpworkbench.settings.SettingsFile;
import org.clpworkbench.ui.common.Failure;
import org.clpworkbench.ui.common.LatestJob;
import org.clpworkbench.ui.common.Pair;
import org.clpworkbench.ui.common.ProblemText;
import org.clpworkbench.ui.common.ScreenContext;
import org.clpworkbench.ui.common.ScreenName;
import org.clpworkbench.ui.common.Texts;
import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What is entered becomes the whole window's data set at once, and is remembered; what can be read
/// of it as running text follows when it is there.
final class ChosenTexts {
    private final Texts texts = Texts.of(DataViewModel.class);
    private final ScreenContext context;
    private final SettingsFile settings;
    private final Pair pair;
    private final BooleanBinding hasHelper;
    private final DataForm form = new DataForm();
    private final EmbeddedTexts embedded;
    private final LatestJob looking;
    private final LatestJob reading;
    private final LatestJob finding;
    private final HubCache hub;
    private final ObjectProperty<@Nullable TextsFound> found = new SimpleObjectProperty<>();
    private final BooleanProperty asItLies = new SimpleBooleanProperty();
    private final BooleanProperty usable = new SimpleBooleanProperty();
    private final ProblemText problem = new ProblemText();
    private final StringProperty complaint = new SimpleStringProperty("");
    private final Runnable whenLooked;
    private boolean begun;
    private boolean changing;

    /// @param whenLooked runs whenever the data set has been looked at anew
    ChosenTexts(ScreenContext context, SettingsFile settings, HubCache hub, Runnable whenLooked) {
        this.context = context;
        this.settings = settings;
        this.hub = hub;
        this.whenLooked = whenLooked;
        this.pair = context.pair();
        this.hasHelper = pair.helper().isNotNull();
        this.embedded = new EmbeddedTexts(EmbeddedDemo.in(context.workspace().embedded()));
        this.looking = new LatestJob(context.jobs());
        this.reading = new LatestJob(context.jobs());
        this.finding = new LatestJob(context.jobs());
        for (Observable entry : form.entries()) {
            entry.addListener(_ -> changed());
        }
        pair.source().addListener((_, _, _) -> tick());
        pair.helper().addListener((_, _, _) -> helperChanged());
        pair.data().addListener((_, _, now) -> dataChanged(now));
    }

    /// Chooses the texts that were chosen last, the embedded ones the first time.
    void begin() {
        looking.await(
                texts.get("job.unpack"),
                _ -> EmbeddedDemo.unpack(context.workspace().embedded()),
                _ -> {
                    form.enter(
                            Optional.ofNullable(pair.data().get())
                                    .or(() -> settings.current().chosen().data())
                                    .orElseGet(this::usual));
                    begun = true;
                    changed();
                },
                problem::set);
    }

    /// One event may change several entries.
    private void changed() {
        if (begun && !changing) {
            changing = true;
            Platform.runLater(
                    () -> {
                        changing = false;
                        if (take()) {
                            look();
                        }
                    });
        }
    }

    /// Makes what is entered the window's data set.
    ///
    /// @return whether there is one
    private boolean take() {
        Optional<DataSet> entered;
        try {
            entered = form.dataSet();
            complaint.set("");
        } catch (IllegalArgumentException incomplete) {
            complaint.set(Failure.reason(incomplete));
            usable.set(false);
            return false;
        }
        DataSet data = entered.orElse(null);
        usable.set(data != null);
        if (!Objects.equals(data, pair.data().get())) {
            looking.cancel();
            reading.cancel();
            problem.set("");
            pair.text().set(null);
            pair.validation().set(null);
            pair.data().set(data);
            remember(entered);
        }
        if (data == null) {
            found.set(null);
        }
        tick();
        return data != null;
    }

    /// What a start with the same helper would choose by itself need not be remembered.
    private void remember(Optional<DataSet> data) {
        DataSet usual = usual();
        Optional<DataSet> own = data.filter(it -> !it.equals(usual));
        settings.change(now -> now.withChosen(now.chosen().withData(own)));
    }

    private DataSet usual() {
        return embedded.usual(pair.helper().get());
    }

    /// Embedded text follows an embedded helper into its language.
    private void helperChanged() {
        DataSet data = pair.data().get();
        if (begun && embedded.contains(data)) {
            embedded.of(pair.helper().get()).ifPresent(form::choose);
            remember(Optional.ofNullable(data));
        }
        tick();
    }

    /// Who tells of the program lends the window other texts and gives these back: they are
    /// entered, too. Embedded ones are not remembered in their place.
    private void dataChanged(@Nullable DataSet now) {
        if (!begun || now == null || isEntered(now)) {
            return;
        }
        reading.cancel();
        boolean before = changing;
        changing = true;
        form.enter(now);
        changing = before;
        if (!embedded.contains(now)) {
            remember(Optional.of(now));
        }
        look();
    }

    private boolean isEntered(DataSet data) {
        try {
            return form.dataSet().equals(Optional.of(data));
        } catch (IllegalArgumentException incomplete) {
            return false;
        }
    }

    private void tick() {
        if (pair.data().get() != null) {
            pair.done().add(ScreenName.DATA);
        } else {
            pair.done().remove(ScreenName.DATA);
        }
    }

    /// Looks at the files again, which may have changed.
    void look() {
        DataSet data = pair.data().get();
        if (data != null) {
            looking.await(
                    texts.get("job.look"),
                    progress -> Look.at(data, languageColumn(), progress),
                    look -> looked(data, look),
                    problem::set);
        }
    }

    /// The column of languages, by name.
    String languageColumn() {
        String typed = form.languageColumn().get().strip();
        return typed.isEmpty() ? DataChoices.USUAL_LANGUAGE_COLUMN : typed;
    }

    private void looked(DataSet data, Look look) {
        found.set(look.found());
        asItLies.set(look.readable().isPresent());
        form.applies(look.found().hasColumns(), look.found().hasRunningText(), look.fitting());
        if (!take()) {
            return;
        }
        if (!data.equals(pair.data().get())) {
            look();
            return;
        }
        usable.set(!look.found().files().isEmpty());
        if (usable.get()) {
            look.readable().ifPresent(this::readable);
        }
        whenLooked.run();
    }

    /// Other screens may read the texts now.
    void readable(ReadableTexts now) {
        pair.text().set(now.training());
        pair.validation().set(now.validation().orElse(null));
    }

    /// Writes out what other screens read, where that is not done or under way.
    void makeReadable() {
        DataSet data = pair.data().get();
        boolean waits = looking.current().get() != null || reading.current().get() != null;
        if (data != null && pair.text().get() == null && !waits) {
            Path cache = context.workspace().data();
            reading.await(
                    texts.get("job.readable"),
                    progress -> ReadableTexts.of(data, cache, progress),
                    this::readable,
                    problem::set);
        }
    }

    /// Files, folders or patterns; in place of the embedded texts.
    void add(List<String> more) {
        if (more.isEmpty()) {
            return;
        }
        boolean first = embedded.areInputs(form.inputs().get());
        form.history()
                .asOne(
                        () -> {
                            if (first) {
                                form.replace(more);
                                form.apart().set(false);
                                form.validation().set("");
                            } else {
                                form.add(more);
                            }
                        });
    }

    /// A pattern of files' names, or what was fetched of a data set of the Hub by its name.
    void addPattern(String pattern) {
        if (HubPath.isOne(pattern)) {
            finding.await(
                    texts.get("job.find"),
                    _ -> HubPath.local(pattern, hub),
                    local -> add(List.of(local)),
                    problem::set);
        } else if (!pattern.isEmpty()) {
            add(List.of(pattern));
        }
    }

    /// Back to the texts that came with the program, in the helper's language.
    void useEmbedded() {
        form.choose(usual());
    }

    /// Whether other texts than the embedded ones are chosen.
    BooleanBinding own() {
        ObjectProperty<@Nullable DataSet> data = pair.data();
        return Bindings.createBooleanBinding(() -> !embedded.contains(data.get()), data);
    }

    DataForm form() {
        return form;
    }

    /// What lies where the inputs point; null until it was looked at.
    ObjectProperty<@Nullable TextsFound> found() {
        return found;
    }

    /// Whether training reads the files as they are.
    BooleanProperty asItLies() {
        return asItLies;
    }

    /// Whether what is entered makes a data set that has files.
    BooleanProperty usable() {
        return usable;
    }

    /// Whether there is a helper, whose tokenizer cuts the texts.
    BooleanBinding hasHelper() {
        return hasHelper;
    }

    /// Leads to where one is chosen.
    void openModels() {
        context.navigation().open(ScreenName.MODELS);
    }

    /// What is wrong with a text, in a sentence; empty when nothing is.
    ProblemText problem() {
        return problem;
    }

    /// What is wrong with what is entered; empty when nothing is.
    StringProperty complaint() {
        return complaint;
    }

    LatestJob looking() {
        return looking;
    }

    /// Running text being written for the other screens.
    LatestJob reading() {
        return reading;
    }
}
