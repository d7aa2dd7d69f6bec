package org.clpworkbench.net;

import org.clpworkbench.job.Progress;
import org.jspecify.annotations.Nullable;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/// A file on a server, read from beginning to end. Where the connection breaks or falls silent, it
/// is taken up again at the same byte, some times, as long as the file has not changed.
public final class ResumingStream extends InputStream {
    private static final int TRIES = 6;
    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final int PARTIAL = 206;
    private static final int WHOLE = 200;
    private static final int BAD_REQUEST = 400;
    private static final int TIMED_OUT = 408;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    private final HttpClient client;
    private final URI file;
    private final Progress progress;
    private final Duration pause;
    private final Thread watch;
    private volatile @Nullable InputStream body;
    private volatile long heard = System.nanoTime();
    private volatile boolean closed;
    private Optional<String> version = Optional.empty();
    private long length = -1;
    private long position;
    private int failures;

    /// @param progress asked whether to go on; when cancelled, a read that waits ends at once
    public ResumingStream(HttpClient client, URI file, Progress progress) {
        this(client, file, progress, Duration.ofSeconds(1));
    }

    /// @param pause before the first try again; twice as long before each that follows
    ResumingStream(HttpClient client, URI file, Progress progress, Duration pause) {
        this.client = client;
        this.file = file;
        this.progress = progress;
        this.pause = pause;
        watch = Thread.ofVirtual().name("clp-watch").start(this::watch);
    }

    /// Bytes read so far.
    public long position() {
        return position;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int count) throws IOException {
        while (true) {
            progress.checkCancelled();
            try {
                InputStream from = open();
                int read = from.read(into, offset, count);
                if (read < 0 && (position < length || body == null)) {
                    throw new EOFException("the connection ended early");
                }
                heard = System.nanoTime();
                if (read > 0) {
                    position += read;
                    failures = 0;
                }
                return read;
            } catch (RefusedException refused) {
                throw refused;
            } catch (IOException broken) {
                progress.checkCancelled();
                tryAgain(broken);
            }
        }
    }

    private void tryAgain(IOException broken) throws IOException {
        release();
        failures++;
        if (closed || failures >= TRIES) {
            throw new IOException(
                    "%s broke off after %,d bytes, %d times: %s. Check the connection and try again."
                            .formatted(file, position, failures, said(broken)),
                    broken);
        }
        long nanos = pause.toNanos() << (failures - 1);
        long until = System.nanoTime() + nanos;
        while (System.nanoTime() < until) {
            progress.checkCancelled();
            sleep(Duration.ofNanos(Math.min(nanos, LOOK.toNanos())));
        }
    }

    private static String said(IOException broken) {
        String message = broken.getMessage();
        return message == null ? broken.getClass().getSimpleName() : message;
    }

    private InputStream open() throws IOException {
        InputStream now = body;
        if (now == null) {
            heard = System.nanoTime();
            now = request();
            body = now;
        }
        return now;
    }

    private InputStream request() throws IOException {
        var request = HttpRequest.newBuilder(file).timeout(SILENCE);
        if (position > 0) {
            request.header("Range", "bytes=" + position + "-");
            version.ifPresent(tag -> request.header("If-Range", tag));
        }
        HttpResponse<InputStream> answer = send(request.build());
        int status = answer.statusCode();
        if (status >= BAD_REQUEST) {
            answer.body().close();
            String sentence = "%s answered with status %d.".formatted(file, status);
            throw passing(status) ? new IOException(sentence) : new RefusedException(sentence);
        }
        Optional<String> tag = answer.headers().firstValue("ETag");
        if (position == 0) {
            version = tag;
            length = answer.headers().firstValueAsLong("Content-Length").orElse(-1);
        } else if (!tag.equals(version) || (status != PARTIAL && status != WHOLE)) {
            answer.body().close();
            throw new RefusedException(
                    file + " has changed while it was being fetched; fetch it again.");
        } else if (status == WHOLE) {
            answer.body().skipNBytes(position);
        }
        return answer.body();
    }

    /// Whether the same request may be answered a little later.
    private static boolean passing(int status) {
        return status >= SERVER_ERROR || status == TIMED_OUT || status == TOO_MANY_REQUESTS;
    }

    private HttpResponse<InputStream> send(HttpRequest request) throws IOException {
        try {
            return client.send(request, BodyHandlers.ofInputStream());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new RefusedException("Interrupted while asking for " + file);
        }
    }

    /// Ends a read that waits for too long, or that is no longer wanted.
    private void watch() {
        while (!closed) {
            boolean silent = System.nanoTime() - heard > SILENCE.toNanos();
            if (silent || progress.cancelled()) {
                release();
            }
            try {
                sleep(LOOK);
            } catch (IOException interrupted) {
                return;
            }
        }
    }

    private static void sleep(Duration time) throws IOException {
        try {
            Thread.sleep(time);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new RefusedException("Interrupted.");
        }
    }

    private void release() {
        InputStream now = body;
        body = null;
        if (now != null) {
            try {
                now.close();
            } catch (IOException alreadyBroken) {
                // it is given up anyway
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        release();
        watch.interrupt();
    }

    /// An answer that asking again would not change.
    private static final class RefusedException extends IOException {
        private static final long serialVersionUID = 1;

        RefusedException(String sentence) {
            super(sentence);
        }
    }
}
