package org.clpworkbench.ui.hub;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.clpworkbench.hub.Catalogue;
import org.clpworkbench.hub.CatalogueEntry;
import org.clpworkbench.hub.CatalogueEntry.Role;
import org.clpworkbench.hub.HubRepository;
import org.clpworkbench.hub.RepositoryId;
import org.clpworkbench.lm.FreeMemory;
import org.clpworkbench.ui.common.Failure;
import org.clpworkbench.ui.common.LatestJob;
import org.clpworkbench.ui.common.ModelsAtHand;
import org.clpworkbench.ui.common.NoticeBoard;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.ProblemText;
import org.clpworkbench.ui.common.ScreenContext;
import org.clpworkbench.ui.common.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What is looked for on the Hub and what came of it: the catalogue until the Hub has been asked,
/// and whenever it cannot be.
public final class HubViewModel implements AutoCloseable {
    static final int FOUND_AT_ONCE = 50;

    private static final long[] SIZES = {
        200_000_000, 500_000_000, 1_000_000_000, 3_000_000_000L, 8_000_000_000L
    };

    /// What the catalogue file says, and the machine.
    ///
    /// @param freeMemory for a training, in bytes
    /// @param problem why a person's own additions to the catalogue are left out; else empty
    private record Known(Catalogue catalogue, long freeMemory, String problem) {}

    /// What the Hub finds, or why it does not answer: that is no failure of the program's.
    private record Answer(List<HubRepository> models, Optional<IOException> refused) {}

    private static final Logger LOG = LoggerFactory.getLogger(HubViewModel.class);

    private final Texts texts = Texts.of(HubViewModel.class);
    private final ModelWords modelWords = new ModelWords();
    private final HubSession hub;
    private final Path catalogueFile;
    private final LatestJob reading;
    private final LatestJob searching;
    private final AccountViewModel account;
    private final DownloadsViewModel downloads;
    private final PageViewModel page;
    private final StringProperty words = new SimpleStringProperty("");
    private final ObjectProperty<String> language = new SimpleObjectProperty<>("");
    private final ObjectProperty<String> task =
            new SimpleObjectProperty<>(HubFilter.TEXT_GENERATION);
    private final ObjectProperty<String> licence = new SimpleObjectProperty<>("");
    private final ObjectProperty<SizeLimit> size = new SimpleObjectProperty<>(SizeLimit.ANY);
    private final ObjectProperty<Optional<Role>> role =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObservableList<SizeLimit> sizes =
            FXCollections.observableArrayList(SizeLimit.ANY);
    private final ObservableList<HubRow> rows = FXCollections.observableArrayList();
    private final StringProperty heading = new SimpleStringProperty("");
    private final ProblemText problem = new ProblemText();
    private final ReadOnlyBooleanWrapper found = new ReadOnlyBooleanWrapper();
    private final BooleanProperty unanswered = new SimpleBooleanProperty();
    private final BooleanProperty more = new SimpleBooleanProperty();
    private Catalogue catalogue = new Catalogue(List.of(), List.of());
    private long freeMemory;
    private int limit = FOUND_AT_ONCE;

    /// @param atHand where what is fetched goes
    /// @param notices where it is told
    public HubViewModel(
            ScreenContext context, HubSession hub, ModelsAtHand atHand, NoticeBoard notices) {
        this.hub = hub;
        catalogueFile = context.workspace().catalogueFile();
        reading = new LatestJob(context.jobs());
        searching = new LatestJob(context.jobs());
        account = new AccountViewModel(context, hub);
        downloads = new DownloadsViewModel(context, hub, atHand, notices);
        page = new PageViewModel(context, hub, downloads, account, atHand);
        for (Property<?> filter : List.of(language, task, licence, size, role)) {
            filter.addListener((_, _, _) -> filterChanged());
        }
        words.addListener((_, _, now) -> wordsChanged(now));
        for (long most : SIZES) {
            sizes.add(SizeLimit.of(most));
        }
    }

    /// Reads the catalogue and asks whose token there is; to be called when it is first shown.
    void begin() {
        reading.await(
                texts.get("job.catalogue"), _ -> known(catalogueFile), this::read, problem::set);
        account.look();
    }

    private static Known known(Path file) throws IOException {
        long free = FreeMemory.now().training();
        try {
            return new Known(Catalogue.with(file), free, "");
        } catch (IOException unreadable) {
            LOG.warn("The catalogue is read without {}", file, unreadable);
            return new Known(Catalogue.standard(), free, Failure.reason(unreadable));
        }
    }

    private void read(Known known) {
        catalogue = known.catalogue;
        freeMemory = known.freeMemory;
        sizes.add(1, SizeLimit.trainable(freeMemory));
        String why = hub.problem().orElse(known.problem);
        if (!why.isEmpty()) {
            problem.set(why);
        }
        if (!found.get()) {
            showCatalogue();
        }
    }

    private void filterChanged() {
        if (found.get()) {
            search();
        } else {
            showCatalogue();
        }
    }

    private void wordsChanged(String now) {
        if (!found.get() || now.isBlank()) {
            showCatalogue();
        }
    }

