package org.clpworkbench.ui.overlap;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;

import org.clpworkbench.ui.FocusLook;
import org.clpworkbench.ui.WorkbenchWindow;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.ScreenName;
import org.clpworkbench.ui.common.TokenKind;
import org.clpworkbench.vocab.Matching;
import org.clpworkbench.vocab.Overlap;
import org.clpworkbench.vocab.Vocabulary;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/// The screen's whole job in the real window, by mouse and keyboard. 1,472 of the embedded helper's
/// 8,192 tokens are anchors, as the reference implementation counts them.
class OverlapScreenTest {
    @TempDir private static Path workspace;
    private static WorkbenchWindow window;

    @TempDir private Path folder;

    @BeforeAll
    static void open() throws Exception {
        window = WorkbenchWindow.open(workspace);
    }

    /// As it stands when it is opened: the window is the same for all.
    @BeforeEach
    void begin() {
        window.open(ScreenName.OVERLAP);
        window.await("the screen", () -> window.shows("#groupsPage"));
        onFx(
                () -> {
                    window.node("#groupsPage", ToggleButton.class).fire();
                    window.node("#matching", ComboBox.class).getSelectionModel().select(0);
                    window.node("#grouping", ComboBox.class).getSelectionModel().select(0);
                    window.node("#search", TextField.class).clear();
                    window.node("#kind", ComboBox.class).getSelectionModel().select(0);
                    TableView<?> table = window.node("#table", TableView.class);
                    table.getSortOrder().clear();
                    table.getSelectionModel().clearSelection();
                });
        if (!window.text("#textName").startsWith("german-validation.txt")) {
            window.dialogs().willAnswer(workspace.resolve("embedded/german-validation.txt"));
            window.fire("#chooseText");
        }
        window.await("the count", () -> window.text("#answer").contains("of running text"));
        window.await("the rule", () -> column("#groups", 0).contains("✓ exact"));
        window.await("all tokens", () -> rows() == 8192);
    }

    @AfterAll
    static void close() throws Exception {
        window.close();
    }

    @Test
    void tellsWhatTheMatchingRulesFindAndMatchesByTheOneThatIsChosen() throws IOException {
        assertThat(column("#groups", 0)).containsExactly("✓ exact", "canonical", "fuzzy", "roles");
        assertThat(column("#groups", 4)).startsWith("1472");
        window.pictures("overlap-rules");
        focus("#groups");
        window.robot().push(KeyCode.HOME);
        window.robot().push(KeyCode.DOWN);
        window.robot().push(KeyCode.DOWN);
        window.robot().push(KeyCode.ENTER);
        window.await("the other rule", () -> column("#groups", 0).contains("✓ fuzzy"));
        window.await("its anchors", () -> !window.text("#anchors").isEmpty());
        assertThat(window.text("#anchors")).doesNotStartWith("1,472");

        // several of the helper's tokens are one of the source's, so that both are counted
        var overlap = fuzzy();
        String ofHelper = Numbers.whole(overlap.sharedOfTarget());
        String ofSource = Numbers.whole(overlap.sharedOfSource());
        assertThat(overlap.sharedOfSource()).isLessThan(overlap.sharedOfTarget());
        assertThat(legends())
                .contains(
                        "● %s anchors in German helper, which are %s tokens of English small"
                                .formatted(ofHelper, ofSource))
                .anyMatch(
                        words ->
                                words.startsWith(
                                        "○ "
                                                + Numbers.whole(
                                                        overlap.source().size()
                                                                - overlap.sharedOfSource())
                                                + " only in English"));
        assertThat(accessibleTexts())
                .anyMatch(
                        words ->
                                words.contains(
                                        "%s of the source’s and %s of the helper’s are in both"
                                                .formatted(ofSource, ofHelper)));
        Path file = folder.resolve("rules.csv");
        window.dialogs().willAnswer(file);
        window.fire("#exportGroups");
        window.await("the rules", () -> window.text("#note").contains("rules.csv"));
        assertThat(Files.readAllLines(file))
                .first()
                .isEqualTo("group,tokens,anchors,source_tokens,in_text,anchors_in_text");
        assertThat(Files.readString(file))
                .contains(
                        "fuzzy,8192,%d,%d,"
                                .formatted(overlap.sharedOfTarget(), overlap.sharedOfSource()));
    }

    /// The overlap by the matching rule of that name, worked out anew.
    private static Overlap fuzzy() throws IOException {
        Path models = workspace.resolve("embedded");
        return Overlap.of(
                Vocabulary.read(models.resolve("english-small")),
                Vocabulary.read(models.resolve("german-helper")),
                Matching.FUZZY);
    }

    private List<String> legends() {
        return WorkbenchWindow.onFxThread(
                () ->
                        window.scene().getRoot().lookupAll(".legend").stream()
                                .map(node -> ((Labeled) node).getText())
                                .toList());
    }

    private List<String> accessibleTexts() {
        return WorkbenchWindow.onFxThread(
                () ->
                        window.scene().getRoot().lookup(".screen").lookupAll("*").stream()
                                .map(node -> String.valueOf(node.getAccessibleText()))
                                .toList());
    }

