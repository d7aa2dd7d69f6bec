package org.clpworkbench.gpu;

import ai.djl.util.Utils;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;

/// The CUDA build of libtorch that belongs to this DJL, in DJL's own cache. It is used once it has
/// computed on this machine's GPUs and given the right numbers.
public final class CudaRuntime {
    /// The CUDA version that DJL's own library is built for.
    static final String FLAVOR = "cu128";

    /// The oldest driver that CUDA 12 runs on, by its minor version compatibility.
    ///
    /// Source: NVIDIA, CUDA Compatibility, table of minimum driver versions.
    static final int OLDEST_DRIVER = 525;

    /// Where an installed libtorch lies, for DJL and for people who bring one of their own.
    private static final String LIBRARY_PATH = "PYTORCH_LIBRARY_PATH";

    private static final String CHECKED = "checked-by-clp-workbench";

    private CudaRuntime() {}

    /// libtorch's version.
    static String version() {
        var properties = new Properties();
        try (InputStream resource =
                CudaRuntime.class.getResourceAsStream("/pytorch-engine.properties")) {
            if (resource == null) {
                throw new IllegalStateException("DJL's pytorch-engine is not on the class path.");
            }
            properties.load(resource);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return properties.getProperty("pytorch_version");
    }

    /// Whether DJL has a CUDA build for this operating system and processor.
    public static boolean published() {
        return CudaRuntime.class.getResource(
                        "/jnilib/%s/%s/%s"
                                .formatted(
                                        classifier(), FLAVOR, System.mapLibraryName("djl_torch")))
                != null;
    }

    /// DJL's word for operating system and processor.
    static String classifier() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch");
        String prefix =
                system.startsWith("win") ? "win" : system.startsWith("mac") ? "osx" : "linux";
        return prefix + "-" + (processor.equals("amd64") ? "x86_64" : processor);
    }

    /// Where it lies, or would.
    public static Path folder() {
        return Utils.getEngineCacheDir("pytorch")
                .resolve(version() + "-" + FLAVOR + "-" + classifier());
    }

    public static boolean fetched() {
        return Files.isRegularFile(folder().resolve(System.mapLibraryName("torch")));
    }

    /// Whether it has computed here as it should.
    public static boolean checked() {
        return fetched() && Files.isRegularFile(folder().resolve(CHECKED));
    }

    /// To be called by who has checked it.
    public static void markChecked() throws IOException {
        Files.writeString(folder().resolve(CHECKED), "");
    }

    /// Whether the engine of this process is, or will be, given by someone else.
    static boolean given() {
        return Utils.getEnvOrSystemProperty(LIBRARY_PATH) != null;
    }

    /// Has the engine of this process load it, unless it has been started already or was given
    /// another libtorch.
    public static void use() {
        if (!given()) {
            System.setProperty("PYTORCH_FLAVOR", FLAVOR);
            System.setProperty(LIBRARY_PATH, folder().toString());
        }
    }
}
