package org.clpworkbench.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.clpworkbench.job.Progress;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

class RetriesTest {
    private static final IOException BROKEN = new IOException("Connection reset");

    private final List<Duration> waits = new ArrayList<>();
    private final Retries retries = new Retries(Progress.unwatched(), Retries.PAUSE, waits::add);

    private static List<Duration> seconds(long... each) {
        return Arrays.stream(each).mapToObj(Duration::ofSeconds).toList();
    }

    /// Half a minute in all, for which a router that is started anew takes long enough.
    @Test
    void everyPauseIsTwiceAsLongAsTheOneBefore() throws IOException {
        for (int failure = 1; failure <= 5; failure++) {
            retries.again("a server gave nothing", BROKEN);
        }
        assertThat(waits).isEqualTo(seconds(1, 2, 4, 8, 16));

        assertThatThrownBy(() -> retries.again("a server gave nothing", BROKEN))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        "a server gave nothing, 6 times: Connection reset. Check the connection and"
                                + " try again.");
        assertThat(waits).hasSize(5);
    }

    @Test
    void whatWentWellBeginsTheCountAnew() throws IOException {
        for (int failure = 1; failure <= 5; failure++) {
            retries.again("a server gave nothing", BROKEN);
        }
        waits.clear();
        retries.succeeded();
        for (int failure = 1; failure <= 5; failure++) {
            retries.again("a server gave nothing", BROKEN);
        }
        assertThat(waits).isEqualTo(seconds(1, 2, 4, 8, 16));
    }

    /// A server that asks for less than the program waits anyway is not hurried.
    @Test
    void aServerThatAsksForLongerIsWaitedFor() throws IOException {
        var busy = new LaterException("It is busy.", Duration.ofSeconds(3));
        for (int failure = 1; failure <= 3; failure++) {
            retries.again("a server gave nothing", busy);
        }
        assertThat(waits).isEqualTo(seconds(3, 3, 4));
        var hours = new LaterException("It is busy.", Duration.ofMinutes(6));
        assertThatThrownBy(() -> retries.again("a server gave nothing", hours))
                .hasMessageContaining("asks to wait for 6 minutes");
        assertThat(waits).hasSize(3);
    }
}
