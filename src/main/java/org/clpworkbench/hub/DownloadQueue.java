package org.clpworkbench.hub;

import org.clpworkbench.hub.HubException.Reason;
import org.clpworkbench.job.Progress;
import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// All downloads of the program: a few files at a time, in the order in which they were asked for.
public final class DownloadQueue implements AutoCloseable {
    public static final int FILES_AT_ONCE = 4;

    private static final Logger LOG = LoggerFactory.getLogger(DownloadQueue.class);

    private final HubClient client;
    private final HubCache cache;
    private final UnfinishedDownloads kept;
    private final ExecutorService files;
    private final List<Download> downloads = new CopyOnWriteArrayList<>();
    private final Object planning = new Object();
    private volatile boolean closing;

    /// @param client is closed with the queue
    public DownloadQueue(HubClient client, UnfinishedDownloads kept) {
        this.client = client;
        this.cache = HubCache.of(client.hub());
        this.kept = kept;
        files =
                Executors.newFixedThreadPool(
                        FILES_AT_ONCE, Thread.ofPlatform().daemon().name("fetch-", 0).factory());
    }

    /// Takes up what was not whole when the program ended, except what another process works on.
    public void takeUp() throws IOException {
        for (UnfinishedDownloads.Kept each : kept.takeAll()) {
            var download = new Download(this, each.request());
            downloads.add(download);
            if (each.paused()) {
                download.found();
            } else {
                download.start();
            }
        }
    }

    /// Fetches a model or a data set, or goes on with one that is on the list already.
    ///
    /// @throws IOException when another process fetches it, or the list cannot be written
    public Download add(DownloadRequest request) throws IOException {
        Download download;
        synchronized (this) {
            for (Download known : downloads) {
                DownloadState state = known.snapshot().state();
                if (known.request().equals(request) && state != DownloadState.CANCELLED) {
                    if (state != DownloadState.DONE) {
                        known.resume();
                        return known;
                    }
                    downloads.remove(known);
                }
            }
            if (!kept.take(request)) {
                throw new ToldException(Sentence.of(DownloadQueue.class, "fetching", request.id()));
            }
            kept.write(request, false);
            download = new Download(this, request);
            downloads.add(download);
        }
        download.start();
        return download;
    }

    /// In the order in which they were asked for.
    public List<Download> list() {
        return List.copyOf(downloads);
    }

    /// Takes those off the list that are done or cancelled.
    public void clearEnded() {
        downloads.removeIf(
                download -> {
                    DownloadState state = download.snapshot().state();
                    return state == DownloadState.DONE || state == DownloadState.CANCELLED;
                });
    }

    HubClient client() {
        return client;
    }

    HubCache cache() {
        return cache;
    }

    UnfinishedDownloads kept() {
        return kept;
    }

    boolean closing() {
        return closing;
    }

    Future<?> submit(Callable<Void> file) {
        return files.submit(file);
    }

    /// Asks what a download consists of, and whether the disk has room for it beside all others.
    void plan(Download download, Progress progress) throws IOException {
        DownloadRequest request = download.request();
        HubRepository repository = client.repository(request.id(), request.revision(), progress);
        synchronized (planning) {
            download.plan(repository);
            checkRoom(download);
        }
    }

    private void checkRoom(Download wanted) throws IOException {
        long own = wanted.room();
        long others =
                downloads.stream()
                        .filter(download -> !download.equals(wanted))
                        .filter(download -> !download.snapshot().state().resting())
                        .mapToLong(Download::room)
                        .sum();
        long room = cache.room();
        if (own > 0 && room - others < own) {
            throw new HubException(
                    Reason.NO_ROOM,
                    Sentence.of(
                            DownloadQueue.class,
                            "room",
                            wanted.request().id(),
                            own / 1e9,
                            cache.folder(),
                            Math.max(0, room - others) / 1e9));
        }
    }

    /// Stops; what is not whole goes on at the next start.
    @Override
    public void close() {
        closing = true;
        downloads.forEach(Download::leave);
        files.shutdown();
        try {
            for (Download download : downloads) {
                download.join();
            }
            kept.close();
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        } catch (IOException stays) {
            LOG.warn("A lock stays until the program ends", stays);
        }
        client.close();
    }
}
