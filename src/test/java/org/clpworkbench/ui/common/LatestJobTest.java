package org.clpworkbench.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.job.Jobs;
import org.clpworkbench.job.Progress;
import org.clpworkbench.job.RunningJob;
import org.clpworkbench.ui.WorkbenchWindow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

class LatestJobTest {
    private final Jobs jobs = new Jobs();
    private final List<String> heard = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void startTheToolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    @AfterEach
    void close() {
        jobs.close();
    }

    private void waitForAnswers(int many) {
        for (int tenths = 0; heard.size() < many && tenths < 100; tenths++) {
            WorkbenchWindow.pause(100);
        }
    }

    private void failed(Failure why) {
        heard.add(why.sentence());
    }

    @Test
    void dropsAndClosesAnAnswerThatANewerQuestionOvertook() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var late = new CountDownLatch(1);
        var question = new LatestJob(jobs);
        WorkbenchWindow.onFxThread(
                () -> {
                    question.<AutoCloseable>await(
                            "old",
                            progress -> {
                                begun.countDown();
                                late.await();
                                return () -> heard.add("closed");
                            },
                            answer -> heard.add("old answer"),
                            this::failed);
                    return true;
                });
        begun.await();
        WorkbenchWindow.onFxThread(
                () -> {
                    question.await("new", progress -> "new answer", heard::add, this::failed);
                    return true;
                });
        late.countDown();
        waitForAnswers(2);
        assertThat(heard).containsExactlyInAnyOrder("new answer", "closed");
    }

    @Test
    void saysThatItWasCancelledUntilItIsAskedAnew() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var question = new LatestJob(jobs);
        WorkbenchWindow.onFxThread(
                () -> {
                    question.await(
                            "asked", progress -> never(begun, progress), heard::add, this::failed);
                    return true;
                });
        begun.await();
        RunningJob<?> job = jobs.list().getFirst();
        assertThat(
                        WorkbenchWindow.onFxThread(
                                () -> Optional.ofNullable(question.cancelled().get())))
                .isEmpty();
        job.cancel();
        WorkbenchWindow.waitUntil("its end", () -> question.current().get() == null);
        assertThat(question.cancelled().get()).isSameAs(job);
        WorkbenchWindow.onFxThread(
                () -> {
                    question.await("again", progress -> "answer", heard::add, this::failed);
                    return true;
                });
        assertThat(question.cancelled().get()).isNull();
        waitForAnswers(1);
        assertThat(heard).containsExactly("answer");
    }

    /// Works until it is cancelled.
    private static String never(CountDownLatch begun, Progress progress) {
        begun.countDown();
        while (true) {
            progress.checkCancelled();
            Thread.onSpinWait();
        }
    }

    @Test
    void tellsTheSentenceOfAFailure() {
        var question = new LatestJob(jobs);
        WorkbenchWindow.onFxThread(
                () -> {
                    question.compute(
                            "reading",
                            progress -> {
                                throw new IllegalStateException("config.json is missing.");
                            },
                            answer -> heard.add("answer"),
                            this::failed);
                    return true;
                });
        waitForAnswers(1);
        assertThat(heard).containsExactly("config.json is missing.");
        assertThat(question.current().get()).isNull();
    }

    @Test
    void asksTheSameAgainWhereItFailed() {
        var question = new LatestJob(jobs);
        var asked = new AtomicInteger();
        var told = new ProblemText();
        WorkbenchWindow.onFxThread(
                () -> {
                    question.await(
                            "reading",
                            progress -> {
                                if (asked.incrementAndGet() == 1) {
                                    throw new IOException("The disk is away.");
                                }
                                return "read";
                            },
                            heard::add,
                            told::set);
                    return true;
                });
        WorkbenchWindow.waitUntil("the failure", () -> told.failure().get().isPresent());
        assertThat(told.get()).isEqualTo("The disk is away.");
        WorkbenchWindow.onFxThread(
                () -> {
                    told.failure().get().flatMap(Failure::again).ifPresent(Runnable::run);
                    return true;
                });
        waitForAnswers(1);
        assertThat(heard).containsExactly("read");
    }
}
