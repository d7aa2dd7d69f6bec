package org.clpworkbench.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.clpworkbench.checkpoint.Checkpoint;
import org.clpworkbench.checkpoint.CheckpointWriter;
import org.clpworkbench.checkpoint.ModelConfig;
import org.clpworkbench.checkpoint.PlannedTensor;
import org.clpworkbench.job.Progress;
import org.clpworkbench.tensor.SafetensorsFile;
import org.clpworkbench.tensor.TensorSink;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;

/// A finished model that was damaged afterwards is refused, whatever is wrong with it.
class RoundTripTest extends TransferFixture {
    private static final String POSITIONS = "transformer.wpe.weight";
    private static final TensorSink NOWHERE =
            new TensorSink() {
                @Override
                public void write(MemorySegment bytes) {}

                @Override
                public void write(float[] values, int from, int count) {}
            };

    @BeforeEach
    void transfer() throws IOException {
        write(source(), helper());
        run("clp");
    }

    @Test
    void findsNothingWrongWithAModelAsItWasWritten() throws IOException {
        assertThat(check(target()).anchorRows()).isEqualTo(16);
        var written = written();
        written.check(weights(), Progress.unwatched());
        // positions, norm, its bias, attention and MLP
        assertThat(written.unchanged()).isEqualTo(5);
    }

    @Test
    void refusesAnAnchorsRowThatIsNotTheSources() throws IOException {
        flipABit(EMBEDDING, 4L * WIDTH * TARGET.indexOf("shared3"));
        assertThatThrownBy(() -> check(target()))
                .isInstanceOf(TransferException.class)
                .hasMessageContaining("\"shared3\"")
                .hasMessageContaining(EMBEDDING);
    }

    @Test
    void refusesACopiedTensorThatCameBackChanged() throws IOException {
        flipABit(POSITIONS, 8);
        var written = written();
        assertThatThrownBy(() -> written.check(weights(), Progress.unwatched()))
                .isInstanceOf(TransferException.class)
                .hasMessageContaining(POSITIONS)
                .hasMessageContaining("changed");
    }

    @Test
    void refusesAModelThatLacksATensor() throws IOException {
        Path lacking = folder.resolve("lacking");
        try (var whole = Checkpoint.open(target());
                var writer = CheckpointWriter.create(lacking, false)) {
            writer.config(whole.config().json());
            writer.copyTokenizer(target());
            var kept = new ArrayList<PlannedTensor>();
            for (String name : whole.entries().keySet()) {
                if (!name.equals(POSITIONS)) {
                    kept.add(PlannedTensor.copyOf(whole.tensor(name)));
                }
            }
            writer.tensors(kept, Map.of("format", "pt"));
            writer.commit();
        }
        assertThatThrownBy(() -> check(lacking))
                .isInstanceOf(TransferException.class)
                .hasMessageContaining(POSITIONS)
                .hasMessageContaining("is not in");
    }

    @Test
    void refusesATokenIdThatHasNoRow() throws IOException {
        Path file = target().resolve(ModelConfig.FILE);
        var config = (ObjectNode) new JsonMapper().readTree(file.toFile());
        Files.writeString(file, config.put("eos_token_id", 40).toString());
        assertThatThrownBy(() -> check(target()))
                .isInstanceOf(TransferException.class)
                .hasMessageContaining("eos_token_id")
                .hasMessageContaining("40");
    }

    private RoundTrip check(Path model) throws IOException {
        try (var pair = Pair.open(spec("clp", 1, 1, false), Progress.unwatched())) {
            return RoundTrip.of(
                    model,
                    pair,
                    VocabularyTensor.of(pair.source(), pair.helper()),
                    TARGET.size(),
                    new WrittenTensors(new SourceTensors(pair.source()), Set.of()),
                    "",
                    Progress.unwatched());
        }
    }

    /// What looks at tensors as they were read from the source.
    private WrittenTensors written() throws IOException {
        try (var source = Checkpoint.open(folder.resolve("source"))) {
            var tensors = new SourceTensors(source);
            for (String name : source.entries().keySet()) {
                tensors.copy(name, Progress.unwatched()).writeTo(NOWHERE);
            }
            return new WrittenTensors(tensors, Set.of(EMBEDDING));
        }
    }

    private Path weights() {
        return target().resolve("model.safetensors");
    }

    /// The lowest bit of a byte: what it belongs to stays a number.
    private void flipABit(String tensor, long at) throws IOException {
        long place;
        try (var file = SafetensorsFile.open(weights())) {
            place = file.place(tensor).orElseThrow().begin() + at;
        }
        try (var channel =
                FileChannel.open(weights(), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            var one = ByteBuffer.allocate(1);
            channel.read(one, place);
            one.put(0, (byte) (one.get(0) ^ 1)).rewind();
            channel.write(one, place);
        }
    }
}
