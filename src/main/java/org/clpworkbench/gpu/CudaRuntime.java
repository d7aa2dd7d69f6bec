package org.clpworkbench.gpu;

import ai.djl.util.Utils;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

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

    /// Whether a process may compute with it: it has computed here as it should, or someone has
    /// installed another.
    public static boolean usable() {
        return given() || (fetched() && Files.isRegularFile(folder().resolve(CHECKED)));
    }

    /// To be called by who has checked it. One that was given is taken as it is.
    public static void markChecked() throws IOException {
        if (fetched()) {
            Files.writeString(folder().resolve(CHECKED), "");
        }
    }

    /// Whether a CUDA build that someone has installed is named for DJL to load.
    static boolean given() {
        String library = System.mapLibraryName("torch_cuda");
        return Optional.ofNullable(Utils.getEnvOrSystemProperty(LIBRARY_PATH)).stream()
                .flatMap(Pattern.compile(Pattern.quote(File.pathSeparator))::splitAsStream)
                .anyMatch(folder -> Files.isRegularFile(Path.of(folder, library)));
    }

    /// Has the engine of this process load it, or the one that was given, unless it has been
    /// started already.
    public static void use() {
        setUnlessSet(LIBRARY_PATH, folder().toString());
        setUnlessSet("PYTORCH_FLAVOR", FLAVOR);
    }

    private static void setUnlessSet(String name, String value) {
        if (Utils.getEnvOrSystemProperty(name) == null) {
            System.setProperty(name, value);
        }
    }
}
