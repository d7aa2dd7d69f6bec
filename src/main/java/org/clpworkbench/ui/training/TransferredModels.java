package org.clpworkbench.ui.training;

import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.race.Start;
import org.clpworkbench.race.StartFolder;
import org.clpworkbench.settings.Workspace;
import org.clpworkbench.transfer.CrossLingualTransfer;
import org.clpworkbench.transfer.Methods;
import org.clpworkbench.transfer.TransferTexts;
import org.clpworkbench.ui.common.Pair;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The transferred models of the workspace.
final class TransferredModels {
    private TransferredModels() {}

    /// @param method it was made by, "" when its manifest cannot be read
    /// @param start whether a race of the pair would take it for the method
    /// @param fresh whether it was made since this program was started
    record Found(Path folder, String method, boolean start, boolean fresh) {}

    /// @param pair source and helper folder; empty when they are not chosen
    static List<Found> of(Workspace workspace, Optional<PairFolders> pair, long seed)
            throws IOException {
        if (!Files.isDirectory(workspace.models())) {
            return List.of();
        }
        Instant began = ProcessHandle.current().info().startInstant().orElse(Instant.EPOCH);
        var found = new ArrayList<Found>();
        try (Stream<Path> folders = Files.list(workspace.models())) {
            for (Path folder : folders.sorted().toList()) {
                Path manifest = folder.resolve(CrossLingualTransfer.MANIFEST_FILE);
                if (Files.isRegularFile(manifest)) {
                    Instant made = Files.getLastModifiedTime(manifest).toInstant();
                    String method = CrossLingualTransfer.methodOf(folder).orElse("");
                    boolean start =
                            !method.isEmpty()
                                    && pair.isPresent()
                                    && pair.get().makes(folder, method, seed);
                    found.add(new Found(folder, method, start, made.isAfter(began)));
                }
            }
        }
        return found;
    }

    /// The folders of a source and a helper, and the texts that a method may read.
    record PairFolders(Path source, Path helper, TransferTexts texts) {
        /// Where the pair's models lie; empty when one is not chosen.
        static Optional<PairFolders> of(Pair pair) {
            ModelSummary source = pair.source().get();
            ModelSummary helper = pair.helper().get();
            return source == null || helper == null
                    ? Optional.empty()
                    : Optional.of(
                            new PairFolders(
                                    source.folder().toAbsolutePath().normalize(),
                                    helper.folder().toAbsolutePath().normalize(),
                                    Optional.ofNullable(pair.text().get())
                                            .map(TransferTexts::ofTarget)
                                            .orElse(TransferTexts.NONE)));
        }

        private boolean makes(Path folder, String method, long seed) throws IOException {
            boolean made =
                    Methods.all().stream()
                            .filter(entry -> entry.name().equals(method))
                            .anyMatch(entry -> texts.serve(entry.recipe().space()));
            return made
                    && StartFolder.cameFrom(
                            folder, new Start.Transferred(source, helper, method, texts), seed);
        }
    }
}
