package org.clpworkbench.ui.hub;

import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.clpworkbench.hub.CatalogueEntry;
import org.clpworkbench.hub.HubFile;
import org.clpworkbench.hub.HubRepository;
import org.clpworkbench.hub.RepositoryId;
import org.clpworkbench.hub.RepositoryPage;
import org.clpworkbench.hub.Revision;
import org.clpworkbench.ui.common.HeaderWidths;
import org.clpworkbench.ui.common.NumberCell;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.ProblemBar;
import org.clpworkbench.ui.common.ProblemText;
import org.clpworkbench.ui.common.SortMenu;
import org.clpworkbench.ui.common.TextClipboard;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.common.Visibility;
import org.clpworkbench.ui.common.WorkingBar;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// The page of what is chosen in the list.
final class PagePane extends VBox {
    private static final double LEAST_PAGE = 96;

    private final Texts texts = Texts.of(HubView.class);
    private final ModelWords words = new ModelWords();
    private final HubViewModel hub;
    private final PageViewModel viewModel;
    private final Consumer<RepositoryId> open;
    private final Label title = label("section");
    private final Button copy = new Button(texts.get("page.copy"));
    private final RevisionBox revision;
    private final Label facts = label("text-muted");
    private final Label memory = label("text-muted");
    private final ProblemBar problem = ProblemBar.narrow();
    private final ToggleButton cardPage = new ToggleButton(texts.get("page.card"));
    private final ToggleButton filesPage = new ToggleButton();
    private final TextArea card = new TextArea();
    private final TableView<HubFile> files = new TableView<>();
    private final HBox pages = new HBox(cardPage, filesPage);
    private final StackPane page = new StackPane(card, files);
    private final VBox pair = new VBox();
    private final VBox empty = new VBox(label("text-muted"));
    private Set<HubFile> fetched = Set.of();

    /// @param open opens the page of another model
    PagePane(HubViewModel hub, Consumer<RepositoryId> open) {
        this.hub = hub;
        this.viewModel = hub.page();
        this.open = open;
        this.revision = new RevisionBox("pageRevision", viewModel.revision());
        getStyleClass().addAll("panel", "hub-page");
        title.setId("pageTitle");
        facts.setId("pageFacts");
        memory.setId("pageMemory");
        copy.getStyleClass().addAll("flat", "small");
        copy.setMinWidth(USE_PREF_SIZE);
        copy.setOnAction(_ -> TextClipboard.put(viewModel.address()));
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox.setHgrow(title, Priority.ALWAYS);
        var head = new HBox(title, gap, copy);
        head.getStyleClass().add("row");
        head.setAlignment(Pos.BASELINE_LEFT);
        makePages();
        var offer = new OfferRow(viewModel);
        getChildren()
                .addAll(
                        head,
                        revision,
                        facts,
                        memory,
                        new WorkingBar(viewModel.asking(), viewModel::again),
                        problem,
                        pair,
                        pages,
                        page,
                        empty,
                        offer);
        ((Label) empty.getChildren().getFirst()).setText(texts.get("page.empty"));
        empty.getStyleClass().add("empty-state");
        pair.getStyleClass().add("column");
        VBox.setVgrow(page, Priority.ALWAYS);
        VBox.setVgrow(empty, Priority.ALWAYS);
        page.setMinHeight(LEAST_PAGE);
        tellProblem();
        viewModel.row().subscribe(this::beginRevisions);
        viewModel.looked().subscribe(this::offerRevisions);
        viewModel.row().subscribe(this::choose);
        viewModel.looked().subscribe(this::show);
    }

    private void tellProblem() {
        ProblemText why = viewModel.problem();
        problem.setSentenceId("pageProblem");
        problem.tell(why);
        problem.offer("pageAgain", texts.get("again"), why.isNotEmpty(), viewModel::again);
        problem.offer(
                "pageToken", texts.get("token"), hub.account().helps(why), viewModel::askForToken);
    }

    private void beginRevisions(@Nullable HubRow row) {
        Visibility.set(revision, row instanceof HubRow.One);
        revision.offer(List.of(Revision.MAIN));
    }

    /// What was offered stays while another revision is asked for.
    private void offerRevisions(@Nullable LookedAt looked) {
        if (looked != null && looked.page().isPresent()) {
            revision.offer(looked.revisions());
        }
    }

    private static Label label(String style) {
        var label = new Label();
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }

