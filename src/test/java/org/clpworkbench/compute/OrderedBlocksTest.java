package org.clpworkbench.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

class OrderedBlocksTest {
    @Test
    void handsResultsOnInOrderHoweverLongEachTakes() {
        var taken = new ArrayList<Integer>();
        OrderedBlocks.run(
                40,
                piece -> {
                    pause(piece % 3 == 0 ? 3 : 0);
                    return piece * piece;
                },
                taken::add);
        List<Integer> squares = IntStream.range(0, 40).map(n -> n * n).boxed().toList();
        assertThat(taken).isEqualTo(squares);
    }

    @Test
    void endsWithTheFirstFailureAndLeavesNothingRunning() {
        var running = new AtomicInteger();
        var taken = new ArrayList<Integer>();
        assertThatThrownBy(
                        () ->
                                OrderedBlocks.run(
                                        100,
                                        piece -> {
                                            running.incrementAndGet();
                                            pause(2);
                                            running.decrementAndGet();
                                            if (piece == 5) {
                                                throw new IllegalStateException("the fifth");
                                            }
                                            return piece;
                                        },
                                        taken::add))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the fifth");
        assertThat(running).hasValue(0);
        assertThat(taken).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void endsWhatIsBeingComputedWhenTheTakerFails() {
        var running = new AtomicInteger();
        assertThatThrownBy(
                        () ->
                                OrderedBlocks.run(
                                        100,
                                        piece -> {
                                            running.incrementAndGet();
                                            pause(2);
                                            return running.decrementAndGet();
                                        },
                                        _ -> {
                                            throw new IllegalStateException("full");
                                        }))
                .hasMessage("full");
        assertThat(running).hasValue(0);
    }

    @Test
    void closesTheResultsThatTheTakerNeverGets() {
        var open = new AtomicInteger();
        assertThatThrownBy(
                        () ->
                                OrderedBlocks.run(
                                        100,
                                        _ -> {
                                            open.incrementAndGet();
                                            return (AutoCloseable) open::decrementAndGet;
                                        },
                                        result -> {
                                            result.close();
                                            throw new IllegalStateException("full");
                                        }))
                .hasMessage("full");
        assertThat(open).hasValue(0);
    }

    private static void pause(int milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
