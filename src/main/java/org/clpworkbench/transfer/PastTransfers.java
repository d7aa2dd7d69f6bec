package org.clpworkbench.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The transfers that were made before, by the reports in their models: how long another takes is
/// told by what was measured, for a weighting's pace is no other's.
public final class PastTransfers {
    /// Reports that are read.
    private static final int LATEST = 32;

    /// What is done in a second, in the amounts of {@link Effort}: text that is only counted, text
    /// that vectors are trained on, products, and bytes that are written, read back and hashed.
    private static final long COUNTED_BYTES = 6_000_000;

    private static final long TRAINED_BYTES = 300_000;
    private static final double PRODUCTS = 4e9;
    private static final long WRITTEN_BYTES = 300_000_000;

    private final List<Past> newestFirst;

    private record Past(String space, String weighting, SpentTime time) {
        boolean isOf(Recipe recipe) {
            return space.equals(recipe.space().word()) && weighting.equals(recipe.weighting());
        }
    }

    private PastTransfers(List<Past> newestFirst) {
        this.newestFirst = newestFirst;
    }

    /// @param folders that hold models; one that is not there, or cannot be read, tells of nothing
    public static PastTransfers in(List<Path> folders) {
        return new PastTransfers(
                folders.stream()
                        .distinct()
                        .flatMap(folder -> reports(folder).stream())
                        .sorted(Comparator.comparingLong(PastTransfers::age))
                        .limit(LATEST)
                        .flatMap(report -> read(report).stream())
                        .toList());
    }

    private static List<Path> reports(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> models = Files.list(folder)) {
            return models.map(model -> model.resolve(CrossLingualTransfer.REPORT_FILE))
                    .filter(Files::isRegularFile)
                    .toList();
        } catch (IOException | UncheckedIOException unreadable) {
            return List.of();
        }
    }

    /// The newest first.
    private static long age(Path report) {
        return -report.toFile().lastModified();
    }

    private static Optional<Past> read(Path report) {
        try {
            JsonNode root = new JsonMapper().readTree(report.toFile());
            return SpentTime.read(root.path("time"))
                    .map(
                            time ->
                                    new Past(
                                            root.path("space").asText(),
                                            root.path("weighting").asText(),
                                            time));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /// A first guess where none with the same space and weighting was made: the new model is
    /// written at the pace of the transfer before that is nearest in size, and all else goes as it
    /// went on two cores of a server's processor. May be wrong by several times.
    public Duration rough(Recipe recipe, Effort effort) {
        long textPace = recipe.space().readsTexts() ? TRAINED_BYTES : COUNTED_BYTES;
        var measured =
                new SpentTime(
                        new Effort(textPace, PRODUCTS, WRITTEN_BYTES),
                        1,
                        1,
                        nearest(newestFirst.stream(), effort)
                                .map(past -> past.time().writing(WRITTEN_BYTES))
                                .orElse(1.0));
        return measured.of(effort);
    }

    private static Optional<Past> nearest(Stream<Past> among, Effort effort) {
        return among.min(Comparator.comparingDouble(past -> past.time().effort().distance(effort)));
    }

    /// How long a transfer will take, at the pace of the one before with the same space and
    /// weighting whose model is nearest in size; empty where there was none.
    public Optional<Duration> time(Recipe recipe, Effort effort) {
        return nearest(newestFirst.stream().filter(past -> past.isOf(recipe)), effort)
                .map(past -> past.time().of(effort));
    }
}
