package org.clpworkbench.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import org.clpworkbench.job.Cancellable;
import org.clpworkbench.job.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;

class ResumingStreamTest {
    private static final byte[] CONTENT = content();

    private FaultyServer server;

    private static byte[] content() {
        byte[] bytes = new byte[200_000];
        new Random(3).nextBytes(bytes);
        return bytes;
    }

    @BeforeEach
    void start() throws IOException {
        server = new FaultyServer().file("file", CONTENT);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private byte[] fetched(String name, Progress progress) throws IOException {
        return fetched(name, progress, ResumingStream.SILENCE);
    }

    private byte[] fetched(String name, Progress progress, Duration silence) throws IOException {
        try (var client = HttpClient.newHttpClient();
                var stream =
                        new ResumingStream(
                                client,
                                server.address().resolve(name),
                                progress,
                                Duration.ofMillis(1),
                                silence)) {
            return stream.readAllBytes();
        }
    }

    @Test
    void aWholeFileTakesOneRequest() throws IOException {
        assertThat(fetched("file", Progress.unwatched())).isEqualTo(CONTENT);
        assertThat(server.requests()).isEqualTo(1);
    }

    /// Wherever the connection is cut, the file is taken up at that byte: no byte is sent twice.
    @Test
    void aHundredCutsLoseNothing() throws IOException {
        var random = new Random(5);
        server.cutting(promised -> server.requests() <= 100 ? 1 + random.nextInt(2_000) : promised);

        assertThat(fetched("file", Progress.unwatched())).isEqualTo(CONTENT);
        assertThat(server.requests()).isEqualTo(101);
        assertThat(server.sent()).isLessThan(2L * CONTENT.length);
    }

    @Test
    void aServerWithoutRangesIsReadAnew() throws IOException {
        server.ignoringRanges();
        server.cutting(promised -> server.requests() == 1 ? 5_000 : promised);

        assertThat(fetched("file", Progress.unwatched())).isEqualTo(CONTENT);
        assertThat(server.requests()).isEqualTo(2);
    }

    @Test
    void anAnswerWithOtherBytesThanWereAskedForIsRefused() {
        server.intercepting(
                exchange -> {
                    if (exchange.getRequestHeaders().getFirst("Range") == null) {
                        return false;
                    }
                    exchange.getResponseHeaders().set("Content-Range", "bytes 7-199999/200000");
                    exchange.getResponseHeaders().set("ETag", "\"1\"");
                    exchange.sendResponseHeaders(206, -1);
                    return true;
                });
        server.cutting(promised -> promised / 2);

        assertThatThrownBy(() -> fetched("file", Progress.unwatched()))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("answered with \"bytes 7-199999/200000\"");
    }

    @Test
    void afterSomeTriesWithoutAByteItGivesUp() {
        server.cutting(_ -> 0);

        assertThatThrownBy(() -> fetched("file", Progress.unwatched()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("file gave nothing, 6 times")
                .hasMessageContaining("try again");
    }

    /// Of 200,000 bytes one comes with each answer, and then nothing for half a second.
    @Test
    @Timeout(30)
    void aServerThatGivesAByteATimeIsGivenUpToo() {
        server.cutting(_ -> 1);
        server.fallSilent(Integer.MAX_VALUE);
        var silence = Duration.ofMillis(500);

        assertThatThrownBy(() -> fetched("file", Progress.unwatched(), silence))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("file broke off after 6 bytes, 6 times");
        assertThat(server.requests()).isEqualTo(6);
    }

    @Test
    void aFileThatChangesMeanwhileIsNotPatchedTogether() {
        server.cutting(
                promised -> {
                    server.version("\"" + (server.requests() + 1) + "\"");
                    return promised / 2;
                });

        assertThatThrownBy(() -> fetched("file", Progress.unwatched()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("has changed while it was being fetched");
    }

    @Test
    void aFileThatIsNotThereIsAskedForOnce() {
        assertThatThrownBy(() -> fetched("other", Progress.unwatched()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("answered with status 404");
        assertThat(server.requests()).isEqualTo(1);
    }

    /// A server that fails, took too long or is asked too often may answer a little later.
    @ParameterizedTest
    @ValueSource(ints = {500, 503, 408, 429})
    void aPassingRefusalIsAskedAgain(int status) throws IOException {
        server.refusing(status, 2);

        assertThat(fetched("file", Progress.unwatched())).isEqualTo(CONTENT);
        assertThat(server.requests()).isEqualTo(3);
    }

    /// The server sends a quarter and then nothing: what it has sent is not sent again.
    @Test
    @Timeout(10)
    void aServerThatFallsSilentIsAskedFromTheSameByte() throws IOException {
        server.cutting(promised -> server.requests() == 1 ? promised / 4 : promised);
        server.fallSilent(1);

        assertThat(fetched("file", Progress.unwatched(), Duration.ofMillis(500)))
                .isEqualTo(CONTENT);
        assertThat(server.answers())
                .extracting(FaultyServer.Sent::begin, FaultyServer.Sent::bytes)
                .containsExactly(tuple(0, 50_000), tuple(50_000, 150_000));
    }

    @Test
    @Timeout(10)
    void aServerThatDoesNotAnswerIsAskedAgain() throws IOException {
        server.hanging("GET", 2);

        assertThat(fetched("file", Progress.unwatched(), Duration.ofMillis(300)))
                .isEqualTo(CONTENT);
        assertThat(server.requests()).isEqualTo(3);
    }

    @Test
    @Timeout(10)
    void cancellingEndsAReadThatWaits() {
        server.cutting(promised -> promised / 2);
        server.fallSilent(1);
        var cancelled = new AtomicBoolean();
        Thread.ofVirtual()
                .start(
                        () -> {
                            try {
                                Thread.sleep(300);
                            } catch (InterruptedException stopped) {
                                Thread.currentThread().interrupt();
                            }
                            cancelled.set(true);
                        });
        long begin = System.nanoTime();

        assertThatThrownBy(() -> fetched("file", new Cancellable(cancelled::get)))
                .isInstanceOf(CancellationException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
    }
}
