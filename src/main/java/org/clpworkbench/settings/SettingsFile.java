package org.clpworkbench.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.clpworkbench.embedded.EmbeddedDemo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/// The settings and the file that keeps them. A change is there at once and written in the
/// background. Of a file that cannot be understood whole, the rest is as in the first settings; it
/// is laid aside before the next change is written, for somebody may want to mend it.
public final class SettingsFile implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);
    private static final JsonMapper JSON = new JsonMapper();
    private static final String DAMAGED = "settings-damaged.json";

    private final Path file;
    private final ExecutorService writer =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().name("settings").factory());
    private final Optional<Path> laidAside;
    private volatile Settings current;

    /// Touched by the writer only.
    private boolean moved;

    public SettingsFile(Path file) {
        this.file = file;
        SettingsJson.Understood read = read(file);
        this.current = read.settings();
        this.laidAside =
                read.strange().isEmpty()
                        ? Optional.empty()
                        : Optional.of(file.resolveSibling(DAMAGED));
    }

    public Settings current() {
        return current;
    }

    public synchronized void change(UnaryOperator<Settings> change) {
        Settings next = change.apply(current);
        if (!next.equals(current)) {
            current = next;
            // a screen's last word may come when the window has closed already
            if (!writer.isShutdown()) {
                writer.execute(() -> write(next));
            }
        }
    }

    /// Waits for what is still to be written.
    @Override
    public void close() {
        writer.close();
    }

    private static SettingsJson.Understood read(Path file) {
        if (!Files.exists(file)) {
            return new SettingsJson.Understood(Settings.FIRST, List.of());
        }
        try {
            Path embedded = file.toAbsolutePath().resolveSibling(Workspace.EMBEDDED);
            JsonNode json = JSON.readTree(Files.readString(file));
            SettingsJson.Understood read = SettingsJson.read(json, EmbeddedDemo.in(embedded));
            if (!read.strange().isEmpty()) {
                LOG.warn("Not understood in {}: {}", file, read.strange());
            }
            return read;
        } catch (IOException unreadable) {
            LOG.warn("{} cannot be read", file, unreadable);
            return new SettingsJson.Understood(Settings.FIRST, List.of(file.toString()));
        }
    }

    /// Where a file that could not be understood whole is laid before another one is written in its
    /// place; empty where nothing would be lost.
    public Optional<Path> laidAside() {
        return laidAside;
    }

    private void write(Settings settings) {
        try {
            layAside();
            byte[] bytes =
                    JSON.writerWithDefaultPrettyPrinter()
                            .writeValueAsBytes(SettingsJson.write(settings));
            writeWhole(bytes);
        } catch (IOException problem) {
            LOG.warn("The settings cannot be written to {}", file, problem);
        }
    }

    private void layAside() throws IOException {
        if (laidAside.isPresent() && !moved && Files.exists(file)) {
            Files.move(file, laidAside.get(), StandardCopyOption.REPLACE_EXISTING);
            LOG.warn("What could not be understood of {} is kept in {}", file, laidAside.get());
        }
        moved = true;
    }

    private void writeWhole(byte[] bytes) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (var channel =
                FileChannel.open(
                        part,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            var buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
