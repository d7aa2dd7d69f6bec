package org.clpworkbench.ui.shell;

import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.job.Jobs;
import org.clpworkbench.settings.Language;
import org.clpworkbench.settings.Looks;
import org.clpworkbench.settings.Session;
import org.clpworkbench.settings.SettingsFile;
import org.clpworkbench.ui.common.AnchorCount;
import org.clpworkbench.ui.common.Navigation;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.Pair;
import org.clpworkbench.ui.common.ScreenName;
import org.clpworkbench.ui.common.Texts;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// What the window around the screens shows: which screen is open, the pair in words, theme and
/// language, whether the jobs are in view.
public final class ShellViewModel implements Navigation {
    private final Texts texts = Texts.of(ShellViewModel.class);
    private final Pair pair;
    private final Jobs jobs;
    private final ObjectProperty<ScreenName> screen = new SimpleObjectProperty<>(ScreenName.MODELS);
    private final ObjectProperty<Looks> looks;
    private final BooleanProperty jobsShown = new SimpleBooleanProperty();
    private BiConsumer<List<Path>, Optional<Path>> runsViewer = (_, _) -> {};
    private Consumer<Path> settingsUser = _ -> {};
    private Consumer<List<Path>> writer = _ -> {};

    public ShellViewModel(Pair pair, Jobs jobs, SettingsFile settings) {
        this.pair = pair;
        this.jobs = jobs;
        screen.set(screen(settings.current().session()));
        jobsShown.set(settings.current().session().layout().jobs());
        this.looks = new SimpleObjectProperty<>(settings.current().looks());
        looks.addListener((_, _, now) -> settings.change(all -> all.withLooks(now)));
    }

    /// The screen that was open when the window was closed; the first where there is none so
    /// called.
    private static ScreenName screen(Session session) {
        return Arrays.stream(ScreenName.values())
                .filter(name -> name.name().equals(session.screen()))
                .findFirst()
                .orElse(ScreenName.MODELS);
    }

    /// Who takes the runs of {@link #showRuns}.
    public void whenRunsAreShown(BiConsumer<List<Path>, Optional<Path>> viewer) {
        runsViewer = viewer;
    }

    /// Who takes the run of {@link #useSettings}.
    public void whenSettingsAreUsed(Consumer<Path> user) {
        settingsUser = user;
    }

    /// Who takes the runs of {@link #letWrite}.
    public void whenRunsAreToWrite(Consumer<List<Path>> taker) {
        writer = taker;
    }

    @Override
    public void letWrite(List<Path> runs) {
        writer.accept(runs);
        open(ScreenName.GENERATE);
    }

    @Override
    public void useSettings(Path run) {
        settingsUser.accept(run);
        open(ScreenName.TRAINING);
    }

    @Override
    public void open(ScreenName name) {
        screen.set(name);
    }

    @Override
    public void showRuns(List<Path> runs, Optional<Path> baseline) {
        runsViewer.accept(runs, baseline);
        open(ScreenName.TRAINING);
    }

    public ObjectProperty<ScreenName> screen() {
        return screen;
    }

    public ObjectProperty<Looks> looks() {
        return looks;
    }

    void speak(Language language) {
        looks.set(looks.get().withLanguage(language));
    }

    void nextTheme() {
        looks.set(looks.get().withTheme(looks.get().theme().next()));
    }

    void larger() {
        looks.set(looks.get().larger());
    }

    void smaller() {
        looks.set(looks.get().smaller());
    }

    void usualSize() {
        looks.set(looks.get().usualSize());
    }

    public BooleanProperty jobsShown() {
        return jobsShown;
    }

    Jobs jobs() {
        return jobs;
    }

    Pair pair() {
        return pair;
    }

    /// "English small → German helper".
    ObservableValue<String> pairInWords() {
        return Bindings.createStringBinding(
                () -> {
                    ModelSummary source = pair.source().get();
                    ModelSummary helper = pair.helper().get();
                    if (source == null && helper == null) {
                        return texts.get("pair.none");
                    }
                    String missing = texts.get("pair.missing");
                    return texts.get(
                            "pair",
                            source == null ? missing : source.name(),
                            helper == null ? missing : helper.name());
                },
                pair.source(),
                pair.helper());
    }

    /// "1,603 of 8,192 anchors", or nothing while they are not counted.
    ObservableValue<String> anchorsInWords() {
        return Bindings.createStringBinding(
                () -> {
                    AnchorCount count = pair.anchors().get();
                    return count == null
                            ? ""
                            : texts.get(
                                    "anchors",
                                    Numbers.whole(count.anchors()),
                                    Numbers.whole(count.vocabulary()));
                },
                pair.anchors());
    }
}
