package org.clpworkbench.ui.chart;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Averages of another window, and the bands around them. Of long runs they are computed beside the
/// JavaFX thread, and what was shown stays until they are there. Only that thread asks for them and
/// takes them over.
final class Smoothing {
    /// Values that are computed at once, in a few milliseconds.
    private static final long AT_ONCE = 500_000;

    /// One run's average to be, and the losses that it is computed from: a line that grows leaves
    /// them as they are.
    private record Piece(RunCurve run, Smoothed draft, double[] losses, int size) {}

    private static final class Task implements Runnable {
        private final ChartLook look;
        private final List<Piece> pieces;
        private volatile boolean dropped;
        private volatile boolean done;

        Task(ChartLook look, List<Piece> pieces) {
            this.look = look;
            this.pieces = pieces;
        }

        @Override
        public void run() {
            for (Piece piece : pieces) {
                if (dropped) {
                    return;
                }
                piece.draft().prepare(piece.losses(), piece.size(), look.band());
            }
            done = true;
        }
    }

    private final long atOnce;
    private @Nullable Task underWay;
    private ChartLook shown;

    Smoothing(ChartLook look) {
        this(look, AT_ONCE);
    }

    Smoothing(ChartLook look, long atOnce) {
        this.shown = look;
        this.atOnce = atOnce;
    }

    /// What can be shown by now.
    ChartLook shown() {
        return shown;
    }

    /// Shows runs with a look as soon as that can be, instead of what was asked for before.
    void ask(List<RunCurve> runs, ChartLook look) {
        if (underWay != null) {
            underWay.dropped = true;
            underWay = null;
        }
        if (runs.stream().mapToLong(run -> run.missing(look)).sum() <= atOnce) {
            runs.forEach(run -> run.smooth(look.window()));
            shown = look;
            return;
        }
        var task = new Task(look, runs.stream().map(run -> piece(run, look)).toList());
        underWay = task;
        Thread.ofPlatform().daemon().name("chart-smoothing").start(task);
    }

    private static Piece piece(RunCurve run, ChartLook look) {
        Series losses = run.raw();
        return new Piece(run, run.smoothedBy(look.window()), losses.values(), losses.size());
    }

    /// Shows what is ready.
    ///
    /// @return whether there was something that had been waited for
    boolean takeOver() {
        Task task = underWay;
        if (task == null || !task.done) {
            return false;
        }
        task.pieces.forEach(piece -> piece.run().take(piece.draft()));
        shown = task.look;
        underWay = null;
        return true;
    }
}
