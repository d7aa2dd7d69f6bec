package org.clpworkbench.data.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class TextFilesTest {
    @TempDir Path folder;

    @BeforeEach
    void makeFiles() throws IOException {
        for (String name :
                List.of(
                        "b.jsonl.zst",
                        "a.txt",
                        "deep/er/c.parquet",
                        "deep/d.csv.gz",
                        "picture.png",
                        "packed.parquet.gz",
                        ".git/hidden.txt")) {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.writeString(folder.resolve(name), "");
        }
    }

    private List<String> found(String... inputs) throws IOException {
        return TextFiles.find(List.of(inputs)).stream()
                .map(file -> folder.relativize(file.path()).toString().replace('\\', '/'))
                .toList();
    }

    @Test
    void findsFilesOfKnownEndingsInFolders() throws IOException {
        assertThat(found(folder.toString()))
                .containsExactly("a.txt", "b.jsonl.zst", "deep/d.csv.gz", "deep/er/c.parquet");
    }

    @Test
    void findsWhatAPatternMatches() throws IOException {
        assertThat(found(folder + "/*.{txt,jsonl.zst}")).containsExactly("a.txt", "b.jsonl.zst");
        assertThat(found(folder + "/**/*.parquet")).containsExactly("deep/er/c.parquet");
        assertThat(found(folder + "/**/*.txt")).containsExactly("a.txt");
        assertThat(found(folder + "/deep/?.csv.gz")).containsExactly("deep/d.csv.gz");
    }

    @Test
    void takesEachFileOnceInTheOrderOfTheInputs() throws IOException {
        assertThat(found(folder + "/deep", folder + "/a.txt", folder.toString()))
                .containsExactly("deep/d.csv.gz", "deep/er/c.parquet", "a.txt", "b.jsonl.zst");
    }

    @Test
    void followsLinksAsADownloadedDataSetHasThem() throws IOException {
        Path blobs = Files.createDirectories(folder.resolve("hub/blobs"));
        Files.writeString(blobs.resolve("0123abcd"), "text");
        Path snapshot = Files.createDirectories(folder.resolve("hub/snapshot"));
        Files.createSymbolicLink(snapshot.resolve("t.txt"), blobs.resolve("0123abcd"));

        assertThat(found(folder + "/hub")).containsExactly("hub/snapshot/t.txt");
    }

    @Test
    void saysWhatIsNotThereOrNotKnown() {
        assertThatThrownBy(() -> found(folder + "/none.txt"))
                .hasMessage(
                        folder.resolve("none.txt")
                                + " is not there; name a file, a folder or a pattern.");
        assertThatThrownBy(() -> found(folder + "/picture.png"))
                .hasMessageContaining("has an ending that is not known; it must be .txt,");
        assertThatThrownBy(() -> found(folder + "/*.rtf"))
                .hasMessageContaining("/*.rtf has no file that ends with .txt,");
        assertThatThrownBy(() -> found(folder + "/none/*.txt"))
                .hasMessageContaining("matches nothing, as ");
    }
}