    @Test
    void showsTheTokensOfAGroupOnly() throws IOException {
        window.choose("#grouping", "frequency in the text");
        window.await("the groups", () -> column("#groups", 0).contains("the top 100"));
        window.await("its row", () -> window.robot().lookup("the top 100").tryQuery().isPresent());
        window.robot().clickOn("the top 100");
        window.await("its tokens", () -> rows() == 100);
        assertThat(window.text("#onlyGroup")).isEqualTo("Only: the top 100");
        window.pictures("overlap-frequency");
        window.click("#onlyGroup");
        window.await("all tokens", () -> rows() == 8192);

        window.choose("#grouping", "script");
        window.await("the scripts", () -> column("#groups", 0).contains("Latin"));
        int latin = Integer.parseInt(column("#groups", 3).getFirst());
        focus("#groups");
        window.robot().push(KeyCode.HOME);
        window.await("the Latin tokens", () -> rows() == latin);
        window.choose("#grouping", "word start");
        window.await("all tokens", () -> rows() == 8192);
        assertThat(column("#groups", 3).stream().mapToInt(Integer::parseInt).sum()).isEqualTo(8192);
        window.choose("#grouping", "token length");
        window.await("the lengths", () -> column("#groups", 0).contains("9 or more"));
    }

    @Test
    void measuresBothTokenizersOnATextOfTheUsers() throws IOException {
        window.click("#textPage");
        window.await("the figures", () -> column("#figures", 0).contains("Tokens per word"));
        assertThat(window.text("#textName")).startsWith("german-validation.txt: ");
        window.pictures("overlap-text");
        String text = "Das ist das Haus.\n";
        Path own = Files.writeString(folder.resolve("own.txt"), text);
        window.dialogs().willAnswer(own);
        window.click("#chooseText");
        window.await("it counted", () -> window.text("#textName").contains("own.txt: 4 words"));
        assertThat(window.text("#textName")).contains("18\u202fB");
        focus("#figures");
        window.robot().push(KeyCode.HOME);
        window.robot().push(KeyCode.DOWN);
        window.await("its meaning", () -> window.text("#figureMeaning").startsWith("Fertility"));
        for (List<String> line : TextFigures.of(workspace.resolve("embedded"), text)) {
            assertThat(window.reads("#figures")).containsSequence(line);
        }

        Path none = Files.writeString(folder.resolve("none.txt"), "\n");
        window.dialogs().willAnswer(none);
        window.click("#chooseText");
        window.await("why not", () -> window.text("#textProblem").contains("holds no words"));
        assertThat(window.text("#answer")).contains("vocabulary is shared");
        window.pictures("overlap-no-text");
    }

    @Test
    void searchesFiltersSortsAndExportsTheTable() throws IOException {
        window.type("#search", "tabelle");
        window.await("the search", () -> rows() < 100);
        window.choose("#kind", TokenKind.MISSING.wordWithSymbol());
        window.await("only missing ones", () -> column("#table", 1).stream().allMatch(kind()));
        List<Integer> byId = lengths();
        sortBy("Length");
        List<Integer> ascending = byId.stream().sorted().toList();
        window.await("the shortest first", () -> lengths().equals(ascending));
        sortBy("Length (now ascending)");
        window.await("the longest first", () -> lengths().equals(ascending.reversed()));
        assertThat(ascending.getLast()).isGreaterThan(ascending.getFirst());

        Path file = folder.resolve("tokens.csv");
        window.dialogs().willAnswer(file);
        window.click("#export");
        window.await("the file", () -> window.text("#note").contains("tokens.csv"));
        List<String> lines = Files.readAllLines(file);
        assertThat(lines.getFirst()).startsWith("token,spelled,kind,id,source_id,length,in_text");
        assertThat(lines.stream().skip(1).map(line -> line.split(",")[3]))
                .containsExactlyElementsOf(column("#table", 2));
        assertThat(Files.readString(file)).contains("\r\n").contains(",missing,");

        Path parts = folder.resolve("parts.csv");
        window.dialogs().willAnswer(parts);
        window.click("#exportGroups");
        window.await("the parts", () -> window.text("#note").contains("parts.csv"));
        assertThat(Files.readAllLines(parts))
                .hasSize(5)
                .element(1)
                .asString()
                .contains("exact,8192,1472,1472,");

        window.type("#search", "zzzzzz");
        window.await("none", () -> rows() == 0);
        window.pictures("overlap-none");
        window.robot().clickOn("Show all tokens");
        window.await("all tokens", () -> rows() == 8192);
    }

    private static Predicate<String> kind() {
        return word -> word.contains("missing");
    }

