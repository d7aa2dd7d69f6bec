package org.clpworkbench.ui.runs;

import org.clpworkbench.race.RunLook;
import org.clpworkbench.race.RunWatch;
import org.clpworkbench.run.RunFolder;
import org.clpworkbench.run.RunNotes;
import org.clpworkbench.ui.common.Failure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Looks at all run folders; what has been read once is not read again. For one thread.
class RunFolders {
    private final Path runs;
    private final Map<Path, Followed> watches = new HashMap<>();

    private record Followed(RunWatch watch, LossAverage average) {}

    RunFolders(Path runs) {
        this.runs = runs;
    }

    /// Every folder, the newest first.
    List<RunEntry> look() throws IOException {
        if (!Files.isDirectory(runs)) {
            watches.clear();
            return List.of();
        }
        List<Path> folders;
        try (Stream<Path> all = Files.list(runs)) {
            folders = all.filter(Files::isDirectory).sorted(Comparator.reverseOrder()).toList();
        }
        watches.keySet().retainAll(folders);
        var entries = new ArrayList<RunEntry>();
        for (Path folder : folders) {
            entries.add(look(folder));
        }
        return entries;
    }

    private RunEntry look(Path folder) {
        try {
            Followed followed = watches.get(folder);
            if (followed == null) {
                followed = new Followed(new RunWatch(RunFolder.open(folder)), new LossAverage());
                watches.put(folder, followed);
            }
            RunLook look = followed.watch().look();
            look.fresh().forEach(followed.average()::add);
            return new RunEntry.Readable(
                    look.run(),
                    look.figures(),
                    notes(folder),
                    followed.average().value(),
                    look.checkpointed());
        } catch (IOException | RuntimeException broken) {
            watches.remove(folder);
            String reason = Failure.reason(broken).lines().findFirst().orElse("");
            return new RunEntry.Unreadable(folder, reason);
        }
    }

    /// Damaged notes say so in the note's place, and do not take the run away.
    private static RunNotes notes(Path folder) {
        try {
            return RunNotes.read(folder);
        } catch (IOException damaged) {
            return new RunNotes(List.of(), Failure.reason(damaged));
        }
    }
}
