package org.clpworkbench.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;

class PackEmbeddedTest {
    private static final Path RESOURCES = Path.of("resources/org/clpworkbench/embedded");

    @TempDir Path folder;

    /// To the bit: numbers of half precision are the same when they are halved again.
    @Test
    void packsWhatWasPackedAsItIs() throws Exception {
        Path made = folder.resolve("made");
        EmbeddedDemo.unpack(made);
        Path packed = Files.createDirectory(folder.resolve("packed"));
        PackEmbedded.main(new String[] {made.toString(), packed.toString()});
        assertThat(packed.resolve(EmbeddedDemo.MANIFEST))
                .hasSameTextualContentAs(RESOURCES.resolve(EmbeddedDemo.MANIFEST));
    }
}
