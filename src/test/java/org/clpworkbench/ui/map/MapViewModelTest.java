package org.clpworkbench.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.job.JobState;
import org.clpworkbench.job.RunningJob;
import org.clpworkbench.projection.ProjectionMethod;
import org.clpworkbench.ui.TestContext;
import org.clpworkbench.ui.chart.OnScreen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// What the map tells, without a window.
class MapViewModelTest {
    private static final int TOKENS = 200;

    /// The most frequent token of the text is one of the rarest by id.
    private static final int FREQUENT = 180;

    private static final int OTHER = 181;

    @TempDir static Path models;
    private static MadePair made;

    @TempDir Path folder;
    private final CountDownLatch free = new CountDownLatch(1);
    private TestContext test;
    private MapViewModel map;

    @BeforeAll
    static void writeTheModels() throws IOException {
        made = MadePair.write(models, TOKENS);
    }

    @BeforeEach
    void open() throws Exception {
        test = new TestContext(folder);
        OnScreen.run(() -> made.chooseFor(test.pair()));
        map = OnScreen.get(() -> new MapViewModel(test.context()));
        OnScreen.await(() -> map.models().size() == 2);
    }

    @AfterEach
    void close() throws Exception {
        free.countDown();
        OnScreen.run(map::close);
        test.close();
    }

    private void draw(ProjectionMethod method) throws Exception {
        OnScreen.run(
                () -> {
                    map.form().method().set(method);
                    map.draw();
                });
        OnScreen.await(() -> map.drawing().current().get() == null);
        assertThat(map.problem().get()).isEmpty();
    }

    private void colour(ColourBy by) throws Exception {
        OnScreen.run(() -> map.colourBy().set(by));
    }

    private Path text(String name, int frequent) throws IOException {
        String words = MadePair.word(frequent) + " " + MadePair.word(frequent) + " ";
        return Files.writeString(folder.resolve(name), words + MadePair.word(4) + "\n");
    }

    private void choose(Path text) throws Exception {
        OnScreen.run(() -> test.pair().text().set(text));
    }

    private void awaitCounts() throws Exception {
        OnScreen.await(() -> map.counting().current().get() == null);
    }

    /// Keeps the computing thread busy until it is freed.
    private void keepBusy() {
        test.context()
                .jobs()
                .compute(
                        "busy",
                        progress -> {
                            free.await();
                            return true;
                        });
    }

    private RunningJob<?> newestJob() {
        return test.context().jobs().list().getFirst();
    }

    private int band(int token) {
        return map.picture().get().grouping().of()[token];
    }

    @Test
    void ranksByIdUntilTheTextIsCounted() throws Exception {
        choose(text("german.txt", FREQUENT));
        draw(ProjectionMethod.PCA);
        keepBusy();
        colour(ColourBy.FREQUENCY);
        assertThat(map.groupedBy().get()).startsWith("By id");
        // 200 ids: bands end at 1, 1, 4, 13, 50, 200
        assertThat(band(0)).isZero();
        assertThat(band(FREQUENT)).isEqualTo(5);
        free.countDown();
        awaitCounts();
        assertThat(map.groupedBy().get()).isEqualTo("By count in the beginning of german.txt");
        assertThat(band(FREQUENT)).isZero();
        assertThat(band(5)).as("not in the text").isEqualTo(6);
    }

    @Test
    void staysWithRanksByIdWhenCountingIsCancelled() throws Exception {
        choose(text("german.txt", FREQUENT));
        draw(ProjectionMethod.PCA);
        keepBusy();
        colour(ColourBy.FREQUENCY);
        RunningJob<?> counting = newestJob();
        assertThat(counting.title()).startsWith("Counting");
        counting.cancel();
        free.countDown();
        awaitCounts();
        assertThat(counting.state()).isEqualTo(JobState.CANCELLED);
        assertThat(map.groupedBy().get()).startsWith("By id");
        assertThat(band(FREQUENT)).isEqualTo(5);
        assertThat(map.problem().get()).isEmpty();
    }

    @Test
    void tellsOfATextThatCannotBeCountedAndRanksById() throws Exception {
        draw(ProjectionMethod.PCA);
        Path latin1 = folder.resolve("latin1.txt");
        Files.write(latin1, "Tür und Tor\n".getBytes(StandardCharsets.ISO_8859_1));
        choose(latin1);
        colour(ColourBy.FREQUENCY);
        awaitCounts();
        assertThat(map.problem().get())
                .startsWith("Tokens were not counted, so ranks are by id.")
                .contains(latin1 + " is not UTF-8; convert it, or choose another text.");
        assertThat(map.groupedBy().get()).startsWith("By id");
        assertThat(band(0)).isZero();
        choose(folder.resolve("nowhere.txt"));
        awaitCounts();
        assertThat(map.problem().get()).contains("nowhere.txt is no text file");
        choose(text("german.txt", FREQUENT));
        awaitCounts();
        assertThat(map.problem().get()).isEmpty();
    }

