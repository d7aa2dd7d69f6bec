package org.clpworkbench.ui.overlap;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;

import org.clpworkbench.ui.WorkbenchWindow;
import org.clpworkbench.ui.common.ScreenName;
import org.junit.jupiter.api.AfterEach;
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

import javax.imageio.ImageIO;

/// The screen's whole job in the real window, by mouse and keyboard. 1,603 of the embedded helper's
/// 8,192 tokens are anchors, as the reference implementation counts them.
class OverlapScreenTest {
    @TempDir private Path folder;
    private WorkbenchWindow window;

    @BeforeEach
    void open() throws Exception {
        window = WorkbenchWindow.open(folder);
        window.open(ScreenName.OVERLAP);
        window.await("the count", () -> window.text("#answer").contains("of running text"));
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    @Test
    void tellsWhatTheMatchingRulesFindAndMatchesByTheOneThatIsChosen() throws IOException {
        assertThat(column("#groups", 0)).containsExactly("✓ exact", "canonical", "fuzzy", "roles");
        assertThat(column("#groups", 4)).startsWith("1603");
        pictures("overlap-rules");
        focus("#groups");
        window.robot().push(KeyCode.HOME);
        window.robot().push(KeyCode.DOWN);
        window.robot().push(KeyCode.DOWN);
        window.robot().push(KeyCode.ENTER);
        window.await("the other rule", () -> column("#groups", 0).contains("✓ fuzzy"));
        window.await("its anchors", () -> !window.text("#anchors").isEmpty());
        assertThat(window.text("#anchors")).doesNotStartWith("1,603");
    }

    @Test
    void showsTheTokensOfAGroupOnly() throws IOException {
        group("FREQUENCY");
        window.await("the groups", () -> column("#groups", 0).contains("the top 100"));
        window.await("its row", () -> window.robot().lookup("the top 100").tryQuery().isPresent());
        window.robot().clickOn("the top 100");
        window.await("its tokens", () -> rows() == 100);
        assertThat(window.text("#onlyGroup")).isEqualTo("Only: the top 100");
        pictures("overlap-frequency");
        window.click("#onlyGroup");
        window.await("all tokens", () -> rows() == 8192);

        group("SCRIPT");
        window.await("the scripts", () -> column("#groups", 0).contains("Latin"));
        int latin = Integer.parseInt(column("#groups", 3).getFirst());
        focus("#groups");
        window.robot().push(KeyCode.HOME);
        window.await("the Latin tokens", () -> rows() == latin);
        group("WORD_START");
        window.await("all tokens", () -> rows() == 8192);
        assertThat(column("#groups", 3).stream().mapToInt(Integer::parseInt).sum()).isEqualTo(8192);
        group("LENGTH");
        window.await("the lengths", () -> column("#groups", 0).contains("9 or more"));
    }

    @Test
    void measuresBothTokenizersOnATextOfTheUsers() throws IOException {
        window.click("#textPage");
        window.await("the figures", () -> column("#figures", 0).contains("Tokens per word"));
        assertThat(window.text("#textName")).startsWith("german-validation.txt: ");
        pictures("overlap-text");
        Path own = Files.writeString(folder.resolve("own.txt"), "Das ist das Haus.\n");
        window.dialogs().willAnswer(own);
        window.click("#chooseText");
        window.await("it counted", () -> window.text("#textName").contains("own.txt: 4 words"));
        assertThat(window.text("#textName")).contains("18\u202fB");
        focus("#figures");
        window.robot().push(KeyCode.HOME);
        window.robot().push(KeyCode.DOWN);
        window.await("its meaning", () -> window.text("#figureMeaning").startsWith("Fertility"));

        Path none = Files.writeString(folder.resolve("none.txt"), "\n");
        window.dialogs().willAnswer(none);
        window.click("#chooseText");
        window.await("why not", () -> window.text("#textProblem").contains("holds no words"));
        assertThat(window.text("#answer")).contains("vocabulary is shared");
        pictures("overlap-no-text");
    }

    @Test
    void searchesFiltersSortsAndExportsTheTable() throws IOException {
        window.click("#search");
        window.robot().write("haus");
        window.await("the search", () -> rows() < 100);
        onFx(() -> window.node("#kind", ComboBox.class).getSelectionModel().select(2));
        window.await("only missing ones", () -> column("#table", 1).stream().allMatch(kind()));
        List<String> byId = column("#table", 2);
        sortBy("Length");
        sortBy("Length");
        window.await("the order", () -> !column("#table", 2).equals(byId));
        List<Integer> lengths = column("#table", 4).stream().map(Integer::valueOf).toList();
        assertThat(lengths).isSortedAccordingTo((a, b) -> b - a);

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
                .contains("exact,8192,1603");

        window.click("#search");
        window.robot().write("zzzzzz");
        window.await("none", () -> rows() == 0);
        pictures("overlap-none");
        window.robot().clickOn("Show all tokens");
        window.await("all tokens", () -> rows() == 8192);
    }

    private static Predicate<String> kind() {
        return word -> word.contains("missing");
    }

    @Test
    void opensATokenOfTheTableInItsNeighbourhood() {
        window.click("#search");
        window.robot().write("haus");
        window.await("the search", () -> rows() > 0 && rows() < 100);
        focus("#table");
        window.robot().push(KeyCode.HOME);
        String token = WorkbenchWindow.onFxThread(this::selected);
        window.robot().push(KeyCode.ENTER);
        window.await("its neighbours", () -> window.text("#answer").contains("lives among"));
        assertThat(window.text("#answer").toLowerCase(Locale.ROOT)).contains("haus");
        assertThat(token.toLowerCase(Locale.ROOT)).contains("haus");

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
    void selectsATokenOfTheSentenceByKeyAndMouse() throws IOException {
        window.click("#sentencePage");
        window.click("#sentence");
        window.robot().push(KeyCode.CONTROL, KeyCode.A);
        window.robot().write("Computer im Haus");
        window.await("the chips", () -> children("#helperChips").size() < 8);
        pictures("overlap-sentence");
        window.robot().push(KeyCode.TAB);
        assertThat(focused()).isEqualTo(children("#helperChips").getFirst());
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

    private void group(String by) {
        onFx(
                () -> {
                    ComboBox<?> box = window.node("#grouping", ComboBox.class);
                    for (int at = 0; at < box.getItems().size(); at++) {
                        if (box.getItems().get(at).toString().contains(by)) {
                            box.getSelectionModel().select(at);
                        }
                    }
                });
    }

    /// By the table's menu.
    private void sortBy(String column) {
        onFx(
                () -> {
                    TableView<?> table = window.node("#table", TableView.class);
                    Menu sorting = (Menu) table.getContextMenu().getItems().getLast();
                    for (MenuItem item : sorting.getItems()) {
                        if (item.getText().equals(column)) {
                            item.fire();
                        }
                    }
                });
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

    /// Light and dark, in a small and in a large window.
    private void pictures(String name) throws IOException {
        for (String theme : new String[] {"dark", "light"}) {
            window.theme(theme);
            WorkbenchWindow.pause(200);
            for (int[] size : new int[][] {{1024, 700}, {1600, 1000}}) {
                WritableImage image = WorkbenchWindow.onFxThread(() -> picture(size[0], size[1]));
                Path file =
                        Path.of("target/pictures", "%s-%d-%s.png".formatted(name, size[0], theme));
                Files.createDirectories(Path.of("target/pictures"));
                ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
            }
        }
    }

    private WritableImage picture(int width, int height) {
        Scene shown = window.scene();
        Parent root = shown.getRoot();
        Node focus = shown.getFocusOwner();
        shown.setRoot(new Group());
        var scene = new Scene(root, width, height);
        scene.getStylesheets().setAll(shown.getStylesheets());
        scene.snapshot(null);
        WritableImage image = scene.snapshot(null);
        scene.setRoot(new Group());
        shown.setRoot(root);
        if (focus != null) {
            focus.requestFocus();
        }
        return image;
    }
}
