package org.clpworkbench.hub;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.net.FaultyServer;
import org.clpworkbench.tensor.WholeFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

class FaultyDownloadTest extends DownloadCase {
    /// The first hundred answers with bytes are cut at random places, and some in JSON.
    @Test
    void aHundredRandomCutsLeaveEveryFileWholeAndNoneFetchedTwice() throws Exception {
        var random = new Random(11);
        var cuts = new AtomicInteger();
        java.util.function.IntUnaryOperator cut =
                promised -> {
                    synchronized (random) {
                        return promised > 6_000 && cuts.incrementAndGet() <= 100
                                ? 1 + random.nextInt(6_000)
                                : promised;
                    }
                };
        server.cdn().cutting(cut);
        server.hub().cutting(cut);
        server.breakingOff(3);

        DownloadSnapshot done = fetched();

        assertThat(done.state()).as(done.failure()).isEqualTo(DownloadState.DONE);
        assertThat(cuts.get()).isGreaterThan(100);
        assertWhole();
        var sent = new ConcurrentHashMap<String, Long>();
        Stream.concat(server.cdn().answers().stream(), server.hub().answers().stream())
                .forEach(one -> sent.merge(one.path(), (long) one.bytes(), Long::sum));
        assertThat(sent).hasSize(FILES.size());
        sent.forEach(
                (path, bytes) -> assertThat(bytes).as(path).isLessThan(2L * content(path).length));
        assertThat(server.cdn().answers())
                .filteredOn(one -> one.begin() == 0 && one.bytes() > 6_000)
                .as("answers that began anew and were long")
                .isEmpty();
    }

