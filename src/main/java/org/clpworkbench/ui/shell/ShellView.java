package org.clpworkbench.ui.shell;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.util.Duration;
import javafx.util.Subscription;

import org.clpworkbench.settings.Language;
import org.clpworkbench.settings.Looks;
import org.clpworkbench.settings.Theme;
import org.clpworkbench.ui.common.Fxml;
import org.clpworkbench.ui.common.ProblemStep;
import org.clpworkbench.ui.common.ScreenName;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.common.TypeSize;
import org.clpworkbench.ui.tour.TourView;
import org.clpworkbench.ui.tour.TourViewModel;
import org.kordamp.ikonli.javafx.FontIcon;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

/// The window around the screens.
public final class ShellView {
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    private final Texts texts = Texts.of(ShellView.class);
    private final ShellViewModel viewModel;
    private final Screens screens;
    private final StackPane root;
    private final CommandPalette palette = new CommandPalette();
    private final KeysPage keys = new KeysPage();
    private final LogView log;
    private final TourViewModel tour;
    private final Commands commands;
    private final JobsDrawer drawer;
    private final StatusLine status;
    private final Notices notices;
    private final EndNotices ends;
    private final Gauges gauges = new Gauges();
    private final ObservableValue<ColorScheme> desktop;
    private Subscription desktopTheme = Subscription.EMPTY;
    private final Timeline pulls = new Timeline(new KeyFrame(Duration.millis(250), tick -> pull()));

    @FXML private VBox railPlace;
    @FXML private BorderPane work;
    @FXML private Button pairButton;
    @FXML private Label anchors;
    @FXML private MenuButton languageButton;
    @FXML private Button themeButton;
    @FXML private ToggleButton jobsButton;
    @FXML private StackPane middle;
    @FXML private StackPane screenPlace;

    public ShellView(
            ShellViewModel viewModel,
            LogViewModel messages,
            TourViewModel tour,
            Screens screens,
            Notices notices) {
        this(
                viewModel,
                messages,
                tour,
                screens,
                notices,
                Platform.getPreferences().colorSchemeProperty());
    }

