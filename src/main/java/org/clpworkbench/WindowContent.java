package org.clpworkbench;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Parent;

import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.data.DataSet;
import org.clpworkbench.job.Jobs;
import org.clpworkbench.settings.Layout;
import org.clpworkbench.settings.Looks;
import org.clpworkbench.settings.Session;
import org.clpworkbench.settings.SettingsFile;
import org.clpworkbench.settings.Workspace;
import org.clpworkbench.ui.chart.ChartedRuns;
import org.clpworkbench.ui.chart.RunColours;
import org.clpworkbench.ui.common.Dialogs;
import org.clpworkbench.ui.common.Pair;
import org.clpworkbench.ui.common.PairChoice;
import org.clpworkbench.ui.common.ScreenContext;
import org.clpworkbench.ui.common.ScreenName;
import org.clpworkbench.ui.data.DataView;
import org.clpworkbench.ui.data.DataViewModel;
import org.clpworkbench.ui.generate.GenerateView;
import org.clpworkbench.ui.generate.GenerateViewModel;
import org.clpworkbench.ui.helper.HelperView;
import org.clpworkbench.ui.helper.HelperViewModel;
import org.clpworkbench.ui.hub.HubSession;
import org.clpworkbench.ui.hub.HubTextsView;
import org.clpworkbench.ui.hub.HubTextsViewModel;
import org.clpworkbench.ui.hub.HubView;
import org.clpworkbench.ui.hub.HubViewModel;
import org.clpworkbench.ui.models.ModelsView;
import org.clpworkbench.ui.models.ModelsViewModel;
import org.clpworkbench.ui.models.Segment;
import org.clpworkbench.ui.neighbours.NeighboursView;
import org.clpworkbench.ui.neighbours.NeighboursViewModel;
import org.clpworkbench.ui.overlap.OverlapView;
import org.clpworkbench.ui.overlap.OverlapViewModel;
import org.clpworkbench.ui.runs.RunsView;
import org.clpworkbench.ui.runs.RunsViewModel;
import org.clpworkbench.ui.shell.LogViewModel;
import org.clpworkbench.ui.shell.Notices;
import org.clpworkbench.ui.shell.Screens;
import org.clpworkbench.ui.shell.ShellView;
import org.clpworkbench.ui.shell.ShellViewModel;
import org.clpworkbench.ui.tour.TourViewModel;
import org.clpworkbench.ui.training.RaceForm;
import org.clpworkbench.ui.training.TrainingView;
import org.clpworkbench.ui.training.TrainingViewModel;
import org.clpworkbench.ui.transfer.TransferView;
import org.clpworkbench.ui.transfer.TransferViewModel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// All that is in the window, in the language that is spoken when it is made. Wired by hand: every
/// screen is given what it needs through its constructor.
final class WindowContent implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WindowContent.class);

    private final Pair pair;
    private final ScreenContext context;
    private final SettingsFile settings;
    private final ShellViewModel shell;
    private final ModelsViewModel models;
    private final HubViewModel hub;
    private final HelperViewModel helper;
    private final DataViewModel data;
    private final OverlapViewModel overlap;
    private final HubTextsViewModel hubTexts;
    private final TrainingViewModel training;
    private final GenerateViewModel generate;
    private final TourViewModel tour;
    private final ShellView view;
    private final List<AutoCloseable> made = new ArrayList<>();

    /// Made when it is first needed: it asks at once what a transfer would do.
    private Optional<TransferViewModel> transfer = Optional.empty();

    /// Made when they are first shown, as are the runs.
    private Optional<NeighboursViewModel> neighbours = Optional.empty();

    private Optional<NeighboursView> neighboursView = Optional.empty();

    private Optional<RunsViewModel> runs = Optional.empty();

    /// The models of a pair are chosen on one screen, its texts on another.
    private record Choice(ModelsViewModel models, DataViewModel data) implements PairChoice {
        @Override
        public List<ModelSummary> modelsAtHand() {
            return models.summaries();
        }

        @Override
        public void choose(ModelSummary source, ModelSummary helper) {
            models.choose(source, helper);
        }

        @Override
        public void choose(DataSet texts) {
            data.choose(texts);
        }
    }

    /// As the window was left.
    WindowContent(
            Workspace workspace,
            Jobs jobs,
            HubSession session,
            Pair pair,
            Dialogs dialogs,
            SettingsFile settings,
            Notices notices) {
        this.pair = pair;
        this.settings = settings;
        shell = new ShellViewModel(pair, jobs, settings);
        context = new ScreenContext(workspace, jobs, pair, shell, dialogs);
        models = new ModelsViewModel(context, settings, session.cache());
        hub = closedLater(new HubViewModel(context, session, models, this::tell));
        helper = closedLater(new HelperViewModel(context, models));
        data = new DataViewModel(context, settings, session.cache());
        overlap = closedLater(new OverlapViewModel(context));
        overlap.sight().goOn(settings.current().session().layout().overlap());
        hubTexts = new HubTextsViewModel(context, session, hub.downloads(), data::addPattern);
        training = new TrainingViewModel(context, settings, new Choice(models, data));
        generate = new GenerateViewModel(context, settings);
        shell.whenRunsAreShown(training::show);
        shell.whenSettingsAreUsed(training::useSettings);
        shell.whenRunsAreToWrite(generate::letWrite);
        var log = new LogViewModel(workspace, settings, jobs, dialogs);
        tour = new TourViewModel(context, models::embedded);
        tour.whenTheGraphIsTold(() -> neighboursView.ifPresent(NeighboursView::showGraph));
        view = new ShellView(shell, log, tour, screens(), notices);
    }

    private Screens screens() {
        return new Screens()
                .put(ScreenName.MODELS, () -> new ModelsView(models, segments()).root())
                .put(
                        ScreenName.DATA,
                        () -> new DataView(data, () -> new HubTextsView(hubTexts).root()).root())
                .put(ScreenName.OVERLAP, () -> new OverlapView(overlap).root())
                .put(ScreenName.NEIGHBOURS, () -> neighboursView().root())
                .put(ScreenName.TRANSFER, () -> new TransferView(transfer()).root())
                .put(ScreenName.TRAINING, () -> new TrainingView(training).root())
                .put(ScreenName.RUNS, () -> new RunsView(runs()).root())
                .put(ScreenName.GENERATE, () -> new GenerateView(generate).root());
    }

    private TransferViewModel transfer() {
        TransferViewModel wanted =
                transfer.orElseGet(() -> new TransferViewModel(context, settings));
        transfer = Optional.of(wanted);
        return wanted;
    }

    private NeighboursViewModel neighbours() {
        var made = closedLater(new NeighboursViewModel(context));
        settings.current().session().explored().ifPresent(made::goOn);
        neighbours = Optional.of(made);
        return made;
    }

    private NeighboursView neighboursView() {
        var made = closedLater(new NeighboursView(neighbours()));
        settings.current().session().layout().map().ifPresent(made::goOn);
        neighboursView = Optional.of(made);
        return made;
    }

    private RunsViewModel runs() {
        var charted = new ChartedRuns(new RunColours(settings), training.chart()::choices);
        var made = closedLater(new RunsViewModel(context, charted));
        made.table().goOn(settings.current().session().table());
        runs = Optional.of(made);
        return made;
    }

    /// Of the models screen, beside the models at hand.
    private List<Segment> segments() {
        return List.of(
                new Segment("hub", hub.downloads().busy(), () -> new HubView(hub).root()),
                new Segment("text", helper.busy(), () -> new HelperView(helper).root()));
    }

    private <T extends AutoCloseable> T closedLater(T viewModel) {
        made.add(viewModel);
        return viewModel;
    }

    Parent root() {
        return view.root();
    }

    Pair pair() {
        return pair;
    }

    private void tell(String title, String sentence) {
        view.tell(title, sentence);
    }

    /// Whether models are writing, whose processes no other content could take over.
    boolean writing() {
        return generate.writing().get();
    }

    /// Says in a corner that what was chosen comes a little later.
    void tellToWait() {
        view.tellToWait();
    }

    /// Says in a corner that not all of the settings could be read, if that is so.
    void tellOfDamagedSettings() {
        settings.laidAside().ifPresent(view::tellOfDamagedSettings);
    }

    ReadOnlyObjectProperty<Looks> looks() {
        return shell.looks();
    }

    ReadOnlyObjectProperty<ScreenName> screen() {
        return shell.screen();
    }

    /// Has the settings keep what stands open, as it stands now.
    void keep() {
        settings.change(now -> now.withSession(session()));
    }

    /// To be called when it is on the screen.
    void start() {
        view.start();
        models.refresh();
        data.begin();
        helper.resume();
    }

    /// Goes on where another content, which closes, left off.
    void follow(WindowContent before) {
        tour.follow(before.tour);
        helper.follow(before.helper);
        generate.follow(before.generate);
        follow(before.training.form());
        before.transfer.ifPresent(left -> transfer().follow(left));
    }

    private void follow(RaceForm before) {
        training.form().history().follow(before.history());
        before.starts().stream()
                .filter(start -> start.chosen().get())
                .flatMap(start -> start.folder().stream())
                .forEach(training.form()::add);
    }

    /// The program ends. Runs that are being trained go on.
    @Override
    public void close() {
        leave();
        generate.close();
    }

    /// Another content comes in its place: what holds models open gives them back.
    void makeRoom() {
        leave();
        generate.leave();
    }

    private void leave() {
        keep();
        view.stop();
        training.close();
        for (AutoCloseable each : made) {
            try {
                each.close();
            } catch (Exception left) {
                LOG.warn("{} could not be closed", each, left);
            }
        }
    }

    /// A screen that was not opened is as it was left before, and so are runs not yet looked for.
    private Session session() {
        Session before = settings.current().session();
        boolean known = training.takenUp();
        return new Session(
                shell.screen().get().name(),
                known ? training.shownRuns() : before.runs(),
                known ? training.chart().baseline().get() : before.baseline(),
                training.chart().choices(),
                runs.map(it -> it.table().choices()).orElse(before.table()),
                neighbours.flatMap(NeighboursViewModel::explored).or(before::explored),
                layout(before.layout()));
    }

    private Layout layout(Layout before) {
        return new Layout(
                shell.jobsShown().get(),
                models.segment().get(),
                overlap.sight().choices(),
                neighboursView.flatMap(NeighboursView::mapChoices).or(before::map));
    }
}
