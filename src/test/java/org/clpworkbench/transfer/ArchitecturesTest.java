package org.clpworkbench.transfer;

import org.clpworkbench.PeerPython;
import org.clpworkbench.job.Progress;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Small models that transformers made, of every architecture, tied and untied, sharded and not,
/// transferred with helpers of other families, and opened by transformers again.
@Tag("peers")
class ArchitecturesTest {
    private static final Path SCRIPT =
            Path.of("src/test/resources/org/clpworkbench/transfer/architectures.py");

    @TempDir Path folder;

    @Test
    void everyArchitectureLoadsAfterATransferWithItsTrunkUnchanged()
            throws IOException, InterruptedException {
        var python = PeerPython.required();
        python.run(SCRIPT, List.of("make", folder.toString()));
        var failures = new ArrayList<String>();
        for (String pair : Files.readAllLines(folder.resolve("pairs.txt"))) {
            String[] names = pair.split(" ");
            var spec =
                    TransferSpec.of(
                            folder.resolve("sources").resolve(names[0]),
                            folder.resolve("helpers").resolve(names[1]),
                            folder.resolve("targets").resolve(names[0]),
                            "clp",
                            1);
            try {
                CrossLingualTransfer.run(spec, Progress.unwatched());
            } catch (IOException | RuntimeException failure) {
                failures.add(pair + ": " + failure);
            }
        }
        if (!failures.isEmpty()) {
            throw new AssertionError(String.join("\n", failures));
        }
        python.run(SCRIPT, List.of("check", folder.toString()));
    }
}
