package org.clpworkbench.gpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.clpworkbench.job.Progress;
import org.clpworkbench.net.FaultyServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

class CudaFetchTest {
    private static final String HERE =
            CudaRuntime.FLAVOR + "/" + CudaRuntime.classifier() + "/native/lib/";

    @TempDir Path cache;

    private final byte[] torch = bytes(1, 300_000);
    private final byte[] runtime = bytes(2, 50_000);
    private FaultyServer server;

    private static byte[] bytes(long seed, int count) {
        byte[] bytes = new byte[count];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static byte[] packed(byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }

    @BeforeEach
    void publish() throws IOException {
        server = new FaultyServer();
        String index =
                """
                cpu/other-x86_64/native/lib/libtorch.so.gz
                %1$slibtorch.so.gz
                %1$slibcudart-1%%2B2.so.12.gz
                """
                        .formatted(HERE);
        server.file("files.txt", index.getBytes(StandardCharsets.UTF_8))
                .file(HERE + "libtorch.so.gz", packed(torch))
                .file(HERE + "libcudart-1+2.so.12.gz", packed(runtime));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Path folder() {
        return cache.resolve("cuda");
    }

    private CudaFetch plan() throws IOException {
        return CudaFetch.plan(server.address(), folder(), Progress.unwatched());
    }

    @Test
    void thePlanKnowsTheSizesBeforeAnythingIsFetched() throws IOException {
        CudaFetch plan = plan();

        assertThat(plan.files())
                .extracting(CudaFetch.Part::name)
                .containsExactly("libtorch.so", "libcudart-1+2.so.12");
        assertThat(plan.packed()).isEqualTo(packed(torch).length + packed(runtime).length);
        assertThat(plan.unpacked()).isEqualTo(torch.length + runtime.length);
        assertThat(folder()).doesNotExist();
    }

    @Test
    void fetchesUnpacksAndLeavesNothingElse() throws IOException {
        plan().run(Progress.unwatched());

        assertThat(folder().resolve("libtorch.so")).hasBinaryContent(torch);
        assertThat(folder().resolve("libcudart-1+2.so.12")).hasBinaryContent(runtime);
        assertThat(cache.resolve("cuda.part")).doesNotExist();
    }

    @Test
    void aDamagedFileIsNoticedAndWhatIsWholeIsKept() throws IOException {
        byte[] damaged = packed(runtime);
        damaged[damaged.length / 2] ^= 1;
        server.file(HERE + "libcudart-1+2.so.12.gz", damaged);

        CudaFetch plan = plan();
        assertThatThrownBy(() -> plan.run(Progress.unwatched()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("libcudart")
                .hasMessageContaining("arrived damaged")
                .hasMessageEndingWith("Try again.");
        assertThat(folder()).doesNotExist();

        server.file(HERE + "libcudart-1+2.so.12.gz", packed(runtime))
                .file(HERE + "libtorch.so.gz", new byte[0]);
        plan.run(Progress.unwatched());
        assertThat(folder().resolve("libtorch.so")).hasBinaryContent(torch);
        assertThat(folder().resolve("libcudart-1+2.so.12")).hasBinaryContent(runtime);
    }

    @Test
    void aSystemWithoutABuildIsTold() {
        server.file("files.txt", "cu128/plan9-mips/lib.gz\n".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(this::plan)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("has no CUDA build of libtorch for");
    }

    @Test
    void aServerThatIsNotThereIsTold() {
        server.close();

        assertThatThrownBy(this::plan)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot be reached")
                .hasMessageContaining(CudaFetch.SOURCE_VARIABLE);
    }
}
