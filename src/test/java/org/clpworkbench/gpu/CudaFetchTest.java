package org.clpworkbench.gpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.clpworkbench.job.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;

class CudaFetchTest {
    @TempDir Path cache;

    private final byte[] torch = bytes(1, 300_000);
    private final byte[] runtime = bytes(2, 50_000);
    private PublishedRuntime server;

    private static byte[] bytes(long seed, int count) {
        byte[] bytes = new byte[count];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    @BeforeEach
    void publish() throws IOException {
        server =
                new PublishedRuntime()
                        .file("libtorch.so", torch)
                        .file("libcudart-1+2.so.12", "libcudart-1%2B2.so.12", runtime);
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
        assertThat(plan.packed())
                .isEqualTo(
                        PublishedRuntime.packed(torch).length
                                + PublishedRuntime.packed(runtime).length);
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
        byte[] damaged = PublishedRuntime.packed(runtime);
        damaged[damaged.length / 2] ^= 1;
        server.packed("libcudart-1+2.so.12", damaged);

        CudaFetch plan = plan();
        assertThatThrownBy(() -> plan.run(Progress.unwatched()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("libcudart")
                .hasMessageContaining("arrived damaged")
                .hasMessageEndingWith("Try again.");
        assertThat(folder()).doesNotExist();

        server.packed("libcudart-1+2.so.12", PublishedRuntime.packed(runtime))
                .packed("libtorch.so", new byte[0]);
        plan.run(Progress.unwatched());
        assertThat(folder().resolve("libtorch.so")).hasBinaryContent(torch);
        assertThat(folder().resolve("libcudart-1+2.so.12")).hasBinaryContent(runtime);
    }

    @Test
    void aSystemWithoutABuildIsTold() throws IOException {
        server.close();
        server = new PublishedRuntime();

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