    private void makePages() {
        var group = new ToggleGroup();
        group.getToggles().addAll(cardPage, filesPage);
        cardPage.setId("pageCardChoice");
        filesPage.setId("pageFilesChoice");
        cardPage.getStyleClass().addAll("left-pill", "small");
        filesPage.getStyleClass().addAll("right-pill", "small");
        for (ToggleButton choice : new ToggleButton[] {cardPage, filesPage}) {
            // a second press on the chosen one would leave none chosen
            choice.setOnAction(_ -> choice.setSelected(true));
        }
        cardPage.setSelected(true);
        card.setId("pageCard");
        card.setEditable(false);
        card.setWrapText(true);
        card.setAccessibleText(texts.get("page.card"));
        card.setMinHeight(0);
        card.visibleProperty().bind(cardPage.selectedProperty());
        files.visibleProperty().bind(filesPage.selectedProperty());
        files.setId("pageFiles");
        files.setAccessibleText(texts.get("page.files.name"));
        files.setMinHeight(0);
        files.getStyleClass().add("dense");
        files.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        var path = new TableColumn<HubFile, String>(texts.get("files.path"));
        path.setPrefWidth(320);
        path.setCellValueFactory(row -> new SimpleStringProperty(row.getValue().path()));
        var size = new TableColumn<HubFile, Number>(texts.get("files.size"));
        size.setPrefWidth(80);
        size.getStyleClass().add("number-column");
        size.setCellValueFactory(row -> new SimpleObjectProperty<>(row.getValue().size()));
        size.setCellFactory(_ -> new NumberCell<>(PagePane::bytes));
        var fate = new TableColumn<HubFile, String>(texts.get("files.fate"));
        fate.setPrefWidth(110);
        fate.setCellValueFactory(
                row ->
                        new SimpleStringProperty(
                                texts.get(
                                        fetched.contains(row.getValue())
                                                ? "files.fetched"
                                                : "files.left")));
        files.getColumns().add(path);
        files.getColumns().add(size);
        files.getColumns().add(fate);
        HeaderWidths.keep(files);
        SortMenu.on(files);
    }

    /// "–" where the Hub does not tell.
    static String bytes(Number size) {
        return size.longValue() < 0 ? "–" : Numbers.bytes(size.longValue());
    }

    private void choose(@Nullable HubRow row) {
        Visibility.set(empty, row == null);
        Visibility.set(pair, row instanceof HubRow.Paired);
        Visibility.set(copy, row instanceof HubRow.One);
        pair.getChildren().clear();
        switch (row) {
            case null -> title.setText("");
            case HubRow.Paired paired -> {
                title.setText(
                        texts.get("pair.title", ModelWords.language(paired.pair().language())));
                var note = label("text-muted");
                note.setText(paired.pair().note());
                pair.getChildren().add(note);
                addOne("pair.source", "pairSource", paired.pair().source());
                addOne("pair.helper", "pairHelper", paired.pair().helper());
            }
            case HubRow.One one -> title.setText(one.id().name());
        }
        Visibility.set(title, row != null);
        show(viewModel.looked().get());
    }

    private void addOne(String role, String id, RepositoryId model) {
        var what = label("text-muted");
        String known = catalogued(hub.row(model));
        what.setText(texts.get(role) + (known.isEmpty() ? "" : "\n" + known));
        var look = new Button(model.name());
        look.setId(id);
        look.setOnAction(_ -> open.accept(model));
        pair.getChildren().addAll(what, look);
    }

    private void show(@Nullable LookedAt looked) {
        boolean told = looked != null && looked.page().isPresent();
        Visibility.set(pages, told);
        Visibility.set(page, told);
        Visibility.set(facts, told || !catalogued(viewModel.row().get()).isEmpty());
        Visibility.set(memory, told);
        facts.setText(catalogued(viewModel.row().get()));
        if (looked != null) {
            looked.page().ifPresent(is -> fill(is, looked));
        }
    }

    private void fill(RepositoryPage is, LookedAt looked) {
        HubRepository model = is.repository();
        facts.setText(words.of(model) + noted(viewModel.row().get()));
        Visibility.set(memory, !is.closed());
        memory.setText(
                looked.memory()
                        .map(needed -> words.memory(needed, looked.freeMemory()))
                        .orElse(texts.get("memory.unknown")));
        String none = texts.get(is.closed() ? "page.card.closed" : "page.card.none");
        String plain = CardText.plain(is.cardText());
        card.setText(plain.isEmpty() ? none : plain);
        card.setScrollTop(0);
        fetched = new HashSet<>(is.fetched());
        filesPage.setText(
                texts.get(
                        "page.files",
                        model.files().size(),
                        is.fetched().size(),
                        Numbers.bytes(HubRepository.bytes(is.fetched()))));
        var sorted = new ArrayList<>(is.fetched());
        model.files().stream().filter(file -> !fetched.contains(file)).forEach(sorted::add);
        files.getItems().setAll(sorted);
        files.sort();
    }

    /// What the catalogue says of a row's model; empty when it does not know it.
    private String catalogued(@Nullable HubRow row) {
        return row instanceof HubRow.Recommended(CatalogueEntry entry)
                ? hub.facts(entry) + noted(row)
                : "";
    }

    private static String noted(@Nullable HubRow row) {
        return row instanceof HubRow.Recommended(CatalogueEntry entry) && !entry.note().isEmpty()
                ? " · " + entry.note()
                : "";
    }
}
