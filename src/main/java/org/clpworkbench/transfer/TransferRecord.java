package org.clpworkbench.transfer;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.clpworkbench.checkpoint.CheckpointWriter;
import org.clpworkbench.job.Progress;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What is written beside a transferred model: the report, a manifest from which the same bytes can
/// be made again, and a model card.
record TransferRecord(TransferSpec spec, TransferPair pair, TransferReport report) {
    private static final int BLOCK = 1 << 20;
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    void write(CheckpointWriter writer, Progress progress) throws IOException {
        ObjectNode manifest = manifest(writer.folder(), progress);
        writer.file(CrossLingualTransfer.REPORT_FILE, JSON.writeValueAsBytes(reportJson()));
        writer.file(CrossLingualTransfer.MANIFEST_FILE, JSON.writeValueAsBytes(manifest));
        writer.file("README.md", card().getBytes(StandardCharsets.UTF_8));
    }

    private ObjectNode reportJson() {
        ObjectNode json = JSON.valueToTree(report);
        if (Double.isNaN(report.leaveOneOutR2())) {
            json.putNull("leaveOneOutR2");
        }
        return json;
    }

    private ObjectNode manifest(Path written, Progress progress) throws IOException {
        ObjectNode json = JSON.createObjectNode();
        json.put("method", spec.method());
        json.put("matching", spec.matching().name().toLowerCase(Locale.ROOT));
        json.put("seed", spec.seed());
        json.put("padTo", spec.padTo());
        json.put("source", spec.source().toString());
        json.put("helper", spec.helper().toString());
        ObjectNode inputs = json.putObject("inputs");
        hashes(
                inputs.putObject("source"),
                inputFiles(spec.source(), pair.source().files()),
                progress);
        hashes(
                inputs.putObject("helper"),
                inputFiles(spec.helper(), pair.helper().files()),
                progress);
        try (Stream<Path> files = Files.list(written)) {
            hashes(json.putObject("outputs"), files.sorted().toList(), progress);
        }
        return json;
    }

    private static List<Path> inputFiles(Path folder, List<Path> weights) {
        return Stream.concat(
                        weights.stream(),
                        Stream.of("config.json", "tokenizer.json").map(folder::resolve))
                .filter(Files::isRegularFile)
                .sorted()
                .toList();
    }

    private static void hashes(ObjectNode json, List<Path> files, Progress progress)
            throws IOException {
        for (Path file : files) {
            json.put(String.valueOf(file.getFileName()), sha256(file, progress));
        }
    }

    private static String sha256(Path file, Progress progress) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            var digest = MessageDigest.getInstance("SHA-256");
            byte[] block = new byte[BLOCK];
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                progress.checkCancelled();
                digest.update(block, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String card() {
        return String.format(
                Locale.ROOT,
                """
                # %s

                Made by CLP Workbench: cross-lingual transfer (Ostendorff & Rehm 2023) of `%s` to the vocabulary of `%s`.
                The licences of both apply to this model.

                | | |
                |---|---|
                | method | %s |
                | anchors | %,d of %,d tokens (%s matching) |
                | neighbour agreement@10 | %.3f |
                | collapse | %.3f |
                | seed | %d |

                `%s` has all figures, `%s` the hashes of what went in and came out.
                """,
                spec.target().getFileName(),
                spec.source().getFileName(),
                spec.helper().getFileName(),
                report.method(),
                report.anchors(),
                report.anchors() + report.missing(),
                report.matching(),
                report.agreement(),
                report.collapse(),
                spec.seed(),
                CrossLingualTransfer.REPORT_FILE,
                CrossLingualTransfer.MANIFEST_FILE);
    }
}
