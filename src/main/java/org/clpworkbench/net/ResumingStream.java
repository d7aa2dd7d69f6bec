package org.clpworkbench.net;

import org.clpworkbench.job.Progress;
import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldException;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A file on a server, read from some byte to its end. Where the connection breaks or falls silent,
/// it is taken up again at the same byte, some times, as long as the file has not changed.
public final class ResumingStream extends InputStream {
    /// The length of a file that nobody has told.
    public static final long UNKNOWN = -1;

    /// After which a server that says nothing is asked anew, unless somebody knows better.
    public static final Duration SILENCE = Duration.ofSeconds(30);

    private static final int MOST_REREADS = 6;
    private static final long LEAST_GAIN = 16;
    private static final long MOST_GAIN = 64 << 10;
    private static final long GAINS = 10_000;
    private static final long SKIPPED = 1 << 20;
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Pattern RANGE = Pattern.compile("bytes (\\d+)-.*");
    private static final int PARTIAL = 206;
    private static final int WHOLE = 200;
    private static final int BAD_REQUEST = 400;

    private final Answers answers;
    private final URI file;
    private final Progress progress;
    private final Retries retries;
    private final Duration silence;
    private final Thread watch;
    private volatile @Nullable InputStream body;
    private volatile long heard = System.nanoTime();
    private volatile boolean closed;
    private HttpHeaders headers = HttpHeaders.of(Map.of(), (_, _) -> true);
    private Optional<String> version = Optional.empty();
    private boolean versionKnown;
    private long length;
    private long position;
    private int rereads;
    private boolean failed;
    private long failedAt;

    /// @param progress asked whether to go on; when cancelled, a read that waits ends at once
    public ResumingStream(HttpClient client, URI file, Progress progress) {
        this(client, file, progress, Retries.PAUSE, SILENCE);
    }

    /// @param pause before the first try again; twice as long before each that follows
    /// @param silence after which the connection is taken for broken
    ResumingStream(
            HttpClient client, URI file, Progress progress, Duration pause, Duration silence) {
        this(Answers.from(client), file, 0, UNKNOWN, progress, pause, silence);
    }

    /// @param position the first byte that is wanted
    /// @param length bytes of the whole file, which end the stream whatever the server says of its
    ///   length, or [#UNKNOWN]
    /// @param pause before the first try again; twice as long before each that follows
    /// @param silence after which the connection is taken for broken
    public ResumingStream(
            Answers answers,
            URI file,
            long position,
            long length,
            Progress progress,
            Duration pause,
            Duration silence) {
        this.answers = answers;
        this.file = file;
        this.position = position;
        this.length = length;
        this.progress = progress;
        this.silence = silence;
        retries = new Retries(progress, pause);
        watch = Thread.ofVirtual().name("clp-watch").start(this::watch);
    }

    /// The next byte that is read, counted from the file's beginning.
    public long position() {
        return position;
    }

    /// Of the latest answer; none before the first read.
    public HttpHeaders headers() {
        return headers;
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
            if (length != UNKNOWN && position >= length) {
                return -1;
            }
            try {
                InputStream from = open();
                int wanted = length == UNKNOWN ? count : (int) Math.min(count, length - position);
                int read = from.read(into, offset, wanted);
                if (read < 0 && (position < length || body == null)) {
                    throw new ToldException(Sentence.of(ResumingStream.class, "early"));
                }
                heard = System.nanoTime();
                if (read > 0) {
                    position += read;
                    gained();
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

    /// A server that gives a byte before each failure must not be asked for ever: the failures are
    /// forgotten when 64 KiB have come since the first of them, or of a small file a
    /// ten-thousandth.
    private void gained() {
        retries.goesOn();
        if (failed && position - failedAt >= enough()) {
            failed = false;
            retries.succeeded();
        }
    }

    private long enough() {
        return length == UNKNOWN
                ? MOST_GAIN
                : Math.clamp((length - failedAt) / GAINS, LEAST_GAIN, MOST_GAIN);
    }

    private void tryAgain(IOException broken) throws IOException {
        release();
        if (!failed) {
            failed = true;
            failedAt = position;
        }
        String where = "%s://%s%s".formatted(file.getScheme(), file.getAuthority(), file.getPath());
        Sentence what =
                position == 0
                        ? Sentence.of(ResumingStream.class, "nothing", where)
                        : Sentence.of(ResumingStream.class, "broken", where, position);
        if (closed || rereads >= MOST_REREADS) {
            throw new ToldException(Sentence.of(ResumingStream.class, "stuck", what), broken);
        }
        retries.again(what, broken);
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
        var request = HttpRequest.newBuilder(file).timeout(silence);
        if (position > 0) {
            request.header("Range", "bytes=" + position + "-");
            version.ifPresent(tag -> request.header("If-Range", tag));
        }
        HttpResponse<InputStream> answer = answers.to(request, progress);
        try {
            accept(answer);
        } catch (IOException unusable) {
            answer.body().close();
            throw unusable;
        }
        return answer.body();
    }

    private void accept(HttpResponse<InputStream> answer) throws IOException {
        int status = answer.statusCode();
        if (status >= BAD_REQUEST) {
            throw LaterException.passing(status)
                    ? new LaterException(file.toString(), status, LaterException.askedBy(answer))
                    : new RefusedException(
                            Sentence.of(ResumingStream.class, "status", file, status));
        }
        headers = answer.headers();
        Optional<String> tag = headers.firstValue("ETag");
        boolean other = versionKnown && !tag.equals(version);
        if (other || (status != PARTIAL && status != WHOLE)) {
            throw new ChangedException(Sentence.of(ResumingStream.class, "changed", file));
        }
        version = tag;
        versionKnown = true;
        if (position == 0 && length == UNKNOWN) {
            length = headers.firstValueAsLong("Content-Length").orElse(UNKNOWN);
        }
        if (status == PARTIAL) {
            checkRange();
        } else if (position > 0) {
            rereads++;
            skip(answer.body());
        }
    }

    /// What a server sends again that does not answer ranges.
    private void skip(InputStream from) throws IOException {
        for (long left = position; left > 0; left -= Math.min(left, SKIPPED)) {
            progress.checkCancelled();
            from.skipNBytes(Math.min(left, SKIPPED));
            heard = System.nanoTime();
        }
    }

    private void checkRange() throws RefusedException {
        String said = headers.firstValue("Content-Range").orElse("");
        Matcher range = RANGE.matcher(said);
        if (!range.matches() || !range.group(1).equals(Long.toString(position))) {
            throw new RefusedException(
                    Sentence.of(ResumingStream.class, "range", file, position, said));
        }
    }

    /// Ends a read that waits for too long, or that is no longer wanted.
    private void watch() {
        while (!closed) {
            boolean silent = System.nanoTime() - heard > silence.toNanos();
            if (silent || progress.cancelled()) {
                release();
            }
            try {
                Thread.sleep(LOOK);
            } catch (InterruptedException closedMeanwhile) {
                return;
            }
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
}
