package org.clpworkbench.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.race.MadeUpRuns;
import org.clpworkbench.race.RunLook;
import org.clpworkbench.race.RunWatch;
import org.clpworkbench.run.RunFolder;
import org.clpworkbench.ui.chart.ChartRun;
import org.clpworkbench.ui.chart.LossChartModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

class RunsFeedTest {
    @TempDir private Path folder;
    private final LossChartModel chart = new LossChartModel();
    private final Map<String, RunLook> looks = new LinkedHashMap<>();
    private final Map<String, Exception> unreadable = new LinkedHashMap<>();
    private final Queue<String> looked = new ConcurrentLinkedQueue<>();
    private final CountDownLatch held = new CountDownLatch(1);
    private volatile String slow = "";
    private volatile String broken = "";
    private RunFolder linear;
    private RunFolder random;
    private RunsFeed feed;

    @BeforeEach
    void makeRuns() throws IOException {
        linear = MadeUpRuns.train(MadeUpRuns.create(folder, "linear", 200), 100, 9, 6);
        random = MadeUpRuns.train(MadeUpRuns.create(folder, "random", 200), 100, 10, 7);
        feed = new RunsFeed(chart, this::watch);
    }

    @AfterEach
    void close() {
        held.countDown();
        feed.close();
    }

    /// Reads a run as ever; waits before it tells what it read, or fails, where the test wants it.
    private RunsFeed.Watch watch(RunFolder run) {
        var watch = new RunWatch(run);
        String method = run.provenance().method();
        return () -> {
            if (method.equals(broken)) {
                throw new IllegalStateException("It does not add up.");
            }
            boolean waits = method.equals(slow);
            RunLook look = watch.look();
            looked.add(method);
            if (waits) {
                waitUntilFree();
            }
            return look;
        };
    }

    private void waitUntilFree() {
        try {
            held.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void show(RunFolder... runs) {
        chart.show(List.of(runs).stream().map(run -> new ChartRun(id(run), id(run), 0)).toList());
        feed.follow(List.of(runs));
    }

    private static String id(RunFolder run) {
        return String.valueOf(run.path().getFileName());
    }

    /// Looks at what the feed has as the screen does.
    private void await(BooleanSupplier holds) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as("20 s are over").isLessThan(end);
            Thread.sleep(10);
            chart.drain();
            RunsFeed.News news = feed.drain();
            news.looks().forEach(look -> looks.put(look.id(), look));
            unreadable.putAll(news.unreadable());
        }
    }

    private int steps() {
        return chart.curves().getFirst().raw().size();
    }

    @Test
    void aRunThatComesBackAtOnceHasItsWholeCurve() throws InterruptedException {
        show(linear);
        await(() -> steps() == 100);
        show(random);
        show(linear);
        assertThat(steps()).isZero();
        await(() -> steps() == 100);
    }

    @Test
    void aRunThatStaysIsNotReadAgain() throws Exception {
        show(linear);
        await(() -> steps() == 100);
        show(linear, random);
        await(() -> looks.containsKey(id(random)));
        MadeUpRuns.step(linear, 101, 6.5);
        await(() -> steps() == 101);
        // that before the first step, and one after each 25
        assertThat(chart.curves().getFirst().validation().size()).isEqualTo(5);
    }

    /// What was read of a run before it went and came back is not added to what is read again.
    @Test
    void whatIsReadTooLateIsDropped() throws InterruptedException {
        slow = "linear";
        show(linear);
        await(() -> looked.contains("linear"));
        slow = "";
        show(random);
        show(linear);
        held.countDown();
        await(() -> steps() == 100);
        assertThat(chart.curves().getFirst().validation().size()).isEqualTo(5);
    }

    @Test
    void whatIsWantedNowDoesNotWaitForTheRunsThatWereWantedBefore() throws Exception {
        var many = new ArrayList<RunFolder>();
        many.add(linear);
        for (int seed = 1; seed <= 49; seed++) {
            many.add(MadeUpRuns.create(folder, "clp", 200, seed));
        }
        slow = "linear";
        show(many.toArray(RunFolder[]::new));
        await(() -> looked.contains("linear"));
        show(random);
        held.countDown();
        await(() -> looks.containsKey(id(random)));
        assertThat(looked).doesNotContain("clp");
    }

    @Test
    void aRunThatCannotBeReadIsToldAndTheOthersGoOn() throws Exception {
        broken = "linear";
        show(linear, random);
        await(() -> looks.containsKey(id(random)) && unreadable.containsKey(id(linear)));
        assertThat(unreadable)
                .hasEntrySatisfying(
                        id(linear), why -> assertThat(why).hasMessage("It does not add up."));
        MadeUpRuns.step(random, 101, 7);
        await(() -> looks.values().stream().anyMatch(look -> look.figures().step() == 101));
        broken = "";
        await(() -> looks.containsKey(id(linear)));
    }
}
