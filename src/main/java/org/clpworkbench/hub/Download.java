package org.clpworkbench.hub;

import org.clpworkbench.hub.HubException.Reason;
import org.clpworkbench.job.Progress;
import org.clpworkbench.problem.Sentence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;

/// A model or a data set on its way to this machine. It is looked at (`snapshot`), never listened
/// to.
public final class Download {
    private static final Logger LOG = LoggerFactory.getLogger(Download.class);

    private enum Wish {
        GO,
        PAUSE,
        CANCEL,
        /// The program ends; it goes on at the next start.
        LEAVE
    }

    private final DownloadQueue queue;
    private final DownloadRequest request;
    private final TransferRate rate = new TransferRate();
    private volatile DownloadState state = DownloadState.WAITING;
    private volatile Wish wish = Wish.GO;
    private volatile boolean failing;
    private volatile List<FetchedFile> files = List.of();
    private volatile Optional<Revision> commit = Optional.empty();
    private volatile long already;
    private volatile Optional<Exception> failure = Optional.empty();
    private volatile Optional<Sentence> trouble = Optional.empty();
    private Optional<Thread> runner = Optional.empty();

    Download(DownloadQueue queue, DownloadRequest request) {
        this.queue = queue;
        this.request = request;
    }

    public DownloadRequest request() {
        return request;
    }

    public DownloadSnapshot snapshot() {
        DownloadState now = state;
        List<FetchedFile> these = files;
        long done = these.stream().mapToLong(FetchedFile::here).sum();
        long total = these.stream().mapToLong(FetchedFile::size).sum();
        double speed = now == DownloadState.FETCHING ? rate.perSecond(System.nanoTime()) : 0;
        Optional<Duration> remaining =
                speed > 0
                        ? Optional.of(Duration.ofMillis((long) (1000 * (total - done) / speed)))
                        : Optional.empty();
        Optional<Path> folder =
                now == DownloadState.DONE
                        ? commit.map(at -> queue.cache().snapshot(request.id(), at))
                        : Optional.empty();
        return new DownloadSnapshot(
                request,
                now,
                commit,
                (int) these.stream().filter(FetchedFile::whole).count(),
                these.size(),
                done,
                total,
                already,
                speed,
                remaining,
                now == DownloadState.WAITING || now == DownloadState.FETCHING
                        ? trouble
                        : Optional.empty(),
                failure,
                folder);
    }

    /// Bytes that it still takes of the disk.
    long room() {
        return files.stream().mapToLong(FetchedFile::room).sum();
    }

    /// Stops it until it is resumed, also over the program's end.
    public synchronized void pause() {
        if (state.resting()) {
            return;
        }
        wish = Wish.PAUSE;
        keep(true);
    }

    /// Goes on with one that is paused or failed.
    public synchronized void resume() {
        if (state == DownloadState.DONE || state == DownloadState.CANCELLED) {
            return;
        }
        wish = Wish.GO;
        keep(false);
        start();
    }

    /// Ends it for good; what was fetched of files that are not whole is thrown away.
    public synchronized void cancel() {
        if (state == DownloadState.DONE || state == DownloadState.CANCELLED) {
            return;
        }
        wish = Wish.CANCEL;
        start(); // one that rests tidies up too
    }

    /// Leaves it as it is for the next start, without waiting for it to stop.
    synchronized void leave() {
        if (wish == Wish.GO) {
            wish = Wish.LEAVE;
        }
    }

    /// One that was paused when the program ended.
    synchronized void found() {
        state = DownloadState.PAUSED;
        wish = Wish.PAUSE;
    }

    synchronized void start() {
        if (runner.isEmpty()) {
            state = DownloadState.WAITING;
            failure = Optional.empty();
            trouble = Optional.empty();
            runner = Optional.of(Thread.ofVirtual().name("download").start(this::run));
        }
    }

    /// Waits until it has stopped working.
    void join() throws InterruptedException {
        Optional<Thread> now;
        synchronized (this) {
            now = runner;
        }
        if (now.isPresent()) {
            now.get().join();
        }
    }

    private void run() {
        Optional<Exception> failed;
        do {
            failed = Optional.empty();
            try {
                if (wish == Wish.GO) {
                    fetch();
                    end(DownloadState.DONE);
                }
            } catch (CancellationException stopped) {
                LOG.debug("{} stops", request.id());
            } catch (IOException | RuntimeException problem) {
                LOG.warn("{} could not be fetched: {}", request.id(), problem.getMessage());
                failed = Optional.of(problem);
                if (problem instanceof HubException refused && refused.reason().forGood()) {
                    forget();
                }
            }
            if (wish == Wish.CANCEL && state != DownloadState.DONE) {
                discard();
            }
        } while (!settled(failed));
    }

