package org.clpworkbench.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.data.DataSet;
import org.clpworkbench.data.Preview;
import org.clpworkbench.data.text.TextUnit;
import org.clpworkbench.data.text.WrittenFiles;
import org.clpworkbench.embedded.EmbeddedDemo;
import org.clpworkbench.hub.HubCache;
import org.clpworkbench.settings.SettingsFile;
import org.clpworkbench.settings.Workspace;
import org.clpworkbench.ui.TestContext;
import org.clpworkbench.ui.WorkbenchWindow;
import org.clpworkbench.ui.common.Pair;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxToolkit;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class DataViewModelTest {
    @TempDir Path folder;
    private EmbeddedDemo demo;
    private TestContext test;
    private SettingsFile settings;
    private DataViewModel viewModel;

    @BeforeAll
    static void startTheToolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    private HubCache hub() {
        return new HubCache(folder.resolve("hub"), true);
    }

    @BeforeEach
    void begin() throws IOException {
        Path workspace = folder.resolve("workspace");
        demo = EmbeddedDemo.unpack(new Workspace(workspace).embedded());
        test = new TestContext(workspace);
        settings = new SettingsFile(workspace.resolve("settings.json"));
        ModelSummary source = ModelSummary.read(demo.source());
        ModelSummary helper = ModelSummary.read(demo.helper());
        on(
                () -> {
                    test.pair().source().set(source);
                    test.pair().helper().set(helper);
                });
        viewModel = new DataViewModel(test.context(), settings, hub());
        on(viewModel::begin);
        await("the embedded text", () -> test.pair().text().get() != null);
    }

    @AfterEach
    void close() {
        test.close();
        settings.close();
    }

    private static void on(Runnable work) {
        WorkbenchWindow.onFxThread(
                () -> {
                    work.run();
                    return true;
                });
    }

    private static void await(String what, BooleanSupplier come) {
        WorkbenchWindow.waitUntil(what, come);
    }

    private Path write(String name, String text) throws IOException {
        return WrittenFiles.write(folder.resolve(name), text);
    }

    private List<String> beginnings() {
        Preview shown = viewModel.shown().get();
        return shown == null
                ? List.of()
                : shown.samples().stream().map(Preview.Sample::beginning).toList();
    }

    private DataSet data() {
        return Objects.requireNonNull(test.pair().data().get());
    }

    @Test
    void theEmbeddedTextsAreReadAsTheyLie() {
        assertThat(data()).isEqualTo(DataSet.of(demo.training(), demo.validation()));
        assertThat(test.pair().text().get()).isEqualTo(demo.training());
        assertThat(test.pair().validation().get()).isEqualTo(demo.validation());
        assertThat(settings.current().chosen().data()).isEmpty();
    }

    @Test
    void whatIsLentToTheWindowIsEnteredAndNotRemembered() throws IOException {
        Path own = write("own.txt", "uno\ndos\n");
        var before = DataSet.of(own, write("kept.txt", "tres\n"));
        on(() -> viewModel.choose(before));
        await("own text", () -> own.equals(test.pair().text().get()));
        Pair kept = WorkbenchWindow.onFxThread(() -> test.pair().copy());
        var lent = DataSet.of(demo.training(), demo.validation());
        on(() -> test.pair().data().set(lent));
        await("German", () -> demo.training().equals(test.pair().text().get()));
        assertThat(viewModel.form().inputs().get()).containsExactly(demo.training().toString());
        assertThat(settings.current().chosen().data()).contains(before);

        on(() -> test.pair().takeUpTexts(kept));
        await("all changes", () -> viewModel.chosen().looking().current().get() == null);
        assertThat(viewModel.form().inputs().get()).containsExactly(own.toString());
        assertThat(data()).isEqualTo(before);
        assertThat(settings.current().chosen().data()).contains(before);
    }

    @Test
    void embeddedTextFollowsAnEmbeddedHelperIntoItsLanguage() throws IOException {
        ModelSummary spanish = ModelSummary.read(demo.spanish().helper());
        on(() -> test.pair().helper().set(spanish));
        await("Spanish", () -> demo.spanish().training().equals(test.pair().text().get()));
        assertThat(viewModel.chosen().own().get()).isFalse();
        assertThat(settings.current().chosen().data()).isEmpty();

        Path own = write("own.txt", "uno\ndos\n");
        on(() -> viewModel.add(List.of(own)));
        await("own text", () -> data().inputs().equals(List.of(own.toString())));
        ModelSummary german = ModelSummary.read(demo.german().helper());
        on(() -> test.pair().helper().set(german));
        await("all changes", () -> viewModel.chosen().own().get());
        assertThat(data().inputs()).containsExactly(own.toString());
        on(viewModel.chosen()::useEmbedded);
        await("German", () -> demo.german().training().equals(test.pair().text().get()));
    }

    @ParameterizedTest
    @CsvSource({
        "a.jsonl.gz, '{\"text\": \"eins\"}\n{\"text\": \"zwei\"}\n'",
        "a.jsonl.zst, '{\"text\": \"eins\"}\n{\"text\": \"zwei\"}\n'",
        "a.csv, 'id,text\n1,eins\n2,zwei\n'",
        "a.csv.zst, 'id,text\n1,eins\n2,zwei\n'",
        "a.tsv.gz, 'id\ttext\n1\teins\n2\tzwei\n'"
    })
    void previewsRowsOfEveryFormat(String name, String content) throws IOException {
        Path file = write(name, content);
        on(
                () -> {
                    viewModel.inView(true);
                    viewModel.add(List.of(file));
                });
        await("the rows", () -> beginnings().equals(List.of("eins", "zwei")));
        // own texts take the embedded ones' place
        assertThat(data().inputs()).containsExactly(file.toString());
        assertThat(data().validation()).isEmpty();
        assertThat(settings.current().chosen().data()).contains(data());
    }

    @Test
    void previewsParquetByANestedColumn() throws URISyntaxException {
        Path file =
                Path.of(
                        Objects.requireNonNull(
                                        getClass()
                                                .getResource(
                                                        "/org/clpworkbench/data/text/texts-snappy.parquet"))
                                .toURI());
        on(
                () -> {
                    viewModel.inView(true);
                    viewModel.add(List.of(file));
                    viewModel.form().column().set("meta.body");
                });
        await("the rows", () -> beginnings().equals(List.of("eins", "drei", "fünf")));
    }

    /// 1,000 lines of at most 17 bytes make one file, five pages and one paragraph: too few to keep
    /// 5 %, but lines are no documents unless somebody says so.
    @Test
    void cutsAPackedTextIntoPagesAndIntoLinesOnlyWhenAsked() throws IOException {
        String lines =
                IntStream.range(0, 1000)
                        .mapToObj("Zeile Nummer %d\n"::formatted)
                        .collect(Collectors.joining());
        Path file = write("a.txt.zst", lines);
        on(
                () -> {
                    viewModel.inView(true);
                    viewModel.add(List.of(file));
                });
        await("pages", () -> data().choices().unit() == TextUnit.PAGE);
        await("the pages", () -> beginnings().size() == 5);
        on(() -> viewModel.form().unit().set(Optional.of(TextUnit.LINE)));
        await("lines", () -> data().choices().unit() == TextUnit.LINE);
        await("the lines", () -> beginnings().size() == 50);
    }

    @Test
    void writesReadableTextsForOtherScreensWhenItIsLeft() throws IOException {
        Path file = write("a.csv", "text,language\n" + "Guten Tag,de\nGood day,en\n".repeat(100));
        on(
                () -> {
                    viewModel.inView(true);
                    viewModel.add(List.of(file));
                    viewModel.form().language().set("de");
                });
        await("the rows", () -> beginnings().size() == 50);
        assertThat(test.pair().text().get()).isNull();
        on(() -> viewModel.form().seed().set("3"));
        await("another preview", () -> data().choices().seed() == 3 && !beginnings().isEmpty());
        on(() -> viewModel.form().apart().set(true));
        on(() -> viewModel.form().validation().set(demo.validation().toString()));
        await("both", () -> data().validation().isPresent() && beginnings().size() == 50);
        on(() -> viewModel.form().language().set(""));
        await("no language", () -> data().choices().language().isEmpty());
        await("all rows", () -> beginnings().contains("Good day"));
        on(() -> viewModel.inView(false));
        await("the text", () -> test.pair().text().get() != null);
        assertThat(Objects.requireNonNull(test.pair().text().get()))
                .hasContent("Guten Tag\nGood day\n".repeat(100));
        assertThat(test.pair().validation().get()).isEqualTo(demo.validation());
    }

    @Test
    void saysWhereATextIsNotUtf8AndWritesNothing() throws IOException {
        Path file =
                Files.write(folder.resolve("a.txt"), "schön".getBytes(StandardCharsets.ISO_8859_1));
        on(
                () -> {
                    viewModel.inView(true);
                    viewModel.add(List.of(file));
                });
        // s, c and h before the ö
        await(
                "the problem",
                () -> viewModel.chosen().problem().get().contains("is not UTF-8 at byte 3"));
        on(viewModel::prepare);
        await("its end", () -> viewModel.preparing().current().get() == null);
        assertThat(viewModel.chosen().problem().get()).contains("convert it first");
        try (var left = Files.list(folder.resolve("workspace/data"))) {
            assertThat(left.filter(Files::isDirectory)).isEmpty();
        }
    }

    @Test
    void saysThatTheTextToMeasureOnIsNotThere() {
        Path gone = folder.resolve("gone.txt");
        on(
                () -> {
                    viewModel.inView(true);
                    viewModel.form().validation().set(gone.toString());
                });
        await(
                "the problem",
                () -> viewModel.chosen().problem().get().contains("gone.txt is not there"));
    }

    @Test
    void aPreparedTextIsRecognisedByAnotherWindow() throws IOException {
        Path file = write("a.jsonl", "{\"text\": \"Guten Tag\"}\n{\"text\": \"Gute Nacht\"}\n");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
        on(
                () -> {
                    viewModel.add(List.of(file));
                    viewModel.form().apart().set(true);
                    viewModel.form().validation().set(demo.validation().toString());
                });
        await("the data set", () -> data().validation().isPresent());
        on(() -> viewModel.inView(true));
        await("to be ready", () -> viewModel.preparable().get());
        on(viewModel::prepare);
        await("the tokens", () -> viewModel.prepared().get() != null);

        var other = new DataViewModel(test.context(), settings, hub());
        on(
                () -> {
                    other.inView(true);
                    other.begin();
                });
        await("them again", () -> other.prepared().get() != null);
        assertThat(other.prepared().get()).isEqualTo(viewModel.prepared().get());
    }
}
