package org.clpworkbench.gpu;

import org.clpworkbench.net.FaultyServer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/// A server that publishes a CUDA build as DJL's does, from files that a test gives.
public final class PublishedRuntime implements AutoCloseable {
    private static final String HERE =
            CudaRuntime.FLAVOR + "/" + CudaRuntime.classifier() + "/native/lib/";

    private final FaultyServer server = new FaultyServer();
    private final StringBuilder index =
            new StringBuilder("cpu/other-x86_64/native/lib/libtorch.so.gz\n");

    public PublishedRuntime() throws IOException {
        publish();
    }

    /// @param listed its name as the index writes it, where that differs
    public PublishedRuntime file(String name, String listed, byte[] content) throws IOException {
        index.append(HERE).append(listed).append(".gz\n");
        publish();
        return packed(name, packed(content));
    }

    public PublishedRuntime file(String name, byte[] content) throws IOException {
        return file(name, name, content);
    }

    private void publish() {
        server.file("files.txt", index.toString().getBytes(StandardCharsets.UTF_8));
    }

    /// What stands for a file's packed form from now on.
    PublishedRuntime packed(String name, byte[] bytes) {
        server.file(HERE + name + ".gz", bytes);
        return this;
    }

    static byte[] packed(byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }

    public URI address() {
        return server.address();
    }

    @Override
    public void close() {
        server.close();
    }
}