    @Test
    void countsAgainWhenAnotherTextIsChosen() throws Exception {
        draw(ProjectionMethod.PCA);
        choose(text("one.txt", FREQUENT));
        colour(ColourBy.FREQUENCY);
        awaitCounts();
        assertThat(band(FREQUENT)).isZero();
        choose(text("two.txt", OTHER));
        awaitCounts();
        assertThat(map.groupedBy().get()).contains("two.txt");
        assertThat(band(OTHER)).isZero();
        assertThat(band(FREQUENT)).isEqualTo(6);
    }

    @Test
    void listsTheChosenTokensOnceAndKeepsThemInAnotherMapOfTheModel() throws Exception {
        draw(ProjectionMethod.PCA);
        assertThat(map.listed().get()).hasSize(TOKENS);
        var chosen = new BitSet();
        chosen.set(3, 8);
        int[] lists = {0};
        OnScreen.run(
                () -> {
                    map.listed().addListener((property, before, now) -> lists[0]++);
                    map.choose(chosen);
                    map.cursor().set(5);
                });
        assertThat(lists[0]).isEqualTo(1);
        colour(ColourBy.SCRIPT);
        draw(ProjectionMethod.UMAP);
        assertThat(lists[0]).as("lists made anew").isEqualTo(1);
        assertThat(map.listed().get()).extracting(MapToken::id).containsExactly(3, 4, 5, 6, 7);
        assertThat(map.cursor().get()).isEqualTo(5);
        OnScreen.run(() -> map.model().set(map.models().getLast()));
        draw(ProjectionMethod.PCA);
        assertThat(map.chosen().get().isEmpty()).isTrue();
        assertThat(map.listed().get()).hasSize(TOKENS / 2);
        assertThat(lists[0]).isEqualTo(2);
    }

    @Test
    void endsItsWorkAndFollowsThePairNoMoreWhenItIsClosed() throws Exception {
        draw(ProjectionMethod.PCA);
        keepBusy();
        OnScreen.run(map::draw);
        RunningJob<?> drawing = newestJob();
        assertThat(drawing.title()).isEqualTo("Map of helper");
        OnScreen.run(map::close);
        OnScreen.run(() -> test.pair().helper().set(null));
        free.countDown();
        OnScreen.await(() -> drawing.state().ended());
        assertThat(drawing.state()).isEqualTo(JobState.CANCELLED);
        assertThat(map.models()).as("those of the pair before").hasSize(2);
    }

    @Test
    void showsAMapThatCannotBeKept() throws Exception {
        Files.writeString(folder.resolve("maps"), "a file where the folder should be");
        draw(ProjectionMethod.PCA);
        assertThat(map.listed().get()).hasSize(TOKENS);
        var caption = map.caption();
        assertThat(OnScreen.get(caption::getValue))
                .startsWith("Drawn by PCA: directions, seed 1. The two axes carry")
                .endsWith("This map could not be kept: it is drawn anew next time.");
        Files.delete(folder.resolve("maps"));
        draw(ProjectionMethod.UMAP);
        assertThat(OnScreen.get(caption::getValue))
                .isEqualTo(
                        "Drawn by UMAP: directions, seed 1, 15 neighbours along 8 principal axes,"
                                + " min_dist 0.1, spread 1, 5 negative samples, 500 epochs.");
    }

    @Test
    void beginsAtTheTokenThatIsLookedAt() throws Exception {
        OnScreen.run(() -> test.pair().token().set(7));
        assertThat(map.cursor().get()).as("before there is a map").isEqualTo(-1);
        draw(ProjectionMethod.PCA);
        assertThat(map.cursor().get()).isEqualTo(7);
        OnScreen.run(() -> test.pair().token().set(9));
        assertThat(map.cursor().get()).isEqualTo(9);
        OnScreen.run(() -> map.cursor().set(5));
        draw(ProjectionMethod.UMAP);
        assertThat(map.cursor().get()).as("where somebody put it").isEqualTo(5);

        // every third token of the helper is one of the source's too, under the same id
        OnScreen.run(() -> map.model().set(map.models().getLast()));
        draw(ProjectionMethod.PCA);
        assertThat(map.cursor().get()).isEqualTo(9);
        OnScreen.run(() -> test.pair().token().set(10));
        assertThat(map.cursor().get()).as("a token that the source lacks").isEqualTo(-1);
    }

    @Test
    void copiesAllThatATokenIs() {
        var token = new MapToken(7, "·Haus", TokenStanding.ANCHOR, "Latin", 7);
        assertThat(map.words().asText(List.of(token))).isEqualTo("·Haus\t7\tanchor\tLatin\n");
    }
}
