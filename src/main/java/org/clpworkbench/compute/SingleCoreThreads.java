package org.clpworkbench.compute;

import ai.djl.pytorch.jni.JniUtils;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Threads in which libtorch computes on one core each. The setting is a thread's own once made,
/// but making it also changes what threads to come begin with; so all are started at once and the
/// setting put back.
final class SingleCoreThreads {
    private SingleCoreThreads() {}

    static ExecutorService pool(int threads) {
        Devices.parse("cpu");
        int usual = JniUtils.getNumThreads();
        var started = new CountDownLatch(threads);
        var number = new AtomicInteger();
        var pool =
                new ThreadPoolExecutor(
                        threads,
                        threads,
                        0,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(),
                        work -> thread(work, number.incrementAndGet(), started));
        pool.prestartAllCoreThreads();
        try {
            started.await();
        } catch (InterruptedException goOn) {
            Thread.currentThread().interrupt();
        }
        JniUtils.setNumThreads(usual);
        return pool;
    }

    private static Thread thread(Runnable work, int number, CountDownLatch started) {
        var thread =
                new Thread(
                        () -> {
                            JniUtils.setNumThreads(1);
                            started.countDown();
                            work.run();
                        },
                        "clp-compute-" + number);
        thread.setDaemon(true);
        return thread;
    }
}
