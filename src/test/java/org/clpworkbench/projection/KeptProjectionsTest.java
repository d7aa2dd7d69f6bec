package org.clpworkbench.projection;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.compute.Rows;
import org.clpworkbench.job.Progress;
import org.clpworkbench.tensor.SafetensorsFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class KeptProjectionsTest {
    private static final ProjectionSpec UMAP =
            new ProjectionSpec(ProjectionMethod.UMAP, RowSpace.ROWS, 8, 1);

    @TempDir Path folder;

    private final Rows rows = Clusters.of(4, 200, 10, 0.3, 1).rows();
    private final List<String> stages = new ArrayList<>();

    private final Progress progress =
            new Progress() {
                @Override
                public void stage(String name) {
                    stages.add(name);
                }

                @Override
                public void update(long done, long total, String unit) {}

                @Override
                public boolean cancelled() {
                    return false;
                }
            };

    private Projection get(Rows of, ProjectionSpec spec) {
        stages.clear();
        var found = new KeptProjections(folder.resolve("maps")).of(of, spec, progress);
        assertThat(found.kept()).isTrue();
        return found.projection();
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(folder.resolve("maps"))) {
            return files.toList();
        }
    }

    @Test
    void makesAMapOnceAndThenReadsIt() {
        Projection made = get(rows, UMAP);
        assertThat(stages).contains("Arranging tokens");
        Projection again = get(rows, UMAP);
        assertThat(stages).containsExactly("Looking for this map");
        assertThat(again.x()).isEqualTo(made.x());
        assertThat(again.y()).isEqualTo(made.y());
        assertThat(again.kept()).isEqualTo(made.kept());
    }

    @Test
    void findsAMapThatWasMadeAndMakesNone() {
        var kept = new KeptProjections(folder.resolve("maps"));
        assertThat(kept.known(rows, UMAP, progress)).isEmpty();
        assertThat(stages).containsExactly("Looking for this map");
        assertThat(folder.resolve("maps")).doesNotExist();
        Projection made = get(rows, UMAP);
        assertThat(kept.known(rows, UMAP, progress).orElseThrow().x()).isEqualTo(made.x());
    }

    @Test
    void makesAnotherMapOfOtherValuesOrParameters() throws IOException {
        get(rows, UMAP);
        float[] changed = rows.read(0, rows.count());
        changed[37] += 0.001f;
        get(Rows.of(changed, 10), UMAP);
        assertThat(stages).contains("Arranging tokens");
        get(rows, new ProjectionSpec(ProjectionMethod.UMAP, RowSpace.ROWS, 8, 2));
        get(rows, new ProjectionSpec(ProjectionMethod.UMAP, RowSpace.ROWS, 9, 1));
        get(rows, new ProjectionSpec(ProjectionMethod.UMAP, RowSpace.DIRECTIONS, 8, 1));
        get(rows, new ProjectionSpec(ProjectionMethod.PCA, RowSpace.ROWS, 8, 1));
        // the neighbours are nothing to PCA
        get(rows, new ProjectionSpec(ProjectionMethod.PCA, RowSpace.ROWS, 30, 1));
        assertThat(files()).hasSize(6);
    }

    @Test
    void makesAMapAnewWhoseFileWasDamaged() throws IOException {
        Projection made = get(rows, UMAP);
        Files.write(files().getFirst(), new byte[] {1, 2, 3});
        Projection again = get(rows, UMAP);
        assertThat(stages).contains("Arranging tokens");
        assertThat(again.x()).isEqualTo(made.x());
        assertThat(files()).hasSize(1);
    }

    @Test
    void givesAMapThatCannotBeKept() throws IOException {
        Path inTheWay = Files.writeString(folder.resolve("file"), "no folder");
        var pca = new ProjectionSpec(ProjectionMethod.PCA, RowSpace.ROWS, 8, 1);
        var found = new KeptProjections(inTheWay).of(rows, pca, progress);
        assertThat(found.kept()).isFalse();
        assertThat(found.projection().x()).isEqualTo(get(rows, pca).x());
    }

    @Test
    void writesWhatAnyProgramReads() throws IOException {
        Projection made = get(rows, UMAP);
        try (var file = SafetensorsFile.open(files().getFirst())) {
            assertThat(file.metadata().get("parameters"))
                    .isEqualTo(
                            "umap, rows, seed 1, 8 neighbours, min_dist 0.1, spread 1, 5 negative"
                                    + " samples");
            assertThat(file.tensor("positions").rows(7, 1))
                    .containsExactly(made.x()[7], made.y()[7]);
        }
    }
}
