package org.clpworkbench.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.clpworkbench.checkpoint.Checkpoint;
import org.clpworkbench.checkpoint.ModelConfig;
import org.clpworkbench.job.Progress;
import org.clpworkbench.problem.Sentence;
import org.clpworkbench.tensor.Tensor;
import org.clpworkbench.vocab.ModelTokenizer;
import org.clpworkbench.vocab.Overlap;
import org.clpworkbench.vocab.Overlap.Anchor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// What was found when the finished model was opened again.
///
/// @param unchangedTensors tensors that are bit for bit the source's
/// @param anchorRows rows of anchors that are bit for bit the source's, over all computed tensors
/// @param notFinite unchanged tensors that hold NaN or infinity, as they do in the source
/// @param sampleTokens tokens of a sample text, the same under the written tokenizer as under the
///   helper's, each with a row
/// @param lossless whether they decode to the very same text
/// @param configIds token ids named in the configuration, each with a row
public record RoundTrip(
        int unchangedTensors,
        int anchorRows,
        int notFinite,
        int sampleTokens,
        boolean lossless,
        int configIds) {
    private static final String SAMPLE =
            "Zwölf Boxkämpfer jagen Viktor quer über den großen Sylter Deich.\n"
                    + "El veloz murciélago hindú comía feliz cardillo y kiwi; 3,50 €.\n"
                    + "Любя, съешь щипцы, — 视野无限广，窗外有蓝天。 नमस्ते दुनिया";

    /// Opens the folder and checks all that can be checked.
    ///
    /// @param copied names of the tensors whose anchors' rows are the source's
    /// @throws TransferException naming what is wrong
    static RoundTrip of(
            Path folder,
            Pair pair,
            List<VocabularyTensor> copied,
            int rows,
            WrittenTensors written,
            String sample,
            Progress progress)
            throws IOException {
        int anchorRows = 0;
        try (Checkpoint made = Checkpoint.open(folder)) {
            complete(made, pair.source());
            for (VocabularyTensor tensor : copied) {
                anchorRows +=
                        anchors(
                                pair.source().tensor(tensor.name()),
                                made.tensor(tensor.name()),
                                tensor.width(),
                                pair.overlap(),
                                progress);
            }
        }
        int configIds = ids(folder.resolve(ModelConfig.FILE), rows);
        Path generation = folder.resolve(ModelConfig.GENERATION_FILE);
        if (Files.exists(generation)) {
            configIds += ids(generation, rows);
        }
        String text = sample.isBlank() ? SAMPLE : sample;
        try (var own = ModelTokenizer.open(folder);
                var helper = ModelTokenizer.open(pair.helper().folder())) {
            int[] tokens = own.encode(text);
            if (!Arrays.equals(tokens, helper.encode(text))
                    || Arrays.stream(tokens).anyMatch(id -> id >= rows)) {
                throw new TransferException(
                        Sentence.of(RoundTrip.class, "check.tokenizer", folder));
            }
            return new RoundTrip(
                    written.unchanged(),
                    anchorRows,
                    written.notFinite(),
                    tokens.length,
                    own.decode(tokens).equals(text),
                    configIds);
        }
    }

    /// Every tensor of the source has to be there. Those that are the source's were compared with
    /// it when they were written.
    private static void complete(Checkpoint made, Checkpoint source) throws TransferException {
        for (String name : source.entries().keySet()) {
            if (!made.entries().containsKey(name)) {
                throw new TransferException(
                        Sentence.of(RoundTrip.class, "check.tensor", name, made.folder()));
            }
        }
    }

    private static int anchors(
            Tensor source, Tensor made, int width, Overlap overlap, Progress progress)
            throws TransferException {
        long bytes = (long) width * source.entry().dtype().bytes();
        int equal = 0;
        for (Anchor anchor : overlap.anchors()) {
            var before = source.bytes().asSlice(anchor.sourceId() * bytes, bytes);
            if (before.mismatch(made.bytes().asSlice(anchor.targetId() * bytes, bytes)) >= 0) {
                throw new TransferException(
                        Sentence.of(
                                RoundTrip.class,
                                "check.row",
                                overlap.target().display(anchor.targetId()),
                                made.entry().name()));
            }
            if (++equal % 1024 == 0) {
                progress.checkCancelled();
                source.release();
                made.release();
            }
        }
        return equal;
    }

    private static int ids(Path file, int rows) throws IOException {
        int valid = 0;
        JsonNode config = new JsonMapper().readTree(Files.readAllBytes(file));
        for (var field : config.properties()) {
            if (!field.getKey().endsWith("_token_id")) {
                continue;
            }
            List<JsonNode> ids =
                    field.getValue().isArray()
                            ? field.getValue().valueStream().toList()
                            : List.of(field.getValue());
            for (JsonNode id : ids) {
                // some configurations say -1 for "none"
                if (id.isInt() && id.intValue() >= rows) {
                    throw new TransferException(
                            Sentence.of(
                                    RoundTrip.class, "check.id", file, field.getKey(), id, rows));
                }
                valid += id.isInt() && id.intValue() >= 0 ? 1 : 0;
            }
        }
        return valid;
    }
}
