package org.clpworkbench.hub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.stream.Stream;

class ForgottenDownloadTest extends DownloadCase {
    /// A typo is told once, and is not asked for again whenever the program starts.
    @ParameterizedTest
    @MethodSource("neverMet")
    void whatTheHubHasNotGotIsForgotten(DownloadRequest request, String why) throws Exception {
        try (var queue = queue()) {
            DownloadSnapshot failed = rest(queue.add(request));
            assertThat(failed.state()).isEqualTo(DownloadState.FAILED);
            assertThat(failed.failure()).contains(why);
        }
        assertThat(home.resolve("downloads")).isEmptyDirectory();
    }

    static Stream<Arguments> neverMet() {
        return Stream.of(
                Arguments.of(of(new RepositoryId("somebody/modle")), "has no somebody/modle"),
                Arguments.of(
                        new DownloadRequest(ID, new Revision("step4"), FileChoice.NEEDED), "step4"),
                Arguments.of(
                        new DownloadRequest(
                                ID, Revision.MAIN, new FileChoice(List.of("*.gguf"), List.of())),
                        ID.name()));
    }

    /// It may be private: one that is wanted again after all goes on after a restart, too.
    @Test
    void oneThatWasForgottenIsListedAgainWhenItGoesOn() throws Exception {
        server.model(ID.name(), FILES, "private");
        try (var queue = queue()) {
            Download download = queue.add(request());
            assertThat(rest(download).state()).isEqualTo(DownloadState.FAILED);
            logIn();
            server.cdn().slowedTo(100_000);
            download.resume();
            until(download, now -> now.done() > 80_000);
        }
        server.cdn().slowedTo(Integer.MAX_VALUE);
        try (var queue = queue()) {
            queue.takeUp();
            assertThat(rest(queue.list().getFirst()).state()).isEqualTo(DownloadState.DONE);
        }
        assertThat(home.resolve("downloads")).isEmptyDirectory();
    }
}
