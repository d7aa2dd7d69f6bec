package org.clpworkbench.ui.neighbours;

import org.clpworkbench.transfer.CrossLingualTransfer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A model of the workspace that a transfer made of a pair.
///
/// @param made when; another transfer into the same folder makes another model
record TransferredModel(Path folder, String method, FileTime made) {
    /// Those of a source and a helper, by name.
    static List<TransferredModel> of(Path models, Path source, Path helper) throws IOException {
        if (!Files.isDirectory(models)) {
            return List.of();
        }
        var found = new ArrayList<TransferredModel>();
        try (Stream<Path> folders = Files.list(models)) {
            for (Path folder : folders.sorted().toList()) {
                if (CrossLingualTransfer.isOf(folder, source, helper)) {
                    String method = CrossLingualTransfer.methodOf(folder).orElse("");
                    Path manifest = folder.resolve(CrossLingualTransfer.MANIFEST_FILE);
                    FileTime made = Files.getLastModifiedTime(manifest);
                    found.add(new TransferredModel(folder, method, made));
                }
            }
        }
        return List.copyOf(found);
    }

    /// "german-linear (linear)".
    String words() {
        return method.isEmpty()
                ? "" + folder.getFileName()
                : folder.getFileName() + " (" + method + ")";
    }
}
