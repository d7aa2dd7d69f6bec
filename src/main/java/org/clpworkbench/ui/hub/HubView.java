package org.clpworkbench.ui.hub;

import javafx.beans.property.Property;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ScrollPane.ScrollBarPolicy;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.clpworkbench.hub.CatalogueEntry.Role;
import org.clpworkbench.hub.RepositoryId;
import org.clpworkbench.ui.common.EmptyState;
import org.clpworkbench.ui.common.Fxml;
import org.clpworkbench.ui.common.Hint;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.ProblemBar;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.common.Visibility;
import org.clpworkbench.ui.common.WordConverter;
import org.clpworkbench.ui.common.WorkingBar;

import java.text.Collator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// The Hub: what is looked for, the list, the page of what is chosen in it, downloads, the account.
public final class HubView {
    private static final List<String> TASKS = List.of(HubFilter.TEXT_GENERATION, "fill-mask", "");
    private static final List<String> LICENCES =
            List.of(
                    "",
                    "mit",
                    "apache-2.0",
                    "bigscience-bloom-rail-1.0",
                    "cc-by-4.0",
                    "cc-by-sa-4.0",
                    "cc-by-nc-4.0",
                    "openrail");

    private final Texts texts = Texts.of(HubView.class);
    private final HubViewModel viewModel;
    private final Parent root;

    @FXML private VBox top;
    @FXML private TextField hubWords;
    @FXML private ComboBox<Optional<Role>> role;
    @FXML private ComboBox<String> language;
    @FXML private ComboBox<SizeLimit> size;
    @FXML private ComboBox<String> licence;
    @FXML private ComboBox<String> task;
    @FXML private ProblemBar hubProblem;
    @FXML private Label unanswered;
    @FXML private Label hubFound;
    @FXML private Button toCatalogue;
    @FXML private ListView<HubRow> hubList;
    @FXML private Button hubMore;
    @FXML private VBox right;
    @FXML private VBox bottom;

    public HubView(HubViewModel viewModel) {
        this.viewModel = viewModel;
        this.root = Fxml.load(this);
        viewModel.begin();
    }

    public Parent root() {
        return root;
    }

    @FXML
    void initialize() {
        top.getChildren().add(1, new WorkingBar(viewModel.searching(), viewModel::again));
        hubWords.textProperty().bindBidirectional(viewModel.words());
        offer(role, List.of(Optional.empty(), of(Role.SOURCE), of(Role.HELPER)), this::roleName);
        offer(language, languages(), this::languageName);
        offer(licence, LICENCES, this::licenceName);
        offer(task, TASKS, this::taskName);
        size.setItems(viewModel.sizes());
        size.setConverter(new WordConverter<>(this::sizeName));
        bind(role, viewModel.role());
        bind(language, viewModel.language());
        bind(size, viewModel.size());
        bind(licence, viewModel.licence());
        bind(task, viewModel.task());
        Visibility.bind(role, viewModel.found().not());
        Visibility.bind(task, viewModel.found());
        Hint.on(language, texts.get("language.hint"));
        Hint.on(size, texts.get("size.hint"));
        AccountViewModel account = viewModel.account();
        hubProblem.tell(viewModel.problem());
        hubProblem.offer("hubAgain", texts.get("again"), viewModel.unanswered(), viewModel::again);
        hubProblem.offer(
                "hubToken",
                texts.get("token"),
                account.helps(viewModel.problem()),
                () -> account.asked().set(true));
        Visibility.bind(unanswered, viewModel.unanswered());
        hubFound.textProperty().bind(viewModel.heading());
        Visibility.bind(toCatalogue, viewModel.found());
        Visibility.bind(hubMore, viewModel.more());
        fillList();
        var page = new ScrollPane(new PagePane(viewModel, this::open));
        page.setFitToWidth(true);
        page.setFitToHeight(true);
        page.setHbarPolicy(ScrollBarPolicy.NEVER);
        page.setMinHeight(0);
        page.getStyleClass().addAll("plain", "hub-page-place");
        VBox.setVgrow(page, Priority.ALWAYS);
        right.getChildren().add(page);
        bottom.getChildren()
                .addAll(
                        new DownloadsPane(viewModel.downloads()),
                        new AccountPane(account, viewModel.hub()));
    }

    private void fillList() {
        hubList.setCellFactory(_ -> new HubRowCell(viewModel));
        hubList.setItems(viewModel.rows());
        hubList.setPlaceholder(
                new EmptyState(texts.get("list.none"), texts.get("list.all"), viewModel::showAll));
        hubList.getSelectionModel()
                .selectedItemProperty()
                .addListener(
                        (_, _, now) -> {
                            if (now != null) { // what was chosen stays when the list changes
                                viewModel.page().row().set(now);
                            }
                        });
    }

    /// Opens the page of one of a pair's models, and its row when there is one.
    private void open(RepositoryId id) {
        HubRow row = viewModel.row(id);
        hubList.getSelectionModel().select(row);
        hubList.scrollTo(row);
        viewModel.page().row().set(row);
    }

    private static Optional<Role> of(Role role) {
        return Optional.of(role);
    }

    private static <T> void offer(
            ComboBox<T> box, List<? extends T> choices, Function<T, String> words) {
        box.getItems().setAll(choices);
        box.setConverter(new WordConverter<>(words));
    }

    private static <T> void bind(ComboBox<T> box, Property<T> value) {
        box.valueProperty().bindBidirectional(value);
    }

    /// Any, then all of two letters that have a name in the language that is spoken, by their
    /// names.
    private static List<String> languages() {
        var codes = new ArrayList<String>();
        for (String code : Locale.getISOLanguages()) {
            if (code.length() == 2 && !ModelWords.language(code).equals(code)) {
                codes.add(code);
            }
        }
        var collator = Collator.getInstance(Texts.language());
        codes.sort(
                (one, other) ->
                        collator.compare(ModelWords.language(one), ModelWords.language(other)));
        codes.addFirst("");
        return codes;
    }

    private String roleName(Optional<Role> wanted) {
        return texts.get(
                wanted.map(one -> "role." + one.name().toLowerCase(Locale.ROOT))
                        .orElse("role.any"));
    }

    private String languageName(String code) {
        return code.isEmpty() ? texts.get("language.any") : ModelWords.language(code);
    }

    private String licenceName(String name) {
        return name.isEmpty() ? texts.get("licence.any") : name;
    }

    private String taskName(String name) {
        return name.isEmpty() ? texts.get("task.any") : texts.get("task." + name);
    }

    private String sizeName(SizeLimit limit) {
        if (limit.most().isEmpty()) {
            return texts.get("size.any");
        }
        return texts.get(
                limit.trainable() ? "size.trainable" : "size.most",
                Numbers.count(limit.most().getAsLong()));
    }

    @FXML
    void search() {
        viewModel.search();
    }

    @FXML
    void searchMore() {
        viewModel.searchMore();
    }

    @FXML
    void showCatalogue() {
        viewModel.words().set("");
        viewModel.showCatalogue();
    }
}
