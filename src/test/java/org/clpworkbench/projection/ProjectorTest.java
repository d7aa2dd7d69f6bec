package org.clpworkbench.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.clpworkbench.compute.NeighbourSearch;
import org.clpworkbench.compute.Rows;
import org.clpworkbench.job.Cancellable;
import org.clpworkbench.job.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

class ProjectorTest {
    private static ProjectionSpec spec(ProjectionMethod method, long seed) {
        return new ProjectionSpec(method, RowSpace.ROWS, 15, seed);
    }

    private static Projection map(Rows rows, ProjectionMethod method, long seed) {
        return Projector.of(rows, spec(method, seed), Progress.unwatched());
    }

    @ParameterizedTest
    @EnumSource(names = {"UMAP", "T_SNE"})
    void keepsClustersApartAndNeighboursTogether(ProjectionMethod method) {
        var made = Clusters.of(12, 1800, 64, 0.35, 3);
        Projection map = map(made.rows(), method, 1);
        assertThat(made.purity(map)).isGreaterThan(0.995);
        assertThat(made.separation(map)).isGreaterThan(2);
        assertThat(trustworthiness(made.rows(), map, 10)).isGreaterThan(0.93);
        assertThat(map.kept()).isGreaterThan(0.1);
        assertThat(map.variance()).isNaN();
    }

    /// A closed curve, turned into 40 dimensions: what is near on it stays near, all along.
    @ParameterizedTest
    @EnumSource(names = {"UMAP", "T_SNE"})
    void keepsARingsNeighbours(ProjectionMethod method) {
        int count = 600;
        float[] values = new float[count * 40];
        for (int row = 0; row < count; row++) {
            double angle = 2 * Math.PI * row / count;
            for (int column = 0; column < 40; column++) {
                int turns = 1 + column / 20;
                values[row * 40 + column] = (float) Math.cos(turns * angle + column);
            }
        }
        Rows ring = Rows.of(values, 40);
        Projection map = map(ring, method, 1);
        assertThat(trustworthiness(ring, map, 10)).isGreaterThan(0.98);
        assertThat(map.kept()).isGreaterThan(0.5);
    }

    @Test
    void keepsAllOfWhatLiesInAPlaneByItsPrincipalAxes() {
        // ten directions of the plane, so that cosines and distances rank alike around each
        float[] values = new float[40 * 3];
        for (int row = 0; row < 40; row++) {
            values[row * 3] = (float) (2 * Math.cos(row * Math.PI / 20));
            values[row * 3 + 1] = (float) Math.sin(row * Math.PI / 20);
        }
        Projection map = map(Rows.of(values, 3), ProjectionMethod.PCA, 1);
        assertThat(map.variance()).isCloseTo(1, within(1e-6));
        // the long axis of the ellipse lies across
        assertThat(Math.abs(map.x()[0])).isCloseTo(2, within(1e-5f));
        assertThat(Math.abs(map.y()[10])).isCloseTo(1, within(1e-5f));
    }

    @Test
    void forgetsTheLengthOfRowsWhereOnlyDirectionsCount() {
        var made = Clusters.of(3, 90, 12, 0.2, 5);
        float[] longer = made.rows().read(0, 90);
        for (int at = 0; at < longer.length; at++) {
            longer[at] *= 1 + at / 12 % 7;
        }
        var spec = new ProjectionSpec(ProjectionMethod.PCA, RowSpace.DIRECTIONS, 15, 1);
        Projection plain = Projector.of(made.rows(), spec, Progress.unwatched());
        Projection scaled = Projector.of(Rows.of(longer, 12), spec, Progress.unwatched());
        assertThat(scaled.x()).containsExactly(plain.x(), within(1e-5f));
        var rows = new ProjectionSpec(ProjectionMethod.PCA, RowSpace.ROWS, 15, 1);
        assertThat(Projector.of(Rows.of(longer, 12), rows, Progress.unwatched()).variance())
                .isNotEqualTo(scaled.variance());
    }

    @ParameterizedTest
    @EnumSource
    void standsTheSameForTheSameSeed(ProjectionMethod method) {
        Rows rows = Clusters.of(5, 1300, 20, 0.5, 7).rows();
        Projection first = map(rows, method, 4);
        Projection again = map(rows, method, 4);
        assertThat(again.x()).isEqualTo(first.x());
        assertThat(again.y()).isEqualTo(first.y());
        if (method == ProjectionMethod.UMAP) {
            assertThat(map(rows, method, 5).x()).isNotEqualTo(first.x());
        }
    }

    @Test
    void standsTheSameWhateverTheNumberOfCores() throws Exception {
        assertThat(hashes(1)).isEqualTo(hashes(3)).hasLineCount(3);
    }

    /// What {@link MapHashes} prints in a process that sees so many cores.
    private static String hashes(int cores) throws Exception {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:ActiveProcessorCount=" + cores,
                                "--enable-native-access=ALL-UNNAMED",
                                "-classpath",
                                System.getProperty(
                                        "surefire.test.class.path",
                                        System.getProperty("java.class.path")),
                                MapHashes.class.getName()));
        var process = new ProcessBuilder(command).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said.lines()
                .filter(line -> line.startsWith("map "))
                .reduce("", (a, b) -> a + b + "\n");
    }

    @ParameterizedTest
    @EnumSource
    void endsWhenItIsCancelled(ProjectionMethod method) {
        Rows rows = Clusters.of(5, 3000, 20, 0.5, 7).rows();
        for (int after : new int[] {0, 3, 40}) {
            var asked = new AtomicInteger();
            var progress = new Cancellable(() -> asked.incrementAndGet() > after);
            if (method != ProjectionMethod.PCA || after < 40) {
                assertThatThrownBy(() -> Projector.of(rows, spec(method, 1), progress))
                        .isInstanceOf(CancellationException.class);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void drawsAFewRowsAndEqualRows(ProjectionMethod method) {
        Projection few = map(Rows.of(new float[] {1, 2, 3, 4, 5, 6, 7, 9}, 2), method, 1);
        assertThat(few.x()).hasSize(4).doesNotContain(Float.NaN);
        Projection equal = map(Rows.of(new float[60], 3), method, 1);
        assertThat(equal.x()).hasSize(20).doesNotContain(Float.NaN);
        assertThatThrownBy(() -> map(Rows.of(new float[6], 2), method, 1))
                .hasMessageContaining("too few");
    }

    /// Venna and Kaski 2001: 1 when no point has a neighbour in the plane that is none among the
    /// rows, less the further away such rows rank.
    private static double trustworthiness(Rows rows, Projection map, int k) {
        int count = rows.count();
        var ranks =
                NeighbourSearch.all(
                        new CentredRows(
                                rows,
                                PrincipalComponents.of(rows, 2, 1, Progress.unwatched()).mean()),
                        count - 1,
                        (done, total) -> {});
        double wrong = 0;
        int[] rank = new int[count];
        for (int point = 0; point < count; point++) {
            int[] order = ranks.rows()[point];
            for (int at = 0; at < order.length; at++) {
                rank[order[at]] = at + 1;
            }
            for (int near : KeptNeighbours.nearest(map.x(), map.y(), point, k)) {
                wrong += Math.max(0, rank[near] - k);
            }
        }
        return 1 - 2 * wrong / ((double) count * k * (2.0 * count - 3 * k - 1));
    }
}