    /// Of what a request was for: a large file by its hash, a small one by its name.
    private static byte[] content(String path) {
        return FILES.entrySet().stream()
                .filter(
                        file ->
                                path.endsWith("/" + file.getKey())
                                        || path.equals("/" + HubServer.sha256(file.getValue())))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    @Test
    void anAnswerInJsonThatBreaksOffIsAskedForAgain() throws Exception {
        server.breakingOff(2);
        assertThat(fetched().state()).isEqualTo(DownloadState.DONE);
        assertThat(server.asked().stream().filter(line -> line.startsWith("GET /api/")).toList())
                .hasSize(3);
        assertWhole();
    }

    /// What the Hub says of a file when it is fetched is not what its page has said: nothing of the
    /// file is asked for, nor kept.
    @ParameterizedTest
    @MethodSource("contradictions")
    void aServerThatContradictsItselfIsNotBelieved(String header, String value, String why)
            throws Exception {
        server.contradicting(header, value);

        DownloadSnapshot failed = fetched();

        assertThat(failed.state()).isEqualTo(DownloadState.FAILED);
        assertThat(failed.failure()).contains(why, ".safetensors", "no Hub");
        assertThat(server.cdn().requests()).isZero();
        assertThat(snapshot().resolve("model-00001-of-00002.safetensors")).doesNotExist();
        assertThat(repository().resolve("refs/main")).doesNotExist();
    }

    static Stream<Arguments> contradictions() {
        return Stream.of(
                Arguments.of(
                        "X-Repo-Commit",
                        HubServer.EARLIER,
                        "at commit " + HubServer.COMMIT + " and answers for \"fedcba98"),
                Arguments.of(
                        "X-Linked-Etag",
                        '"' + HubServer.sha256(TOKENIZER) + '"',
                        "hashes to two different values"),
                Arguments.of("X-Linked-Size", "1000", "and that it has 1"));
    }

    @Test
    void aContentThatDoesNotHashToItsNameIsRefused() throws Exception {
        byte[] other = FIRST.clone();
        other[1234] ^= 1;
        server.lyingAbout(FIRST, other);

        DownloadSnapshot failed = fetched();

        assertThat(failed.state()).isEqualTo(DownloadState.FAILED);
        assertThat(failed.failure())
                .contains("model-00001-of-00002.safetensors", "another content", "Try again later");
        assertThat(repository().resolve("blobs").resolve(HubServer.sha256(FIRST))).doesNotExist();
        assertThat(repository().resolve("refs/main")).doesNotExist();

        server.lyingAbout(FIRST, FIRST);
        assertThat(fetched().state()).isEqualTo(DownloadState.DONE);
        assertWhole();
    }

    /// What was left of an earlier try is damaged: it is fetched anew, once.
    @Test
    void aDamagedBeginningIsThrownAway() throws Exception {
        Path blobs = Files.createDirectories(repository().resolve("blobs"));
        Files.write(
                blobs.resolve(HubServer.sha256(FIRST) + ".incomplete"),
                HubServer.bytes(99, 100_000));

        assertThat(fetched().state()).isEqualTo(DownloadState.DONE);
        assertWhole();
    }

    @Test
    void aLengthThatLiesIsFoundOut() throws Exception {
        var lies = new AtomicInteger();
        server.cdn().promising(rest -> lies.incrementAndGet() <= 4 ? rest / 2 : rest);

        assertThat(fetched().state()).isEqualTo(DownloadState.DONE);
        assertThat(lies.get()).isGreaterThan(4);
        assertWhole();
    }

    @Test
    void aServerThatIgnoresRangesIsReadAnew() throws Exception {
        server.cdn().ignoringRanges();
        var cuts = new AtomicInteger();
        server.cdn().cutting(all -> cuts.incrementAndGet() <= 2 ? 20_000 : all);

        assertThat(fetched().state()).isEqualTo(DownloadState.DONE);
        assertWhole();
    }

    @Test
    void aTagThatChangesMidwayBeginsTheFileAnew() throws Exception {
        var cuts = new AtomicInteger();
        server.cdn()
                .cutting(
                        promised -> {
                            server.cdn().version("\"" + cuts.incrementAndGet() + "\"");
                            return cuts.get() <= 2 ? promised / 2 : promised;
                        });

        assertThat(fetched().state()).isEqualTo(DownloadState.DONE);
        assertWhole();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void followsEveryRedirect(int status) throws Exception {
        server.redirectingBy(status);
        assertThat(fetched().state()).isEqualTo(DownloadState.DONE);
    }

    @Test
    void circlesOfRedirectsEnd() throws Exception {
        server.sendingInCircles();
        assertThat(fetched().failure()).contains("sends in circles", "Try again later");
        assertThat(server.hub().requests()).isLessThan(100);
    }

    @Test
    void aBusyServerIsAskedAgainWhenItWantsToBe() throws Exception {
        server.hub().refusing(429, 2, Map.of("Retry-After", "1"));
        long begin = System.nanoTime();

        assertThat(fetched().state()).isEqualTo(DownloadState.DONE);
        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .isGreaterThan(Duration.ofSeconds(2));
    }

    @Test
    void saysWhatItWaitsForUntilItGoesOn() throws Exception {
        server.cdn().refusing(503, 1, Map.of("Retry-After", "2"));
        try (var queue = queue()) {
            Download download = queue.add(request());
            DownloadSnapshot waits = until(download, now -> !now.trouble().isEmpty());
            assertThat(waits.trouble().orElseThrow().inEnglish())
                    .contains("status 503")
                    .endsWith(".");
            assertThat(waits.state()).isEqualTo(DownloadState.FETCHING);
            DownloadSnapshot done = rest(download);
            assertThat(done.state()).isEqualTo(DownloadState.DONE);
            assertThat(done.trouble()).isEmpty();
        }
    }

    /// First about the page, then about a file, then in the middle of a file.
    @Test
    void aSilentServerIsAskedAgain() throws Exception {
        var limits = Map.of("HF_HUB_ETAG_TIMEOUT", "1", "HF_HUB_DOWNLOAD_TIMEOUT", "1");
        server.cdn().cutting(promised -> promised == FIRST.length ? 100_000 : promised);
        long begin = System.nanoTime();
        for (String method : new String[] {"GET", "HEAD"}) {
            server.hub().hanging(method, 1);
            server.cdn().fallSilent(1);
            try (var queue = queue(environment(limits))) {
                DownloadSnapshot done = rest(queue.add(request()));
                assertThat(done.state()).as(done.failure()).isEqualTo(DownloadState.DONE);
            }
            assertWhole();
            WholeFiles.delete(repository());
        }

        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .isBetween(Duration.ofSeconds(3), Duration.ofSeconds(25));
        assertThat(server.cdn().answers())
                .filteredOn(one -> one.path().equals("/" + HubServer.sha256(FIRST)))
                .extracting(FaultyServer.Sent::begin)
                .containsExactly(0, 100_000, 0, 100_000);
    }

    @Test
    void aServerThatWantsHoursIsNotWaitedFor() throws Exception {
        server.hub().refusing(429, 100, Map.of("Retry-After", "7200"));
        assertThat(fetched().failure()).contains("asks to wait for 120 minutes");
        assertThat(server.hub().requests()).isEqualTo(1);
    }

    @Test
    void triesAreBounded() throws Exception {
        server.hub().refusing(503, 1000);
        assertThat(fetched().failure()).contains("status 503", "6 times", "try again");
        assertThat(server.hub().requests()).isEqualTo(6);
    }

    @Test
    void theDiskIsLookedAtFirst() throws Exception {
        server.saying(ID.name(), "model-00001-of-00002.safetensors", 1L << 60);

        assertThat(fetched().failure()).contains("has room for", "HF_HUB_CACHE");
        assertThat(server.hub().answers()).isEmpty();
        assertThat(server.cdn().requests()).isZero();
    }
}