    @Test
    void opensATokenOfTheTableInItsNeighbourhood() {
        window.click("#search");
        window.robot().write("tabelle");
        window.await("the search", () -> rows() > 0 && rows() < 100);
        focus("#table");
        window.robot().push(KeyCode.HOME);
        String token = WorkbenchWindow.onFxThread(this::selected);
        window.robot().push(KeyCode.ENTER);
        window.await("its neighbours", () -> window.text("#answer").contains("lives among"));
        assertThat(window.text("#answer").toLowerCase(Locale.ROOT)).contains("tabelle");
        assertThat(token.toLowerCase(Locale.ROOT)).contains("tabelle");

        // what is looked at there is selected here
        window.click("#search");
        window.robot().write("haben");
        window.robot().push(KeyCode.ENTER);
        window.await("another", () -> window.text("#answer").contains("haben"));
        window.open(ScreenName.OVERLAP);
        onFx(() -> window.node("#search", TextField.class).clear());
        window.await("it here", () -> selected().contains("haben"));
    }

    @Test
    void selectsATokenOfTheSentenceByKeyAndMouse() throws Exception {
        window.click("#sentencePage");
        window.click("#sentence");
        window.robot().push(KeyCode.CONTROL, KeyCode.A);
        window.robot().write("Computer im Haus");
        window.await("the chips", () -> children("#helperChips").size() < 8);
        window.pictures("overlap-sentence");
        window.robot().push(KeyCode.TAB);
        Node first = children("#helperChips").getFirst();
        assertThat(focused()).isEqualTo(first);
        FocusLook.assertSeen(first, first, window.node("#search", TextField.class));
        window.robot().push(KeyCode.END);
        Node last = children("#helperChips").getLast();
        assertThat(focused()).isEqualTo(last);
        window.robot().push(KeyCode.SPACE);
        String word = last.getAccessibleText();
        window.await("it in the table", () -> word.startsWith(selected() + ","));
        window.robot().clickOn(children("#helperChips").getFirst());
        window.await("the first", () -> !word.startsWith(selected() + ","));
        window.robot().push(KeyCode.ENTER);
        window.await("its neighbours", () -> window.text("#answer").contains("lives among"));
    }

    @Test
    void theRailLeadsToTheNeighboursOfWhatIsSelectedInTheTableOrTheSentence() {
        window.type("#search", "tabelle");
        window.await("the search", () -> rows() > 0 && rows() < 100);
        focus("#table");
        window.robot().push(KeyCode.HOME);
        String row = WorkbenchWindow.onFxThread(this::selected);
        window.click("#rail-neighbours");
        window.await("the row", () -> window.text("#answer").contains(row + "’ lives among"));

        window.open(ScreenName.OVERLAP);
        window.click("#sentencePage");
        window.type("#sentence", "Computer im Haus");
        window.await("the chips", () -> children("#helperChips").size() < 8);
        Node last = children("#helperChips").getLast();
        window.click(last);
        window.await(
                "it in the table", () -> last.getAccessibleText().startsWith(selected() + ","));
        String chip = WorkbenchWindow.onFxThread(this::selected);
        window.click("#rail-neighbours");
        window.await("the chip", () -> window.text("#answer").contains(chip + "’ lives among"));
    }

    @Test
    void namesEverythingThatCanBeFocused() {
        List<Node> unnamed =
                WorkbenchWindow.onFxThread(
                        () ->
                                window.scene().getRoot().lookup(".screen").lookupAll("*").stream()
                                        .filter(Node::isFocusTraversable)
                                        .filter(Node::isVisible)
                                        .filter(OverlapScreenTest::nameless)
                                        .toList());
        assertThat(unnamed).isEmpty();
    }

    private static boolean nameless(Node node) {
        boolean spoken = node.getAccessibleText() != null && !node.getAccessibleText().isBlank();
        boolean written = node instanceof Labeled words && !words.getText().isBlank();
        return !spoken && !written;
    }

    /// The head of a column, which is where a person clicks to sort by it.
    private List<Integer> lengths() {
        return column("#table", 4).stream().map(Integer::valueOf).toList();
    }

    private void sortBy(String item) {
        focus("#table");
        window.robot().push(KeyCode.F3);
        window.takeByKeys(item);
    }

    private void focus(String query) {
        onFx(() -> window.node(query, Node.class).requestFocus());
    }

    private Node focused() {
        return WorkbenchWindow.onFxThread(() -> window.scene().getFocusOwner());
    }

    private String selected() {
        TableView<?> table = window.node("#table", TableView.class);
        return table.getSelectionModel().getSelectedItem() instanceof TokenRow row
                ? row.display()
                : "";
    }

    private int rows() {
        return WorkbenchWindow.onFxThread(
                () -> window.node("#table", TableView.class).getItems().size());
    }

    private List<Node> children(String pane) {
        return WorkbenchWindow.onFxThread(
                () -> List.copyOf(window.node(pane, Pane.class).getChildren()));
    }

    /// What stands in a table's column, from the top.
    private List<String> column(String table, int column) {
        return WorkbenchWindow.onFxThread(
                () -> {
                    TableView<?> view = window.node(table, TableView.class);
                    var cells = new ArrayList<String>();
                    for (int row = 0; row < view.getItems().size(); row++) {
                        cells.add(String.valueOf(view.getColumns().get(column).getCellData(row)));
                    }
                    return cells;
                });
    }

    private static void onFx(Runnable act) {
        WorkbenchWindow.onFxThread(
                () -> {
                    act.run();
                    return true;
                });
    }
}
