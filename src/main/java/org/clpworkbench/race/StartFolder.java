package org.clpworkbench.race;

import org.clpworkbench.checkpoint.ModelName;
import org.clpworkbench.job.Progress;
import org.clpworkbench.settings.Workspace;
import org.clpworkbench.transfer.CrossLingualTransfer;
import org.clpworkbench.transfer.Recipe;
import org.clpworkbench.transfer.TransferSpec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where transferred models lie in the workspace: `<source>_<helper>_<method>_<seed>`, with a
/// number behind when a folder of that name came from elsewhere.
public final class StartFolder {
    /// The seed that a screen or a command proposes.
    public static final int USUAL_SEED = 42;

    private StartFolder() {}

    /// The folder name of a transfer.
    public static String name(Path source, Path helper, String method, long seed) {
        return "%s_%s_%s_%d".formatted(ModelName.of(source), ModelName.of(helper), method, seed);
    }

    /// The transferred model, made now unless it is there already.
    static Path of(Start.Transferred start, long seed, Workspace workspace, Progress progress)
            throws IOException {
        String name = name(start.source(), start.helper(), start.method(), seed);
        Path folder = workspace.models().resolve(name);
        for (int next = 2; Files.exists(folder); next++) {
            if (cameFrom(folder, start, seed)) {
                return folder;
            }
            folder = workspace.models().resolve(name + "_" + next);
        }
        Files.createDirectories(workspace.models());
        CrossLingualTransfer.run(spec(folder, start, seed), progress);
        return folder;
    }

    /// Whether a folder holds exactly this transfer, by its manifest.
    public static boolean cameFrom(Path folder, Start.Transferred start, long seed)
            throws IOException {
        return CrossLingualTransfer.isMade(spec(folder, start, seed));
    }

    private static TransferSpec spec(Path folder, Start.Transferred start, long seed) {
        return new TransferSpec(
                start.source(),
                start.helper(),
                folder,
                Recipe.of(start.method()),
                start.texts(),
                seed,
                1,
                false);
    }
}
