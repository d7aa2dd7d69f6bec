package org.clpworkbench.net;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A server of files that answers ranges, and cuts answers off as it is told.
public final class FaultyServer implements AutoCloseable {
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d*)-");
    private static final Pattern TAIL = Pattern.compile("bytes=-(\\d+)");

    private final HttpServer server;
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicLong sent = new AtomicLong();
    private volatile IntUnaryOperator cut = bytes -> bytes;
    private volatile boolean ranges = true;
    private volatile String version = "\"1\"";
    private volatile boolean silent;
    private volatile int refusal;
    private final AtomicInteger refusals = new AtomicInteger();

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

    /// How many of the bytes that an answer promises are sent before the connection is cut.
    public void cutting(IntUnaryOperator bytes) {
        cut = bytes;
    }

    public void ignoringRanges() {
        ranges = false;
    }

    public void version(String tag) {
        version = tag;
    }

    /// From now on answers begin and then nothing more comes.
    public void fallSilent() {
        silent = true;
    }

    /// The next so many requests get only a status.
    public void refusing(int status, int times) {
        refusal = status;
        refusals.set(times);
    }

    public int requests() {
        return requests.get();
    }

    /// Bytes of files in all answers.
    public long sent() {
        return sent.get();
    }

    private void answer(HttpExchange exchange) {
        requests.incrementAndGet();
        try (exchange) {
            if (refusals.getAndDecrement() > 0) {
                exchange.sendResponseHeaders(refusal, -1);
                return;
            }
            byte[] file = files.get(exchange.getRequestURI().getPath());
            if (file == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            int begin = ranges ? begin(exchange, file.length) : 0;
            exchange.getResponseHeaders().set("ETag", version);
            if (begin > 0) {
                exchange.getResponseHeaders()
                        .set(
                                "Content-Range",
                                "bytes %d-%d/%d".formatted(begin, file.length - 1, file.length));
            }
            int promised = file.length - begin;
            exchange.sendResponseHeaders(begin > 0 ? 206 : 200, promised);
            int bytes = Math.clamp(cut.applyAsInt(promised), 0, promised);
            exchange.getResponseBody().write(Arrays.copyOfRange(file, begin, begin + bytes));
            exchange.getResponseBody().flush();
            sent.addAndGet(bytes);
            if (silent) {
                Thread.sleep(60_000);
            }
        } catch (IOException cutOff) {
            throw new UncheckedIOException(cutOff);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private int begin(HttpExchange exchange, int length) {
        String asked =
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("Range")).orElse("");
        String condition = exchange.getRequestHeaders().getFirst("If-Range");
        if (condition != null && !condition.equals(version)) {
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
