package org.clpworkbench.transfer;

import com.fasterxml.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.Optional;

/// Where the time of a transfer went, and how much it had to do: how long another one takes is told
/// by it.
///
/// @param texts seconds of reading texts and training vectors on them
/// @param computing seconds of making rows and looking at them
/// @param writing seconds of all else, which is mostly copying and checking what was written
public record SpentTime(Effort effort, double texts, double computing, double writing) {
    /// As {@link TransferReport#json} wrote it; empty where a program before this one did, which
    /// measured no parts.
    static Optional<SpentTime> read(JsonNode json) {
        JsonNode amounts = json.path("effort");
        var effort =
                new Effort(
                        amounts.path("textBytes").asLong(),
                        amounts.path("products").asDouble(),
                        amounts.path("outputBytes").asLong());
        return effort.products() > 0 && effort.outputBytes() > 0
                ? Optional.of(
                        new SpentTime(
                                effort,
                                json.path("texts").asDouble(),
                                json.path("computing").asDouble(),
                                json.path("writing").asDouble()))
                : Optional.empty();
    }

    double seconds() {
        return texts + computing + writing;
    }

    /// How long another transfer takes at this one's pace.
    Duration of(Effort other) {
        double seconds =
                scaled(texts, effort.textBytes(), other.textBytes())
                        + scaled(computing, effort.products(), other.products())
                        + scaled(writing, effort.outputBytes(), other.outputBytes());
        return Duration.ofMillis(Math.round(1000 * seconds));
    }

    /// Seconds that so many bytes would have been written in.
    double writing(long bytes) {
        return scaled(writing, effort.outputBytes(), bytes);
    }

    private static double scaled(double seconds, double amount, double other) {
        return amount > 0 ? seconds * other / amount : 0;
    }
}
