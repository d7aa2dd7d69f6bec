package org.clpworkbench.ui;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.image.WritableImage;
import javafx.scene.shape.Rectangle;

import org.clpworkbench.ui.chart.OnScreen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/// Frames by the clock, measured alike wherever something is painted: at the beginning of a pulse
/// one step of what a person does, a turn of the wheel, a piece of a drag; then the time until the
/// frame that shows it lies in the window. The next step waits for the next pulse after that.
public final class Frames {
    /// What a frame may take that is called smooth, in ms.
    public static final double SMOOTH = 33;

    private static final int WARM = 20;

    /// One frame, in nanoseconds of the clock.
    ///
    /// @param ready when the JavaFX thread had done its part, and the drawing began
    private record Frame(long began, long ready, long shown) {}

    private final double[] whole;
    private final double[] thread;
    private final double each;

    private Frames(List<Frame> frames) {
        whole = sorted(frames.stream().mapToLong(frame -> frame.shown - frame.began).toArray());
        thread = sorted(frames.stream().mapToLong(frame -> frame.ready - frame.began).toArray());
        long passed = frames.getLast().began - frames.getFirst().began;
        each = passed / 1e6 / (frames.size() - 1);
    }

    /// Makes steps, some before those that count, and prints a line.
    ///
    /// @param step is given the number of the step, on the JavaFX thread
    public static Frames of(String what, int frames, IntConsumer step) throws Exception {
        var done = new CompletableFuture<List<Frame>>();
        OnScreen.run(() -> new Steps(step, WARM + frames, done).start());
        List<Frame> all = done.get(300, TimeUnit.SECONDS);
        var measured = new Frames(all.subList(WARM, all.size()));
        measured.say(what);
        return measured;
    }

    /// Half of the frames took less, in ms.
    public double median() {
        return percent(whole, 50);
    }

    /// The same of what the JavaFX thread did for them, without the drawing.
    public double threadMedian() {
        return percent(thread, 50);
    }

    /// Of 20 frames 19 took the JavaFX thread no longer, in ms. What is left to the 20th is what a
    /// program does not choose the time of: the collector's pauses, another process on the core.
    public double threadMost() {
        return percent(thread, 95);
    }

    private void say(String what) {
        System.out.printf(
                Locale.ROOT,
                "benchmark: frame, %s: %s; %.0f frames a second; of it on the JavaFX thread %s%n",
                what,
                spread(whole),
                1000 / each,
                spread(thread));
    }

    private static String spread(double[] sorted) {
        return String.format(
                Locale.ROOT,
                "median %.1f ms, 95 %% within %.1f ms, worst %.1f ms",
                percent(sorted, 50),
                percent(sorted, 95),
                sorted[sorted.length - 1]);
    }

    private static double[] sorted(long[] nanoseconds) {
        return Arrays.stream(nanoseconds).sorted().mapToDouble(time -> time / 1e6).toArray();
    }

    private static double percent(double[] sorted, int percent) {
        return sorted[Math.ceilDiv(sorted.length * percent, 100) - 1];
    }

    private static final class Steps extends AnimationTimer {
        private final IntConsumer step;
        private final int count;
        private final CompletableFuture<List<Frame>> done;
        private final List<Frame> frames = new ArrayList<>();
        private final Rectangle pixel = new Rectangle(1, 1);
        private final WritableImage pixelSeen = new WritableImage(1, 1);
        private boolean waiting;

        Steps(IntConsumer step, int count, CompletableFuture<List<Frame>> done) {
            this.step = step;
            this.count = count;
            this.done = done;
        }

        @Override
        public void handle(long pulse) {
            if (waiting) {
                return;
            }
            waiting = true;
            long began = System.nanoTime();
            try {
                step.accept(frames.size());
            } catch (RuntimeException | AssertionError broken) {
                stop();
                done.completeExceptionally(broken);
                return;
            }
            // after the pulse, which ends with the frame being given to the thread that draws
            Platform.runLater(() -> draw(began, System.nanoTime()));
        }

        /// That thread does one thing after the other: when it has drawn the pixel, it has drawn
        /// the frame before. What it drew is then put into the window by the JavaFX thread, before
        /// anything that is asked of it later.
        private void draw(long began, long ready) {
            pixel.snapshot(null, pixelSeen);
            Platform.runLater(() -> shown(new Frame(began, ready, System.nanoTime())));
        }

        private void shown(Frame frame) {
            frames.add(frame);
            waiting = false;
            if (frames.size() == count) {
                stop();
                done.complete(frames);
            }
        }
    }
}
