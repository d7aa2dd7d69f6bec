package org.clpworkbench.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.clpworkbench.checkpoint.Checkpoint;
import org.clpworkbench.job.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// Vocabularies and vectors at the edge of what a method can be asked, small enough to be worked
/// out by hand.
class MethodCasesTest extends TransferFixture {
    /// All but those with vectors trained on texts, which {@link StaticSpaceTransferTest} looks at.
    static Stream<String> all() {
        return Stream.concat(combining(), baselines());
    }

    static Stream<String> combining() {
        return Methods.all().stream()
                .filter(method -> !method.baseline() && !method.recipe().space().readsTexts())
                .map(Methods.Entry::name);
    }

    static Stream<String> baselines() {
        return Methods.all().stream().filter(Methods.Entry::baseline).map(Methods.Entry::name);
    }

    @ParameterizedTest
    @MethodSource("all")
    void copiesEveryRowWhereAllTokensAreAnchors(String method) throws IOException {
        var source = source();
        source.write();
        new ModelFolder(folder.resolve("helper"), SOURCE.reversed(), HELPER_WIDTH, 2).write();
        var report = transfer(method);
        assertThat(report.counts().missing())
                .isEqualTo(method.equals(Methods.RANDOM) ? SOURCE.size() : 0);
        float[] made = rows();
        int last = SOURCE.size() - 1;
        for (int id = 0; id <= last; id++) {
            float[] own = row(source.embedding(), WIDTH, last - id);
            switch (method) {
                case Methods.RANDOM -> assertThat(row(made, WIDTH, id)).isNotEqualTo(own);
                case Methods.SHUFFLED ->
                        assertThat(rowsOf(made)).anyMatch(row -> Arrays.equals(row, own));
                default -> assertThat(row(made, WIDTH, id)).containsExactly(own);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("combining")
    void refusesVocabulariesWithNothingInCommon(String method) throws IOException {
        writeStrangers();
        assertThatThrownBy(() -> transfer(method))
                .isInstanceOf(TransferException.class)
                .hasMessageContaining("share no token")
                .hasMessageContaining("choose another matching");
        assertThat(target()).doesNotExist();
        assertThat(target().getParent()).isEmptyDirectory();
    }

    @ParameterizedTest
    @MethodSource("baselines")
    void drawsAllRowsWhereNothingIsInCommon(String method) throws IOException {
        writeStrangers();
        assertThat(transfer(method).counts().missing()).isEqualTo(3);
        assertThat(rows()).hasSize(3 * WIDTH).doesNotContain(Float.NaN);
    }

    @ParameterizedTest
    @MethodSource("combining")
    void drawsTheRowOfAHelperVectorOfZeros(String method) throws IOException {
        source().write();
        var helper = helper();
        int id = TARGET.indexOf("deutsch3");
        float[] vectors = helper.embedding();
        Arrays.fill(vectors, id * HELPER_WIDTH, (id + 1) * HELPER_WIDTH, 0);
        helper.write();
        var report = transfer(method);
        // less the anchors' mean, it is a vector like any other
        boolean known = method.equals("clp-centered");
        assertThat(report.counts().fallback()).isEqualTo(known ? 0 : 1);
        assertThat(report.warnings().stream().anyMatch(each -> each.contains("drawn")))
                .isNotEqualTo(known);
        assertThat(row(rows(), WIDTH, id)).doesNotContain(Float.NaN);
    }

    /// a = (1, 0), b = (0, 1), "nein" = (−1, −1): both cosines are −1/√2.
    @Test
    void makesOfNegativeSumsWhatItsFormulaSays() throws IOException {
        new ModelFolder(folder.resolve("source"), List.of("a", "b"), 2, 1)
                .embedding(8, 0, 0, 4)
                .write();
        new ModelFolder(folder.resolve("helper"), List.of("a", "b", "nein"), 2, 1)
                .embedding(1, 0, 0, 1, -1, -1)
                .write();
        // −1/√2 over a sum of −√2: half of each, however negative the sum
        assertThat(made("clp", 2)).containsExactly(new float[] {4, 2}, within(1e-5f));
        // equal scores share equally
        assertThat(made("clp-plus", 2)).containsExactly(new float[] {4, 2}, within(1e-5f));
        // nein = −a − b
        assertThat(made("omp", 2)).containsExactly(new float[] {-8, -4}, within(1e-5f));
        // less the mean (½, ½), nein is at right angles to both: nothing is known of it
        assertThat(transfer("clp-centered").counts().fallback()).isEqualTo(1);
        // along a − b, "nein" lies where the mean lies, and the anchors tell of no other direction
        assertThat(made("procrustes", 2)).containsExactly(new float[] {4, 2}, within(1e-5f));
    }

    @ParameterizedTest
    @MethodSource("combining")
    void treatsAnchorsOfTheSameVectorAlike(String method) throws IOException {
        float[] vectors = new float[TARGET.size() * HELPER_WIDTH];
        var random = new Random(7);
        for (int at = 0; at < vectors.length; at++) {
            vectors[at] = (float) random.nextGaussian();
        }
        int first = TARGET.indexOf("shared1");
        int second = TARGET.indexOf("shared2");
        System.arraycopy(
                vectors, first * HELPER_WIDTH, vectors, second * HELPER_WIDTH, HELPER_WIDTH);
        helper().embedding(vectors).write();
        float[] rows = source().embedding();
        source().embedding(rows).write();
        transfer(method);
        float[] once = rows();
        float[] swapped = rows.clone();
        swap(swapped, SOURCE.indexOf("shared1"), SOURCE.indexOf("shared2"));
        new ModelFolder(folder.resolve("swapped"), SOURCE, WIDTH, 1).embedding(swapped).write();
        transfer(method, folder.resolve("swapped"));
        float[] twice = rows();
        if (method.equals("omp")) {
            // a pursuit takes one of two equal atoms, and the other brings nothing
            assertThat(twice).doesNotContain(Float.NaN);
            return;
        }
        for (int id = 0; id < TARGET.size(); id++) {
            if (id != first && id != second) {
                assertThat(row(twice, WIDTH, id))
                        .as(TARGET.get(id))
                        .containsExactly(row(once, WIDTH, id), within(1e-4f));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void knowsVocabulariesOfOneToken(String method) throws IOException {
        new ModelFolder(folder.resolve("source"), List.of("a"), 2, 1).embedding(3, 4).write();
        new ModelFolder(folder.resolve("helper"), List.of("a"), 1, 1).embedding(1).write();
        if (method.equals("linear")) {
            assertThatThrownBy(() -> transfer(method))
                    .isInstanceOf(TransferException.class)
                    .hasMessageContaining("at least 2 anchors");
            return;
        }
        transfer(method);
        if (!method.equals(Methods.RANDOM)) {
            assertThat(row(rows(), 2, 0)).containsExactly(3, 4);
        }
    }

    private void writeStrangers() throws IOException {
        new ModelFolder(folder.resolve("source"), List.of("one", "two"), WIDTH, 1).write();
        new ModelFolder(folder.resolve("helper"), List.of("eins", "zwei", "drei"), 2, 1).write();
    }

    private TransferReport transfer(String method) throws IOException {
        return transfer(method, folder.resolve("source"));
    }

    private TransferReport transfer(String method, Path source) throws IOException {
        return CrossLingualTransfer.run(
                new TransferSpec(
                        source,
                        folder.resolve("helper"),
                        target(),
                        Recipe.of(method),
                        TransferTexts.NONE,
                        1,
                        1,
                        true),
                Progress.unwatched());
    }

    private float[] made(String method, int id) throws IOException {
        transfer(method);
        return row(rows(), 2, id);
    }

    private float[] rows() throws IOException {
        try (var target = Checkpoint.open(target())) {
            return target.tensor(EMBEDDING).floats();
        }
    }

    private static float[] row(float[] rows, int width, int id) {
        return Arrays.copyOfRange(rows, id * width, (id + 1) * width);
    }

    private static List<float[]> rowsOf(float[] rows) {
        return Stream.iterate(0, id -> id < rows.length / WIDTH, id -> id + 1)
                .map(id -> row(rows, WIDTH, id))
                .toList();
    }

    private static void swap(float[] rows, int a, int b) {
        for (int column = 0; column < WIDTH; column++) {
            float kept = rows[a * WIDTH + column];
            rows[a * WIDTH + column] = rows[b * WIDTH + column];
            rows[b * WIDTH + column] = kept;
        }
    }
}
