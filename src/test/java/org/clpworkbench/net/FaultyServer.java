package org.clpworkbench.net;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A server of files that answers ranges, and cuts answers off, slows down or lies as it is told.
public final class FaultyServer implements AutoCloseable {
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d*)-");
    private static final Pattern TAIL = Pattern.compile("bytes=-(\\d+)");
    private static final int PIECE = 4096;
    private static final long SILENCE = 60_000;

    private final HttpServer server;
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicLong sent = new AtomicLong();
    private final List<Sent> answers = new ArrayList<>();
    private volatile Interceptor interceptor = _ -> false;
    private volatile IntUnaryOperator cut = bytes -> bytes;
    private volatile IntUnaryOperator promise = bytes -> bytes;
    private volatile boolean ranges = true;
    private volatile String version = "\"1\"";
    private final AtomicInteger silences = new AtomicInteger();
    private final AtomicInteger hanging = new AtomicInteger();
    private volatile String hangingMethod = "";
    private volatile int bytesPerSecond = Integer.MAX_VALUE;
    private volatile int refusal;
    private volatile Map<String, String> refusalHeaders = Map.of();
    private final AtomicInteger refusals = new AtomicInteger();

    /// What answers some requests before the files do.
    @FunctionalInterface
    public interface Interceptor {
        /// @return whether it has answered
        boolean answer(HttpExchange exchange) throws IOException;
    }

    /// Bytes of a file that went out in an answer.
    ///
    /// @param authorization what the request carried; empty for nothing
    public record Sent(String path, int begin, int bytes, String authorization) {}

    public FaultyServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    /// Ends with a slash.
    public URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
    }

    public FaultyServer file(String path, byte[] content) {
        files.put("/" + path, content);
        return this;
    }

    public void intercepting(Interceptor first) {
        interceptor = first;
    }

    /// How many of the bytes that an answer promises are sent before the connection is cut.
    public void cutting(IntUnaryOperator bytes) {
        cut = bytes;
    }

    /// How many of the bytes that an answer should have it promises and sends.
    public void promising(IntUnaryOperator bytes) {
        promise = bytes;
    }

    public void slowedTo(int bytes) {
        bytesPerSecond = bytes;
    }

    public void ignoringRanges() {
        ranges = false;
    }

    public void version(String tag) {
        version = tag;
    }

    /// The next so many answers that are cut do not end either: nothing more comes.
    public void fallSilent(int times) {
        silences.set(times);
    }

    /// The next so many requests of a method get no answer at all.
    public void hanging(String method, int times) {
        hangingMethod = method;
        hanging.set(times);
    }

    /// The next so many requests get only a status.
    public void refusing(int status, int times) {
        refusing(status, times, Map.of());
    }

    public void refusing(int status, int times, Map<String, String> headers) {
        refusal = status;
        refusalHeaders = headers;
        refusals.set(times);
    }

    public int requests() {
        return requests.get();
    }

    /// Bytes of files in all answers.
    public long sent() {
        return sent.get();
    }

    public List<Sent> answers() {
        synchronized (answers) {
            return List.copyOf(answers);
        }
    }

    private void answer(HttpExchange exchange) {
        requests.incrementAndGet();
        try (exchange) {
            if (refusals.getAndDecrement() > 0) {
                refusalHeaders.forEach(exchange.getResponseHeaders()::set);
                exchange.sendResponseHeaders(refusal, -1);
                return;
            }
            if (exchange.getRequestMethod().equals(hangingMethod)
                    && hanging.getAndDecrement() > 0) {
                Thread.sleep(SILENCE);
                return;
            }
            if (interceptor.answer(exchange)) {
                return;
            }
            byte[] file = files.get(exchange.getRequestURI().getPath());
            if (file == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            serve(exchange, file, version);
        } catch (IOException cutOff) {
            throw new UncheckedIOException(cutOff);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /// Answers with a file, or its headers alone when those are asked for.
    public void serve(HttpExchange exchange, byte[] file, String tag)
            throws IOException, InterruptedException {
        exchange.getResponseHeaders().set("ETag", tag);
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(file.length));
            exchange.sendResponseHeaders(200, -1);
            return;
        }
        int begin = ranges ? begin(exchange, file.length, tag) : 0;
        if (begin > 0) {
            exchange.getResponseHeaders()
                    .set(
                            "Content-Range",
                            "bytes %d-%d/%d".formatted(begin, file.length - 1, file.length));
        }
        int promised = promise.applyAsInt(file.length - begin);
        exchange.sendResponseHeaders(begin > 0 ? 206 : 200, promised);
        int bytes = Math.clamp(cut.applyAsInt(promised), 0, promised);
        int went = 0;
        try {
            while (went < bytes) {
                int piece = Math.min(PIECE, bytes - went);
                exchange.getResponseBody().write(file, begin + went, piece);
                went += piece;
                sent.addAndGet(piece);
                if (bytesPerSecond < Integer.MAX_VALUE) {
                    exchange.getResponseBody().flush();
                    Thread.sleep(1000L * piece / bytesPerSecond);
                }
            }
        } finally {
            synchronized (answers) {
                answers.add(
                        new Sent(
                                exchange.getRequestURI().getPath(),
                                begin,
                                went,
                                header(exchange, "Authorization")));
            }
        }
        exchange.getResponseBody().flush();
        if (bytes < promised && silences.getAndDecrement() > 0) {
            Thread.sleep(SILENCE);
        }
    }

    public static String header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
    }

    private int begin(HttpExchange exchange, int length, String tag) {
        String asked = header(exchange, "Range");
        String condition = header(exchange, "If-Range");
        if (!condition.isEmpty() && !condition.equals(tag)) {
            return 0;
        }
        Matcher range = RANGE.matcher(asked);
        if (range.matches()) {
            return Integer.parseInt(range.group(1));
        }
        Matcher tail = TAIL.matcher(asked);
        return tail.matches() ? length - Integer.parseInt(tail.group(1)) : 0;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
