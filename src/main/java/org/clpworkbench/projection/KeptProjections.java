package org.clpworkbench.projection;

import org.clpworkbench.compute.Rows;
import org.clpworkbench.job.Progress;
import org.clpworkbench.tensor.DType;
import org.clpworkbench.tensor.SafetensorsFile;
import org.clpworkbench.tensor.SafetensorsWriter;
import org.clpworkbench.tensor.TensorSpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Maps that were made once and lie in a folder under the hash of what they are made of: matrix,
/// method, parameters, seed. Each is a safetensors file with one tensor, `positions` (tokens × 2).
public final class KeptProjections {
    private static final Logger LOG = LoggerFactory.getLogger(KeptProjections.class);

    /// To be raised when a layout changes, so that older maps are made anew.
    private static final String EDITION = "1";

    private static final String POSITIONS = "positions";

    private final Path folder;

    /// @param folder made when the first map is kept
    public KeptProjections(Path folder) {
        this.folder = folder;
    }

    /// A map, from the folder or made anew.
    ///
    /// @param kept whether it lies in the folder now
    public record Found(Projection projection, boolean kept) {}

    /// The map that lies there, or else a new one, which then lies there unless the folder cannot
    /// be written to. Stages: "Looking for this map", then those of {@link Projector}.
    public Found of(Rows rows, ProjectionSpec spec, Progress progress) {
        Path file = file(rows, spec, progress);
        Optional<Projection> known = read(file, rows.count());
        if (known.isPresent()) {
            return new Found(known.get(), true);
        }
        Projection made = Projector.of(rows, spec, progress);
        return new Found(made, keep(file, made, spec.parameters()));
    }

    /// The map that lies there; none is made. Stage: "Looking for this map".
    public Optional<Projection> known(Rows rows, ProjectionSpec spec, Progress progress) {
        return read(file(rows, spec, progress), rows.count());
    }

    private Path file(Rows rows, ProjectionSpec spec, Progress progress) {
        progress.stage("Looking for this map");
        String hash = ContentHash.of(rows, EDITION + ", " + spec.parameters(), progress);
        return folder.resolve(hash + ".safetensors");
    }

    /// Empty also when what lies there cannot be read: it is made anew then.
    private static Optional<Projection> read(Path file, int points) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (var known = SafetensorsFile.open(file)) {
            float[] flat = known.tensor(POSITIONS).floats();
            if (flat.length != 2 * points) {
                return Optional.empty();
            }
            float[] x = new float[points];
            float[] y = new float[points];
            for (int point = 0; point < points; point++) {
                x[point] = flat[2 * point];
                y[point] = flat[2 * point + 1];
            }
            return Optional.of(
                    new Projection(x, y, figure(known, "kept"), figure(known, "variance")));
        } catch (IOException | IllegalArgumentException unreadable) {
            LOG.warn("A kept map cannot be read and is made anew: {}", file, unreadable);
            return Optional.empty();
        }
    }

    private static double figure(SafetensorsFile file, String name) {
        return Double.parseDouble(file.metadata().getOrDefault(name, "NaN"));
    }

    private boolean keep(Path file, Projection made, String parameters) {
        try {
            write(file, made, parameters);
            return true;
        } catch (IOException unwritable) {
            LOG.warn("A map cannot be kept and will be made anew: {}", file, unwritable);
            return false;
        }
    }

    private void write(Path file, Projection made, String parameters) throws IOException {
        Files.createDirectories(folder);
        var metadata = new LinkedHashMap<String, String>();
        metadata.put("parameters", parameters);
        metadata.put("kept", Double.toString(made.kept()));
        metadata.put("variance", Double.toString(made.variance()));
        var plan = List.of(new TensorSpec(POSITIONS, DType.F32, List.of((long) made.size(), 2L)));
        float[] flat = new float[2 * made.size()];
        for (int point = 0; point < made.size(); point++) {
            flat[2 * point] = made.x()[point];
            flat[2 * point + 1] = made.y()[point];
        }
        try (var writer = SafetensorsWriter.create(file, plan, metadata)) {
            writer.write(POSITIONS, sink -> sink.write(flat, 0, flat.length));
            writer.commit();
        }
    }
}
