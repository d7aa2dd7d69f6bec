package org.clpworkbench.ui.overlap;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;

import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.embedded.EmbeddedDemo;
import org.clpworkbench.ui.Person;
import org.clpworkbench.ui.TestContext;
import org.clpworkbench.ui.chart.OnScreen;
import org.clpworkbench.ui.common.ScreenName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// What a person takes away of the figures on a text of four words.
class TextPaneTest {
    private static final String TEXT = "Das ist das Haus.\n";

    @TempDir private Path folder;
    private TestContext test;
    private OverlapViewModel viewModel;
    private Scene scene;
    private final Person person = new Person(() -> scene);

    /// What stands above the columns, with tabs between.
    private String head;

    /// Into how many tokens the source and the helper cut the text.
    private List<Integer> tokens;

    @BeforeEach
    void count() throws Exception {
        test = new TestContext(folder);
        viewModel = OnScreen.get(() -> new OverlapViewModel(test.context()));
        scene = OnScreen.get(() -> OnScreen.show(new TextPane(viewModel), 520, 460));
        assertThat(person.sees("#copyFigures")).isTrue();
        assertThat(node("#copyFigures").isDisabled()).isTrue();
        assertThat(node("#exportFigures").isDisabled()).isTrue();
        EmbeddedDemo demo = EmbeddedDemo.unpack(folder.resolve("embedded"));
        ModelSummary source = ModelSummary.read(demo.source());
        ModelSummary helper = ModelSummary.read(demo.helper());
        Path own = Files.writeString(folder.resolve("own.txt"), TEXT);
        OnScreen.run(
                () -> {
                    test.pair().source().set(source);
                    test.pair().helper().set(helper);
                    viewModel.text().choose(own);
                });
        OnScreen.await(() -> viewModel.counted().get() != null);
        head = "own.txt\t" + source.name() + "\t" + helper.name() + "\n";
        List<String> counted = TextFigures.of(folder.resolve("embedded"), TEXT).getFirst();
        tokens = List.of(Integer.valueOf(counted.get(1)), Integer.valueOf(counted.get(2)));
    }

    @AfterEach
    void close() throws Exception {
        OnScreen.run(() -> scene.getWindow().hide());
        OnScreen.run(viewModel::close);
        test.close();
    }

    @Test
    void copiesAllFiguresOrTheSelectedLine() throws Exception {
        person.click("#copyFigures");
        String all = clipboard();
        assertThat(all)
                .startsWith(head + "words\t4\t4\nbytes\t18\t18\n")
                .contains("\ntokens\t%d\t%d\n".formatted(tokens.getFirst(), tokens.getLast()));
        // the name of the text, its words and bytes, and the seven lines of the table
        assertThat(all.lines()).hasSize(10);

        OnScreen.run(() -> node("#figures").requestFocus());
        person.press(KeyCode.CONTROL, KeyCode.C);
        assertThat(clipboard()).isEqualTo(all);
        person.press(KeyCode.HOME);
        person.press(KeyCode.DOWN);
        person.press(KeyCode.CONTROL, KeyCode.C);
        assertThat(clipboard())
                .isEqualTo(
                        head
                                + String.format(
                                        Locale.ROOT,
                                        "tokens_per_word\t%.6f\t%.6f\n",
                                        tokens.getFirst() / 4.0,
                                        tokens.getLast() / 4.0));
    }

    @Test
    void exportsThemAsTheyAreCopied() throws Exception {
        person.click("#copyFigures");
        Path file = folder.resolve("figures.csv");
        test.dialogs().willAnswer(file);
        person.click("#exportFigures");
        OnScreen.await(() -> viewModel.files().note().get().contains("figures.csv"));
        assertThat(Files.readString(file))
                .isEqualTo(clipboard().replace('\t', ',').replace("\n", "\r\n"));
    }

    @Test
    void leadsToTheDataScreenWithRowsAndWhatIsPacked() throws Exception {
        assertThat(person.sees("#textData")).isFalse();
        String row = "{\"text\": \"Das ist das Haus.\"}\n";
        Path rows = Files.writeString(folder.resolve("rows.jsonl"), row);
        OnScreen.run(() -> viewModel.text().choose(rows));
        assertThat(problem()).startsWith("rows.jsonl is no running text.");
        assertThat(viewModel.counted().get()).isNull();
        person.click("#textData");
        assertThat(test.opened()).containsExactly(ScreenName.DATA);

        // no ending tells of it
        Path other = Files.write(folder.resolve("other.md"), new byte[] {'H', (byte) 0xf6, 'f'});
        OnScreen.run(() -> viewModel.text().choose(other));
        OnScreen.await(() -> problem().contains("other.md is not UTF-8"));
        assertThat(viewModel.counted().get()).isNull();
        assertThat(person.sees("#textData")).isFalse();
    }

    private String problem() {
        return ((Labeled) node("#textProblem")).getText();
    }

    private Node node(String query) {
        return scene.getRoot().lookup(query);
    }

    private static String clipboard() throws Exception {
        return OnScreen.get(() -> Clipboard.getSystemClipboard().getString());
    }
}
