package org.clpworkbench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.clpworkbench.race.MadeUpRuns;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;

@EnabledOnOs(OS.LINUX)
class RunRemovalTest {
    @TempDir private Path folder;
    private Path trash;
    private RunFolder run;

    @BeforeEach
    void makeARun() throws IOException {
        trash = folder.resolve("share/Trash");
        Path workspace = Files.createDirectory(folder.resolve("Über 100 %"));
        run = MadeUpRuns.train(MadeUpRuns.create(workspace, "linear", 200), 3, 9, 6);
    }

    @Test
    void movesARunToTheTrashAsItsSpecificationSays() throws IOException {
        Path origin = run.path().toRealPath();
        Path place = RunRemoval.toBin(run.path(), new FreedesktopBin(trash)).orElseThrow();
        assertThat(run.path()).doesNotExist();
        assertThat(place).isEqualTo(trash.resolve("files").resolve(origin.getFileName()));
        assertThat(place.resolve("spec.json")).exists();
        List<String> info =
                Files.readAllLines(
                        trash.resolve("info").resolve(origin.getFileName() + ".trashinfo"));
        assertThat(info.getFirst()).isEqualTo("[Trash Info]");
        // the path is a URI's: what reads it back is Java's own parser
        String path = info.get(1).substring("Path=".length());
        assertThat(path).contains("%C3%9Cber%20100%20%25");
        assertThat(URI.create(path).getPath()).isEqualTo(origin.toString());
        assertThat(LocalDateTime.parse(info.get(2).substring("DeletionDate=".length())))
                .isBetween(LocalDateTime.now().minusMinutes(5), LocalDateTime.now());
    }

    @Test
    void findsAnotherNameWhereTheTrashHasThatOneAlready() throws IOException {
        Files.createDirectories(trash.resolve("info"));
        String name = run.path().getFileName().toString();
        Files.writeString(trash.resolve("info").resolve(name + ".trashinfo"), "[Trash Info]\n");
        Path place = RunRemoval.toBin(run.path(), new FreedesktopBin(trash)).orElseThrow();
        assertThat(place.getFileName()).hasToString(name + ".2");
        assertThat(trash.resolve("info").resolve(name + ".2.trashinfo")).exists();
    }

    @Test
    void takesALinkAwayAndNotWhatItLeadsTo() throws IOException {
        Path link = run.path().resolveSibling("linked");
        Files.createSymbolicLink(link, run.path());
        Path place = RunRemoval.toBin(link, new FreedesktopBin(trash)).orElseThrow();
        assertThat(link).doesNotExist();
        assertThat(Files.isSymbolicLink(place)).isTrue();
        assertThat(run.path().resolve("spec.json")).exists();
    }

    @Test
    void refusesARunThatIsBeingTrained() throws IOException {
        MadeUpRuns.own(run, true);
        assertThatThrownBy(() -> RunRemoval.toBin(run.path(), new FreedesktopBin(trash)))
                .hasMessageContaining("is being trained")
                .hasMessageContaining("stop it first");
        assertThat(run.path()).exists();
        assertThat(trash).doesNotExist();
    }

    @Test
    void movesAFolderThatIsNoWholeRun() throws IOException {
        Files.delete(run.path().resolve("spec.json"));
        assertThat(RunRemoval.toBin(run.path(), new FreedesktopBin(trash))).isPresent();
    }
}
