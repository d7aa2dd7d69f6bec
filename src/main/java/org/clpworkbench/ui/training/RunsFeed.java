package org.clpworkbench.ui.training;

import org.clpworkbench.race.RunLook;
import org.clpworkbench.race.RunWatch;
import org.clpworkbench.run.RunFolder;
import org.clpworkbench.ui.chart.LossChartModel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Looks into the folders of the runs on the screen, four times a second on a thread of its own:
/// events go to the chart's queue, figures wait for the screen.
final class RunsFeed implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunsFeed.class);
    private static final long PAUSE_MILLIS = 250;

    private final LossChartModel chart;
    private final Map<String, RunLook> looks = new ConcurrentHashMap<>();
    private final Map<String, RunWatch> watches = new LinkedHashMap<>();
    private final Thread thread;
    private volatile List<RunFolder> wanted = List.of();

    RunsFeed(LossChartModel chart) {
        this.chart = chart;
        this.thread = Thread.ofVirtual().name("runs-feed").start(this::watch);
    }

    /// Follows these runs and no others; the chart shows them already.
    void follow(List<RunFolder> runs) {
        wanted = List.copyOf(runs);
    }

    /// The last look at each run that was looked at since the last call.
    List<RunLook> drain() {
        var seen = new ArrayList<RunLook>();
        for (String id : List.copyOf(looks.keySet())) {
            RunLook look = looks.remove(id);
            if (look != null) {
                seen.add(look);
            }
        }
        return seen;
    }

    private void watch() {
        try {
            while (true) {
                List<RunFolder> now = wanted;
                watches.keySet().retainAll(now.stream().map(RunsFeed::id).toList());
                now.forEach(this::look);
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException closed) {
            LOG.debug("The feed of runs has ended");
        }
    }

    private void look(RunFolder run) {
        try {
            RunWatch watch = watches.get(id(run));
            if (watch == null) {
                watch = new RunWatch(run);
                watches.put(id(run), watch);
            }
            RunLook look = watch.look();
            chart.offer(look.id(), look.fresh());
            looks.put(look.id(), look);
        } catch (IOException unreadable) {
            LOG.debug("{} could not be read", run.path(), unreadable);
        }
    }

    private static String id(RunFolder run) {
        return String.valueOf(run.path().getFileName());
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