    /// Whether there is nothing more to do; a pause may have been taken back meanwhile. Who sees
    /// that it failed can resume it: nothing runs any more then.
    private synchronized boolean settled(Optional<Exception> failed) {
        boolean ended = state == DownloadState.DONE || state == DownloadState.CANCELLED;
        if (!ended) {
            if (failed.isPresent() && wish != Wish.CANCEL) {
                failure = failed;
                state = DownloadState.FAILED;
            } else if (wish == Wish.PAUSE || wish == Wish.LEAVE) {
                state = DownloadState.PAUSED;
            } else {
                return false;
            }
        }
        runner = Optional.empty();
        return true;
    }

    private void discard() {
        if (files.isEmpty()) {
            planAgain();
        }
        for (FetchedFile file : files) {
            try {
                file.discard();
            } catch (IOException stays) {
                LOG.warn("A part of {} could not be deleted", request.id(), stays);
            }
        }
        end(DownloadState.CANCELLED);
    }

    /// One of an earlier start does not know its parts; without the Hub they stay.
    private void planAgain() {
        try {
            var progress = new Watched(queue::closing);
            plan(queue.client().repository(request.id(), request.revision(), progress));
        } catch (IOException | CancellationException unknown) {
            LOG.debug("Parts of {} may stay", request.id(), unknown);
        }
    }

    private void end(DownloadState last) {
        forget();
        state = last;
    }

    /// The next start does not take it up.
    private void forget() {
        try {
            queue.kept().forget(request);
        } catch (IOException stays) {
            LOG.warn("{} could not be taken off the list", request.id(), stays);
        }
    }

    /// On the list, also one that was taken off it when it failed.
    private void keep(boolean paused) {
        try {
            if (queue.kept().take(request)) {
                queue.kept().write(request, paused);
            }
        } catch (IOException unwritten) {
            LOG.warn("{} would not go on after a restart", request.id(), unwritten);
        }
    }

    private void fetch() throws IOException {
        var progress = new Watched(() -> wish != Wish.GO || failing);
        failing = false;
        queue.plan(this, progress);
        state = DownloadState.FETCHING;
        rate.begin(System.nanoTime());
        fetchFiles(progress);
        Revision at = commit.orElseThrow();
        queue.cache().refer(request.id(), request.revision(), at);
    }

    /// Asks what there is and looks what of it is here.
    void plan(HubRepository repository) throws IOException {
        var at = new Revision(repository.commit().orElseThrow());
        var planned = new ArrayList<FetchedFile>();
        for (HubFile file : request.files().of(repository)) {
            var one = new FetchedFile(queue.client(), queue.cache(), request.id(), at, file, rate);
            one.look();
            planned.add(one);
        }
        if (planned.isEmpty()) {
            throw new HubException(
                    Reason.NO_FILE, Sentence.of(Download.class, "files.none", request.id()));
        }
        commit = Optional.of(at);
        files = List.copyOf(planned);
        already = planned.stream().mapToLong(FetchedFile::here).sum();
    }

    private void fetchFiles(Progress progress) throws IOException {
        var running = new ArrayList<Future<?>>();
        try {
            for (FetchedFile file : files) {
                running.add(queue.submit(() -> fetchOne(file, progress)));
            }
        } catch (RejectedExecutionException closing) {
            throw new CancellationException();
        }
        Optional<Throwable> first = Optional.empty();
        for (Future<?> one : running) {
            Optional<Throwable> failed = failureOf(one);
            if (first.isEmpty() || first.get() instanceof CancellationException) {
                first = failed.isPresent() ? failed : first;
            }
        }
        switch (first.orElse(null)) {
            case null -> progress.checkCancelled();
            case IOException problem -> throw problem;
            case RuntimeException problem -> throw problem;
            case Throwable problem -> throw new IOException(problem);
        }
    }

    private Void fetchOne(FetchedFile file, Progress progress) throws IOException {
        try {
            progress.checkCancelled();
            file.fetch(progress);
            return null;
        } catch (IOException | RuntimeException problem) {
            failing = true; // the others stop
            throw problem;
        }
    }

    private static Optional<Throwable> failureOf(Future<?> work) {
        try {
            work.get();
            return Optional.empty();
        } catch (ExecutionException failed) {
            return Optional.of(Objects.requireNonNull(failed.getCause()));
        } catch (InterruptedException | CancellationException stopped) {
            return Optional.of(new CancellationException());
        }
    }

    /// Whether it is to stop is asked of others.
    private final class Watched implements Progress {
        private final BooleanSupplier stopped;

        Watched(BooleanSupplier stopped) {
            this.stopped = stopped;
        }

        @Override
        public void stage(String name) {}

        @Override
        public void trouble(Optional<Sentence> what) {
            trouble = what;
        }

        @Override
        public void update(long done, long total, String unit) {}

        @Override
        public boolean cancelled() {
            return stopped.getAsBoolean();
        }
    }
}
