package org.clpworkbench.ui.training;

import org.clpworkbench.race.RunLook;
import org.clpworkbench.race.RunWatch;
import org.clpworkbench.run.RunFolder;
import org.clpworkbench.ui.chart.LossChartModel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// Looks into the folders of the runs on the screen, four times a second on a thread of its own:
/// events go to the chart's queue, figures wait for the screen.
final class RunsFeed implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunsFeed.class);
    private static final long PAUSE_MILLIS = 250;

    private final LossChartModel chart;
    private final Function<RunFolder, Watch> watching;
    private final Map<String, RunLook> looks = new LinkedHashMap<>();
    private final Map<String, Exception> unreadable = new LinkedHashMap<>();
    private final Set<String> gone = new HashSet<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Choice choice = new Choice(List.of());

    /// Reads what has happened in one run since it was asked last.
    interface Watch {
        RunLook look() throws IOException;
    }

    /// What has been seen of the runs since it was asked for last.
    ///
    /// @param looks the last at each run that was looked at
    /// @param unreadable why a run could not be read, by its id
    /// @param gone the ids of runs whose folders are no longer there
    record News(List<RunLook> looks, Map<String, Exception> unreadable, Set<String> gone) {
        News {
            looks = List.copyOf(looks);
            unreadable = Map.copyOf(unreadable);
            gone = Set.copyOf(gone);
        }
    }

    /// What is followed until something else is; equal to itself alone.
    private static final class Choice {
        private final List<Followed> runs;

        private Choice(List<Followed> runs) {
            this.runs = runs;
        }
    }

    /// A run for as long as the chart keeps its curve. One that comes back has an empty curve, and
    /// is followed anew from its first event.
    private static final class Followed {
        private final RunFolder run;
        private final Watch watch;
        private boolean failed;

        private Followed(RunFolder run, Watch watch) {
            this.run = run;
            this.watch = watch;
        }

        private String id() {
            return String.valueOf(run.path().getFileName());
        }
    }

    RunsFeed(LossChartModel chart) {
        this(chart, run -> new RunWatch(run)::look);
    }

    /// @param watching begins to watch a run at its first event
    RunsFeed(LossChartModel chart, Function<RunFolder, Watch> watching) {
        this.chart = chart;
        this.watching = watching;
        Thread.ofVirtual().name("runs-feed").start(this::watch);
    }

    /// Follows these runs and no others; the chart has just been told to show them.
    synchronized void follow(List<RunFolder> runs) {
        List<Followed> before = choice.runs;
        var next = new ArrayList<Followed>();
        for (RunFolder run : runs) {
            var fresh = new Followed(run, watching.apply(run));
            next.add(
                    before.stream()
                            .filter(known -> known.id().equals(fresh.id()))
                            .findFirst()
                            .orElse(fresh));
        }
        choice = new Choice(List.copyOf(next));
        looks.clear();
        unreadable.clear();
        gone.clear();
    }

    synchronized News drain() {
        var news = new News(List.copyOf(looks.values()), unreadable, gone);
        looks.clear();
        unreadable.clear();
        gone.clear();
        return news;
    }

    private void watch() {
        try {
            do {
                look(choice);
            } while (!closed.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException unwanted) {
            Thread.currentThread().interrupt();
        }
    }

    /// At all runs in turn, unless others are wanted meanwhile: many long ones take their time.
    private void look(Choice now) {
        for (Followed followed : now.runs) {
            if (closed.getCount() == 0 || !choice.equals(now)) {
                return;
            }
            look(followed);
        }
    }

    private void look(Followed followed) {
        try {
            if (isGone(followed.run.path())) {
                tell(followed, () -> gone.add(followed.id()));
                return;
            }
            RunLook look = followed.watch.look();
            followed.failed = false;
            tell(
                    followed,
                    () -> {
                        chart.offer(look.id(), look.fresh());
                        looks.put(look.id(), look);
                        unreadable.remove(look.id());
                    });
        } catch (IOException | RuntimeException failure) {
            if (!followed.failed) {
                followed.failed = true;
                LOG.warn("{} cannot be read", followed.run.path(), failure);
            }
            tell(followed, () -> unreadable.put(followed.id(), failure));
        }
    }

    /// Whether a run was taken away from among the others.
    ///
    /// @throws NoSuchFileException when all of them are away, as on a disk that may come back
    private static boolean isGone(Path run) throws NoSuchFileException {
        if (Files.isDirectory(run)) {
            return false;
        }
        if (!Files.isDirectory(run.resolve("..").normalize())) {
            throw new NoSuchFileException(run.toString());
        }
        return !Files.isDirectory(run); // all may have come back just now
    }

    /// Unless it is no longer wanted: where it is again by now, somebody else follows it.
    private synchronized void tell(Followed followed, Runnable news) {
        if (choice.runs.contains(followed)) {
            news.run();
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