    /// Shows what of the catalogue is meant.
    void showCatalogue() {
        searching.cancel();
        found.set(false);
        more.set(false);
        List<HubRow> meant = filter().of(catalogue);
        rows.setAll(meant);
        long pairs = meant.stream().filter(HubRow.Paired.class::isInstance).count();
        heading.set(texts.get("heading.catalogue", meant.size() - pairs, pairs));
    }

    /// Shows the whole catalogue, whatever was asked for.
    void showAll() {
        found.set(false);
        words.set("");
        language.set("");
        task.set(HubFilter.FIRST.task());
        licence.set("");
        size.set(SizeLimit.ANY);
        role.set(Optional.empty());
        showCatalogue();
    }

    /// Asks the Hub for what is meant.
    void search() {
        limit = FOUND_AT_ONCE;
        ask();
    }

    /// Asks it for more of the same.
    void searchMore() {
        limit += FOUND_AT_ONCE;
        ask();
    }

    /// Asks again what was asked last.
    void again() {
        ask();
    }

    private void ask() {
        problem.set("");
        unanswered.set(false);
        var search = filter().search(limit);
        searching.await(
                texts.get("job.search"),
                progress -> {
                    try {
                        return new Answer(hub.client().search(search, progress), Optional.empty());
                    } catch (IOException refused) {
                        LOG.info("The Hub finds nothing: {}", refused.getMessage());
                        return new Answer(List.of(), Optional.of(refused));
                    }
                },
                this::answered,
                this::unanswered);
    }

    private void answered(Answer answer) {
        if (answer.refused.isPresent()) {
            unanswered(Failure.of(texts.get("job.search"), answer.refused.get()));
            return;
        }
        List<HubRepository> models = answer.models;
        found.set(true);
        more.set(models.size() == limit);
        rows.setAll(models.stream().map(HubRow.Found::new).toList());
        heading.set(texts.get("heading.found", models.size(), Numbers.whole(models.size())));
    }

    /// The catalogue goes on being there.
    private void unanswered(Failure why) {
        showCatalogue();
        unanswered.set(true);
        problem.set(Failure.of(why.doing(), why.cause()));
    }

    private HubFilter filter() {
        return new HubFilter(
                words.get(), language.get(), task.get(), licence.get(), size.get(), role.get());
    }

    /// Opens the page of a model by its name: its row, when there is one.
    HubRow row(RepositoryId id) {
        return rows.stream()
                .filter(row -> row instanceof HubRow.One one && one.id().equals(id))
                .findFirst()
                .orElseGet(() -> recommended(id));
    }

    private HubRow recommended(RepositoryId id) {
        Optional<CatalogueEntry> entry =
                catalogue.models().stream().filter(model -> model.id().equals(id)).findFirst();
        return entry.isPresent() ? new HubRow.Recommended(entry.get()) : new HubRow.Named(id);
    }

    /// "124 M, trains here · mit · German".
    String facts(CatalogueEntry entry) {
        long parameters = entry.parameters();
        return modelWords.facts(
                parameters, trainable(parameters), entry.licence(), entry.languages());
    }

    String facts(HubRepository model) {
        long parameters = model.totalParameters().orElse(0);
        return modelWords.facts(
                parameters, trainable(parameters), model.licence(), model.languages());
    }

    /// Whether training all of a model's weights, activations not counted, takes no more memory
    /// than is free; empty where its parameters are not known.
    private Optional<Boolean> trainable(long parameters) {
        return parameters <= 0 || freeMemory <= 0
                ? Optional.empty()
                : Optional.of(SizeLimit.trainable(freeMemory).allows(parameters));
    }

    StringProperty words() {
        return words;
    }

    ObjectProperty<String> language() {
        return language;
    }

    ObjectProperty<String> task() {
        return task;
    }

    ObjectProperty<String> licence() {
        return licence;
    }

    ObjectProperty<SizeLimit> size() {
        return size;
    }

    ObservableList<SizeLimit> sizes() {
        return sizes;
    }

    ObjectProperty<Optional<Role>> role() {
        return role;
    }

    ObservableList<HubRow> rows() {
        return rows;
    }

    /// What the rows are.
    StringProperty heading() {
        return heading;
    }

    /// Why the Hub was asked in vain, or cannot be, or the catalogue is not whole; else empty.
    ProblemText problem() {
        return problem;
    }

    /// Whether the Hub was asked in vain.
    BooleanProperty unanswered() {
        return unanswered;
    }

    /// Whether the rows are the Hub's answer, not the catalogue.
    ReadOnlyBooleanProperty found() {
        return found.getReadOnlyProperty();
    }

    /// Whether the Hub may know more of the same.
    BooleanProperty more() {
        return more;
    }

    LatestJob searching() {
        return searching;
    }

    AccountViewModel account() {
        return account;
    }

    public DownloadsViewModel downloads() {
        return downloads;
    }

    PageViewModel page() {
        return page;
    }

    /// Where the Hub is and where its files go.
    HubSession hub() {
        return hub;
    }

    @Override
    public void close() {
        downloads.close();
    }
}