    /// @param desktop whether the desktop is light or dark
    ShellView(
            ShellViewModel viewModel,
            LogViewModel messages,
            TourViewModel tour,
            Screens screens,
            Notices notices,
            ObservableValue<ColorScheme> desktop) {
        this.viewModel = viewModel;
        this.notices = notices;
        this.desktop = desktop;
        this.screens = screens;
        this.log = new LogView(messages);
        this.tour = tour;
        this.drawer =
                new JobsDrawer(viewModel.jobs(), notices, () -> viewModel.jobsShown().set(false));
        this.ends =
                new EndNotices(viewModel.jobs(), notices, () -> viewModel.jobsShown().set(true));
        this.status = new StatusLine(gauges::latest, viewModel.jobs());
        this.commands =
                new Commands(
                        viewModel, this::openPalette, this::openKeys, this::openLog, tour::begin);
        this.root =
                new StackPane(Fxml.load(this), palette.overlay(), keys.overlay(), log.overlay());
        root.setAlignment(Pos.TOP_LEFT); // what finds no room is cut at its end
        viewModel.looks().subscribe(this::look);
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::shortcut);
        root.addEventHandler(ProblemStep.SHOW_LOG, _ -> openLog());
        root.addEventHandler(ProblemStep.MAKE_ROOM, _ -> messages.revealWorkspace());
    }

    public Parent root() {
        return root;
    }

    @FXML
    void initialize() {
        railPlace.getChildren().addFirst(new Rail(viewModel));
        work.setBottom(new VBox(new TourView(tour).root(), status));
        pairButton.textProperty().bind(viewModel.pairInWords());
        anchors.textProperty().bind(viewModel.anchorsInWords());
        jobsButton.selectedProperty().bindBidirectional(viewModel.jobsShown());
        viewModel.jobsShown().subscribe(new DrawerPlace(work, middle, drawer)::show);
        viewModel.screen().subscribe(this::show);
        viewModel.looks().map(Looks::theme).subscribe(this::nameTheme);
        offerLanguages(viewModel.looks().get().language());
    }

    /// Begins to watch jobs and machine; to be called when the window is on the screen.
    public void start() {
        root.requestFocus();
        gauges.start();
        pulls.setCycleCount(Animation.INDEFINITE);
        pulls.play();
        desktopTheme = desktop.subscribe(() -> look(viewModel.looks().get()));
    }

    public void stop() {
        desktopTheme.unsubscribe();
        pulls.stop();
        gauges.stop();
        log.close();
    }

    /// Another language waits for what is being computed or written, whose answer this window is to
    /// get.
    public void tellToWait() {
        tell("", texts.get("language.wait"));
    }

    /// Not all of the settings could be read.
    ///
    /// @param kept where the old file is kept
    public void tellOfDamagedSettings(Path kept) {
        String title = texts.get("settings.damaged.title");
        String sentence = texts.get("settings.damaged", kept);
        notices.tell(window(), Notice.trouble(title, sentence).leadingToTheLog(window()));
    }

    /// Shows a sentence in a corner of the window for some seconds.
    public void tell(String title, String sentence) {
        if (root.getScene() != null && root.getScene().getWindow() != null) {
            notices.tell(window(), Notice.news(title, sentence));
        }
    }

    private Window window() {
        return root.getScene().getWindow();
    }

    @FXML
    void openModels() {
        viewModel.open(ScreenName.MODELS);
    }

    @FXML
    void beginTour() {
        tour.begin();
    }

    @FXML
    void nextTheme() {
        viewModel.nextTheme();
    }

    private void show(ScreenName screen) {
        screenPlace.getChildren().setAll(screens.root(screen));
    }

    private void nameTheme(Theme theme) {
        String word = texts.get("theme." + theme);
        themeButton.setGraphic(
                new FontIcon(
                        switch (theme) {
                            case SYSTEM -> "mdi2t-theme-light-dark";
                            case LIGHT -> "mdi2w-white-balance-sunny";
                            case DARK -> "mdi2w-weather-night";
                        }));
        themeButton.setText(word);
        themeButton.setAccessibleText(texts.get("theme.hint", word));
        themeButton.setTooltip(new Tooltip(texts.get("theme.hint", word)));
    }

    private void offerLanguages(Language chosen) {
        String word = chosen.spoken().ownName();
        languageButton.setText(word);
        languageButton.setAccessibleText(texts.get("language.hint", word));
        languageButton.setTooltip(new Tooltip(texts.get("language.hint", word)));
        for (Language language : Language.values()) {
            var item = new RadioMenuItem(name(language));
            item.setSelected(language == chosen);
            item.setOnAction(_ -> viewModel.speak(language));
            languageButton.getItems().add(item);
        }
    }

    private String name(Language language) {
        return language == Language.SYSTEM ? texts.get("language.SYSTEM") : language.ownName();
    }

    private void pull() {
        status.pull();
        ends.pull(window());
        drawer.pull();
        long busy = drawer.busy();
        jobsButton.setText(busy == 0 ? texts.get("jobs") : texts.get("jobs.busy", busy));
        jobsButton.pseudoClassStateChanged(FAILED, drawer.anyFailed());
    }

    private void shortcut(KeyEvent pressed) {
        for (Command command : commands.everywhere()) {
            if (command.isFor(pressed)) {
                command.action().run();
                pressed.consume();
                return;
            }
        }
    }

    private void openPalette() {
        keys.overlay().close();
        log.overlay().close();
        Parent screen = screens.root(viewModel.screen().get());
        boolean jobs = viewModel.jobsShown().get();
        palette.open(commands.on(jobs ? List.of(screen, drawer) : List.of(screen)));
    }

    private void openLog() {
        palette.overlay().close();
        keys.overlay().close();
        log.open();
    }

    private void openKeys() {
        palette.overlay().close();
        log.overlay().close();
        keys.open(commands.everywhere());
    }

    private void look(Looks looks) {
        ThemeStyle.apply(looks.theme(), desktop.getValue(), root);
        root.setStyle(sizeOf(looks));
        root.getStylesheets().setAll(sheetOfHints(looks));
    }

    /// The theme has what is shown under the mouse at a size of its own, whatever that of texts.
    private static String sheetOfHints(Looks looks) {
        String rule = ".tooltip { " + sizeOf(looks) + "; }";
        return "data:text/css;base64,"
                + Base64.getEncoder().encodeToString(rule.getBytes(StandardCharsets.US_ASCII));
    }

    /// The style of a root whose texts are as large as chosen.
    static String sizeOf(Looks looks) {
        return "-fx-font-size: " + TypeSize.USUAL * looks.zoom() + "px";
    }
}
