package org.clpworkbench.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.clpworkbench.job.Progress;
import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldException;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

class RetriesTest {
    private static final IOException BROKEN = new IOException("Connection reset");
    private static final Sentence NOTHING = Sentence.of(Retries.class, "nothing", "a server");

    private final List<Duration> waits = new ArrayList<>();
    private final Retries retries = new Retries(Progress.unwatched(), Retries.PAUSE, waits::add);

    private static List<Duration> seconds(long... each) {
        return Arrays.stream(each).mapToObj(Duration::ofSeconds).toList();
    }

    /// Half a minute in all, for which a router that is started anew takes long enough.
    @Test
    void everyPauseIsTwiceAsLongAsTheOneBefore() throws IOException {
        for (int failure = 1; failure <= 5; failure++) {
            retries.again(NOTHING, BROKEN);
        }
        assertThat(waits).isEqualTo(seconds(1, 2, 4, 8, 16));

        assertThatThrownBy(() -> retries.again(NOTHING, BROKEN))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        "a server gave nothing, 6 times: Connection reset. Check the connection and"
                                + " try again.");
        assertThat(waits).hasSize(5);
    }

    @Test
    void sayInTheWindowsLanguageWhatBroke() throws IOException {
        for (int failure = 1; failure <= 5; failure++) {
            retries.again(NOTHING, BROKEN);
        }
        var busy = new LaterException("a server", 503, Duration.ZERO);
        assertThatThrownBy(() -> retries.again(NOTHING, busy))
                .isInstanceOfSatisfying(
                        ToldException.class,
                        thrown ->
                                assertThat(thrown.told().orElseThrow().in(Locale.GERMAN))
                                        .isEqualTo(
                                                "a server hat nichts geliefert, 6-mal: a server hat"
                                                        + " mit dem Status 503 geantwortet. Die"
                                                        + " Verbindung prüfen und es noch einmal"
                                                        + " versuchen."));
    }

    @Test
    void whatWentWellBeginsTheCountAnew() throws IOException {
        for (int failure = 1; failure <= 5; failure++) {
            retries.again(NOTHING, BROKEN);
        }
        waits.clear();
        retries.succeeded();
        for (int failure = 1; failure <= 5; failure++) {
            retries.again(NOTHING, BROKEN);
        }
        assertThat(waits).isEqualTo(seconds(1, 2, 4, 8, 16));
    }

    /// A server that asks for less than the program waits anyway is not hurried.
    @Test
    void aServerThatAsksForLongerIsWaitedFor() throws IOException {
        var busy = new LaterException("a server", 503, Duration.ofSeconds(3));
        for (int failure = 1; failure <= 3; failure++) {
            retries.again(NOTHING, busy);
        }
        assertThat(waits).isEqualTo(seconds(3, 3, 4));
        var hours = new LaterException("a server", 503, Duration.ofMinutes(6));
        assertThatThrownBy(() -> retries.again(NOTHING, hours))
                .hasMessageContaining("asks to wait for 6 minutes");
        assertThat(waits).hasSize(3);
    }
}
