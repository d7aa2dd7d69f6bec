package org.clpworkbench.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.Told;
import org.clpworkbench.problem.ToldArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Optional;

/// Which rows of a transferred model's embedding, head and output bias are the source's own; kept
/// in its folder, and in those of checkpoints that are trained from it.
///
/// @param rows of each of these tensors, padding included
/// @param copied token ids
public record TransferredRows(int rows, BitSet copied) {
    public static final String FILE = "transfer-rows.json";

    /// @throws IllegalArgumentException for a copied row that is not among the rows
    public TransferredRows {
        if (copied.length() > rows) {
            throw new ToldArgumentException(
                    Sentence.of(TransferredRows.class, "rows.beyond", copied.length() - 1, rows));
        }
        copied = (BitSet) copied.clone();
    }

    /// What a model folder tells; empty where it tells nothing.
    ///
    /// @throws CheckpointException when the file is damaged
    public static Optional<TransferredRows> of(Path model) throws IOException {
        Path file = model.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(new JsonMapper().readTree(Files.readAllBytes(file))));
        } catch (JsonProcessingException invalid) {
            throw new CheckpointException(
                    Sentence.of(TransferredRows.class, "json", file, invalid.getOriginalMessage()));
        } catch (IllegalArgumentException | IndexOutOfBoundsException wrong) {
            throw new CheckpointException(
                    Sentence.of(TransferredRows.class, "rows.broken", file, Told.reason(wrong)));
        }
    }

    private static TransferredRows read(JsonNode json) {
        JsonNode ids = json.required("copied");
        if (!ids.isArray()) {
            throw new ToldArgumentException(
                    Sentence.of(TransferredRows.class, "rows.list", "copied"));
        }
        var copied = new BitSet();
        for (JsonNode id : ids) {
            copied.set(id.asInt(-1));
        }
        return new TransferredRows(json.required("rows").asInt(), copied);
    }

    /// The content of the file.
    public byte[] json() throws IOException {
        var mapper = new JsonMapper();
        ObjectNode json = mapper.createObjectNode().put("rows", rows);
        ArrayNode ids = json.putArray("copied");
        copied.stream().forEach(ids::add);
        return mapper.writeValueAsBytes(json);
    }

    /// Ids of the rows that the transfer combined, drew or filled.
    public BitSet made() {
        BitSet made = copied();
        made.flip(0, rows);
        return made;
    }

    @Override
    public BitSet copied() {
        return (BitSet) copied.clone();
    }
}
