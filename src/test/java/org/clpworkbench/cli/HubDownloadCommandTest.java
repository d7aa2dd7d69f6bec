package org.clpworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.hub.DownloadRequest;
import org.clpworkbench.hub.DownloadSnapshot;
import org.clpworkbench.hub.DownloadState;
import org.clpworkbench.hub.FileChoice;
import org.clpworkbench.hub.HubServer;
import org.clpworkbench.hub.RepositoryId;
import org.clpworkbench.hub.Revision;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

class HubDownloadCommandTest extends HubCommandCase {
    private static String line(long done, long already, double rate, Optional<Duration> left) {
        var request =
                new DownloadRequest(new RepositoryId("a/one"), Revision.MAIN, FileChoice.NEEDED);
        return HubDownloadCommand.line(
                new DownloadSnapshot(
                        request,
                        DownloadState.FETCHING,
                        Optional.empty(),
                        0,
                        1,
                        done,
                        2_750_000_000L,
                        already,
                        rate,
                        left,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void saysWhatTheDownloadItselfKnowsOfItsSpeed() {
        assertThat(line(250_000_000, 0, 25e6, Optional.of(Duration.ofSeconds(100))))
                .isEqualTo("Fetching a/one: 250.0 of 2,750.0 MB, 25.0 MB/s, 1:40 left");
        // nothing comes, however much came before
        assertThat(line(250_000_000, 0, 0, Optional.empty()))
                .isEqualTo("Fetching a/one: 250.0 of 2,750.0 MB, 0.0 MB/s");
        // what was here was damaged and thrown away
        assertThat(line(0, 100_000_000, 0, Optional.empty()))
                .isEqualTo("Fetching a/one: 0.0 of 2,750.0 MB, 0.0 MB/s");
        // all of it is here and not whole yet
        assertThat(line(2_750_000_000L, 0, 25e6, Optional.of(Duration.ZERO)))
                .isEqualTo("Verifying a/one: 2,750.0 MB");
    }

    @Test
    void saysThatAServerHasFallenSilentAndGoesOn() throws Exception {
        byte[] weights = HubServer.bytes(5, 600_000);
        server.model("somebody/large", Map.of("model.safetensors", weights));
        server.cdn().cutting(promised -> promised == weights.length ? 250_000 : promised);
        server.cdn().fallSilent(1);

        var fetched =
                run(
                        Map.of("HF_HUB_DOWNLOAD_TIMEOUT", "1"),
                        "",
                        "hub",
                        "download",
                        "somebody/large",
                        "--json");

        assertThat(fetched.status()).as(fetched.err()).isZero();
        assertThat(fetched.err())
                .containsPattern(
                        "It is tried again: \\S+/model.safetensors broke off after 250.000 bytes");
        Path folder = Path.of(fetched.json().path("fetched").path(0).path("folder").asText());
        assertThat(folder.resolve("model.safetensors")).hasBinaryContent(weights);
        assertThat(server.cdn().sent()).isEqualTo(600_000);
    }

    /// The process is killed in the middle, as by a failing power supply.
    @Test
    void aKilledDownloadGoesOn() throws Exception {
        byte[] weights = HubServer.bytes(5, 600_000);
        server.model("somebody/large", Map.of("model.safetensors", weights));
        server.cdn().slowedTo(200_000);
        Process killed = process(new HashMap<>(), "hub", "download", "somebody/large");
        while (server.cdn().sent() < 250_000) {
            Thread.sleep(20);
        }
        killed.destroyForcibly();
        assertThat(killed.waitFor(10, TimeUnit.SECONDS)).isTrue();
        server.cdn().slowedTo(Integer.MAX_VALUE);

        var again = run("hub", "download", "--json");
        assertThat(again.status()).as(again.err()).isZero();
        Path folder = Path.of(again.json().path("fetched").path(0).path("folder").asText());
        assertThat(folder.resolve("model.safetensors")).hasBinaryContent(weights);
        assertThat(server.cdn().sent()).isLessThan(2L * 600_000 - 100_000);
        assertThat(run("hub", "download").out()).contains("Nothing is unfinished");
    }

    /// As an earlier version listed them: both, the typo first.
    @Test
    void aTypoStopsNoOtherDownloadAndIsForgotten() throws Exception {
        unfinished("somebody/tiney", false);
        unfinished(ID, false);

        var all = run("hub", "download", "--json");
        assertThat(all.status()).isEqualTo(1);
        assertThat(all.json().path("fetched").findValuesAsText("id")).containsExactly(ID);
        assertThat(all.err())
                .contains("1 of 2 downloads failed")
                .containsPattern("somebody/tiney: .*has no somebody/tiney");

        var again = run("hub", "download");
        assertThat(again.status()).as(again.err()).isZero();
        assertThat(again.out()).contains("Nothing is unfinished");

        assertThat(run("hub", "download", "somebody/tinny").status()).isEqualTo(1);
        assertThat(run("hub", "download").out()).contains("Nothing is unfinished");
    }

    @Test
    void whatIsPausedStaysPausedUntilItIsNamed() throws Exception {
        server.model("somebody/other", files);
        unfinished(ID, true);
        unfinished("somebody/other", false);

        var all = run("hub", "download", "--json");
        assertThat(all.status()).as(all.err()).isZero();
        assertThat(all.json().path("fetched").findValuesAsText("id"))
                .containsExactly("somebody/other");
        assertThat(all.err())
                .contains("somebody/tiny stays paused; `hub download somebody/tiny` goes on");
        assertThat(run("hub", "download").out()).contains("All that is unfinished is paused.");

        assertThat(run("hub", "download", ID).status()).isZero();
        assertThat(run("hub", "download").out()).contains("Nothing is unfinished");
    }

    @Test
    void listsWhatIsUnfinishedAndCancelsIt() throws Exception {
        assertThat(run("hub", "download", "--list").out()).contains("Nothing is unfinished");
        Path blobs = Files.createDirectories(home.resolve("hf/hub/models--somebody--tiny/blobs"));
        Path part = Files.write(blobs.resolve("0123.incomplete"), new byte[1234]);
        unfinished(ID, true);
        unfinished("somebody/other", false);

        assertThat(run("hub", "download", "--list").out())
                .containsPattern("somebody/tiny +model +main +needed +paused +1,234")
                .containsPattern("somebody/other +model +main +needed +stopped +0");
        var json = run("hub", "download", "--list", "--json").json().path("unfinished");
        assertThat(json.findValuesAsText("bytes")).containsExactly("0", "1234");

        var cancelled = run("hub", "download", "--cancel", ID);
        assertThat(cancelled.status()).as(cancelled.err()).isZero();
        assertThat(part).exists();
        assertThat(run("hub", "download", "--list").out())
                .contains("somebody/other")
                .doesNotContain(ID);

        var again = run("hub", "download", "--cancel", ID);
        assertThat(again.status()).isEqualTo(1);
        assertThat(again.err()).contains("model somebody/tiny (main) is not unfinished", "--list");
        assertThat(run("hub", "download", "--cancel").status()).isEqualTo(2);
        assertThat(run("hub", "download", "--list", ID).status()).isEqualTo(2);
        assertThat(server.asked()).isEmpty();
    }

    /// It is that process's to end.
    @Test
    void whatAnotherProcessFetchesIsListedAndNotCancelled() throws Exception {
        server.model("somebody/large", Map.of("model.safetensors", HubServer.bytes(5, 600_000)));
        server.cdn().slowedTo(10_000);
        Process first = process(new HashMap<>(), "hub", "download", "somebody/large");
        try {
            while (server.cdn().sent() == 0) {
                Thread.sleep(20);
            }
            assertThat(run("hub", "download", "--list").out())
                    .containsPattern("somebody/large +model +main +needed +elsewhere +[0-9,]+");
            var refused = run("hub", "download", "--cancel", "somebody/large");
            assertThat(refused.status()).isEqualTo(1);
            assertThat(refused.err()).contains("Another CLP Workbench has somebody/large");
        } finally {
            first.destroyForcibly();
        }
        assertThat(first.waitFor(10, TimeUnit.SECONDS)).isTrue();

        assertThat(run("hub", "download", "--cancel", "somebody/large").status()).isZero();
        assertThat(home.resolve("workspace/downloads")).isEmptyDirectory();
    }

    /// Puts a download on the list, as a process that was killed leaves it.
    private void unfinished(String id, boolean paused) throws IOException {
        Path list = Files.createDirectories(home.resolve("workspace/downloads"));
        String json =
                """
                {"kind": "models", "id": "%s", "revision": "main", "include": [], "exclude": [],
                 "paused": %s}
                """;
        Files.writeString(
                list.resolve("models--%s--main--00000000.json".formatted(id.replace("/", "--"))),
                json.formatted(id, paused));
    }
}
