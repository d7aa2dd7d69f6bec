package org.clpworkbench.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.clpworkbench.checkpoint.CheckpointException;
import org.clpworkbench.checkpoint.TransferredRows;
import org.clpworkbench.job.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class TransferredRowsTest extends TransferFixture {
    @ParameterizedTest
    @ValueSource(strings = {"linear", "mean"})
    void tellsTheAnchorsFromAllThatWasMade(String method) throws IOException {
        write(source(), helper());
        CrossLingualTransfer.run(spec(method, 1, 16, false), Progress.unwatched());
        TransferredRows told = TransferredRows.of(target()).orElseThrow();

        assertThat(told.rows()).isEqualTo(48);
        assertThat(told.copied().stream().mapToObj(TARGET::get))
                .hasSize(16)
                .allMatch(SOURCE::contains);
        // the missing tokens and the padding
        assertThat(told.made().stream()).hasSize(24 + 8);
        assertThat(told.made().intersects(told.copied())).isFalse();
    }

    @Test
    void aModelThatIsDrawnAnewHasNoCopiedRow() throws IOException {
        write(source(), helper());
        run("random");
        TransferredRows told = TransferredRows.of(target()).orElseThrow();

        assertThat(told.copied().isEmpty()).isTrue();
        assertThat(told.made().cardinality()).isEqualTo(TARGET.size());
    }

    @Test
    void aModelThatNoTransferMadeTellsNothing() throws IOException {
        write(source(), helper());
        assertThat(TransferredRows.of(folder.resolve("source"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"rows\": 4}",
                "{\"rows\": 4, \"copied\": 3}",
                "{\"rows\": 4, \"copied\": [4]}",
                "{\"rows\": 4, \"copied\": [\"first\"]}"
            })
    void refusesADamagedFileByName(String content) throws IOException {
        Path file = folder.resolve(TransferredRows.FILE);
        Files.writeString(file, content);
        assertThatThrownBy(() -> TransferredRows.of(folder))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining(file.toString());
    }
}
