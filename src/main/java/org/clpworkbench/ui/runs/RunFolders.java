package org.clpworkbench.ui.runs;

import org.clpworkbench.race.RunLook;
import org.clpworkbench.race.RunWatch;
import org.clpworkbench.run.RunFolder;
import org.clpworkbench.run.RunNotes;
import org.clpworkbench.ui.common.DataSetWords;
import org.clpworkbench.ui.common.Failure;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Looks at all run folders; what has been read once is not read again. For one thread.
class RunFolders {
    private final Path runs;
    private final Map<Path, Followed> watches = new HashMap<>();
    private final Map<Path, RunEntry> known = new HashMap<>();

    private record Followed(RunWatch watch, LossAverage average, String measuredOn) {
        static Followed of(RunFolder run) {
            String text = DataSetWords.madeOf(run.spec().validation());
            return new Followed(new RunWatch(run), new LossAverage(), text);
        }
    }

    private record Said(RunNotes notes, String damage) {}

    RunFolders(Path runs) {
        this.runs = runs;
    }

    /// Every folder, the newest first.
    ///
    /// @param wanted says no once nobody wants to see them: that ends the look
    /// @param meanwhile is given what is known when another folder has been read for the first time
    /// @return empty where the look ended before it had come to all
    Optional<List<RunEntry>> look(BooleanSupplier wanted, Consumer<List<RunEntry>> meanwhile)
            throws IOException {
        List<Path> folders = folders();
        watches.keySet().retainAll(folders);
        known.keySet().retainAll(folders);
        for (Path folder : folders) {
            if (!wanted.getAsBoolean()) {
                return Optional.empty();
            }
            boolean isNew = !known.containsKey(folder);
            known.put(folder, look(folder));
            if (isNew) {
                meanwhile.accept(known(folders));
            }
        }
        return Optional.of(known(folders));
    }

    private List<Path> folders() throws IOException {
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(runs)) {
            return all.filter(Files::isDirectory).sorted(Comparator.reverseOrder()).toList();
        }
    }

    private List<RunEntry> known(List<Path> folders) {
        return folders.stream()
                .flatMap(folder -> Optional.ofNullable(known.get(folder)).stream())
                .toList();
    }

    private RunEntry look(Path folder) throws ClosedByInterruptException {
        try {
            Followed followed = watches.get(folder);
            if (followed == null) {
                followed = Followed.of(RunFolder.open(folder));
                watches.put(folder, followed);
            }
            RunLook look = followed.watch().look();
            look.fresh().forEach(followed.average()::add);
            Said said = said(folder);
            return new RunEntry.Readable(
                    look.run(),
                    look.figures(),
                    said.notes(),
                    said.damage(),
                    followed.average().value(),
                    look.checkpointed(),
                    followed.measuredOn());
        } catch (ClosedByInterruptException unwanted) {
            throw unwanted; // says nothing of the folder
        } catch (IOException | RuntimeException broken) {
            watches.remove(folder);
            String reason = Failure.reason(broken).lines().findFirst().orElse("");
            return new RunEntry.Unreadable(folder, reason);
        }
    }

    /// Damaged notes do not take the run away.
    private static Said said(Path folder) {
        try {
            return new Said(RunNotes.read(folder), "");
        } catch (IOException damaged) {
            return new Said(RunNotes.NONE, Failure.reason(damaged));
        }
    }
}
