package org.clpworkbench.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.checkpoint.Checkpoint;
import org.clpworkbench.job.Progress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What a plan says is copied is what lies in the written files as it lies in the source's.
class PlanKeptTest extends TransferFixture {
    private static final int PADDED = 48;

    static Stream<String> methods() {
        return Methods.all().stream()
                .filter(method -> !method.recipe().space().readsTexts())
                .map(Methods.Entry::name);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void countsTheRowsAndTensorsThatStayAsTheyAre(String method) throws IOException {
        write(source(), helper());
        TransferSpec spec = spec(Recipe.of(method), 1, 16, false);
        TransferPlan plan = CrossLingualTransfer.plan(spec, Progress.unwatched());
        var counts = CrossLingualTransfer.run(spec, Progress.unwatched()).counts();
        try (var source = Checkpoint.open(folder.resolve("source"));
                var made = Checkpoint.open(target())) {
            assertThat(plan.anchors()).isEqualTo(copiedRows(source, made));
            assertThat(plan.copiedTensors()).isEqualTo(copiedTensors(source, made));
            assertThat(plan.copiedTensors() + plan.drawnTensors() + 1)
                    .isEqualTo(made.entries().size());
        }
        assertThat(plan.anchors() + plan.missing()).isEqualTo(TARGET.size());
        assertThat(plan.anchors() + plan.missing() + plan.padding()).isEqualTo(PADDED);
        assertThat(counts.anchors()).isEqualTo(plan.anchors());
        assertThat(counts.missing()).isEqualTo(plan.missing());
        assertThat(counts.specials()).isEqualTo(plan.specials());
        var rules = counts.rules();
        int found = rules.roles() + rules.exact() + rules.canonical() + rules.fuzzy();
        assertThat(found).isEqualTo(method.equals(Methods.SHUFFLED) ? 0 : plan.anchors());
    }

    /// Rows of the new embedding that some row of the source's is, value by value.
    private static long copiedRows(Checkpoint source, Checkpoint made) throws IOException {
        Set<FloatBuffer> known = new HashSet<>();
        float[] rows = source.tensor(EMBEDDING).floats();
        IntStream.range(0, SOURCE.size()).forEach(id -> known.add(row(rows, id)));
        float[] written = made.tensor(EMBEDDING).floats();
        return IntStream.range(0, PADDED).filter(id -> known.contains(row(written, id))).count();
    }

    private static FloatBuffer row(float[] rows, int id) {
        return FloatBuffer.wrap(rows, id * WIDTH, WIDTH).slice();
    }

    private static int copiedTensors(Checkpoint source, Checkpoint made) throws IOException {
        int same = 0;
        for (String name : source.entries().keySet()) {
            float[] before = source.tensor(name).floats();
            var after = FloatBuffer.wrap(made.tensor(name).floats());
            same += FloatBuffer.wrap(before).equals(after) ? 1 : 0;
        }
        return same;
    }
}
