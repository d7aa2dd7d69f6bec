package org.clpworkbench.projection;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;

import org.clpworkbench.compute.Rows;
import org.clpworkbench.job.Progress;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/// How long maps of a large vocabulary take to be made: `mvn -q test -Pbenchmarks`. Each prints
/// what it measured, by stage. `-Dclp.map.rows=N` and `-Dclp.map.width=N` take other sizes.
@Tag("benchmarks")
class ProjectionBenchmarks {
    private static final int ROWS = Integer.getInteger("clp.map.rows", 250_000);
    private static final int WIDTH = Integer.getInteger("clp.map.width", 256);

    /// Prints how long each stage took, by the clock and on all cores together; the second tells
    /// whether the machine did other things too.
    private static final class Stopwatch implements Progress {
        private final String method;
        private String stage = "";
        private long since = System.nanoTime();
        private double computedBefore = computed();

        Stopwatch(String method) {
            this.method = method;
        }

        @Override
        public void stage(String name) {
            if (!stage.isEmpty()) {
                say(
                        method + ", " + stage,
                        (System.nanoTime() - since) / 1e9,
                        computed() - computedBefore);
            }
            stage = name;
            since = System.nanoTime();
            computedBefore = computed();
        }

        @Override
        public void update(long done, long total, String unit) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    }

    @ParameterizedTest
    @EnumSource
    void drawsALargeVocabulary(ProjectionMethod method) {
        var made = Clusters.of(500, ROWS, WIDTH, 0.9, 11);
        Rows rows = made.rows();
        var watch = new Stopwatch(method.word());
        long began = System.nanoTime();
        double before = computed();
        Projection map =
                Projector.of(
                        rows,
                        new ProjectionSpec(
                                method,
                                RowSpace.DIRECTIONS,
                                method == ProjectionMethod.T_SNE ? 30 : 15,
                                1),
                        watch);
        watch.stage("");
        say(method.word(), (System.nanoTime() - began) / 1e9, computed() - before);
        System.out.printf(Locale.ROOT, "benchmark: %s keeps %.3f%n", method.word(), map.kept());
        assertThat(map.size()).isEqualTo(ROWS);
    }

    /// Seconds that this process has computed, on all cores.
    private static double computed() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getProcessCpuTime() / 1e9
                : Double.NaN;
    }

    private static void say(String what, double seconds, double computed) {
        System.out.printf(
                Locale.ROOT,
                "benchmark: %,d × %d: %s: %.1f s by the clock, %.1f s of computing%n",
                ROWS,
                WIDTH,
                what,
                seconds,
                computed);
    }
}
