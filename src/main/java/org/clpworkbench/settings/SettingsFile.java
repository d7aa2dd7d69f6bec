package org.clpworkbench.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/// The settings and the file that keeps them. A change is there at once and written in the
/// background; a file that cannot be read gives the first settings and is left until the next
/// change.
public final class SettingsFile implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);
    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;
    private final ExecutorService writer =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().name("settings").factory());
    private volatile Settings current;

    public SettingsFile(Path file) {
        this.file = file;
        this.current = read(file);
    }

    public Settings current() {
        return current;
    }

    public synchronized void change(UnaryOperator<Settings> change) {
        Settings next = change.apply(current);
        if (!next.equals(current)) {
            current = next;
            writer.execute(() -> write(next));
        }
    }

    /// Waits for what is still to be written.
    @Override
    public void close() {
        writer.close();
    }

    private static Settings read(Path file) {
        if (!Files.exists(file)) {
            return Settings.FIRST;
        }
        try {
            JsonNode json = JSON.readTree(Files.readString(file));
            Settings first = Settings.FIRST;
            var recent = new ArrayList<Path>();
            json.path("recentModels").forEach(folder -> recent.add(Path.of(folder.asText())));
            return new Settings(
                    new Looks(
                            Theme.valueOf(
                                    json.path("theme").asText("system").toUpperCase(Locale.ROOT)),
                            json.path("zoom").asDouble(first.looks().zoom())),
                    json.path("width").asDouble(first.width()),
                    json.path("height").asDouble(first.height()),
                    json.path("maximized").asBoolean(first.maximized()),
                    recent,
                    json.path("source").asText(""),
                    json.path("helper").asText(""),
                    json.path("text").asText(""),
                    json.path("validation").asText(""));
        } catch (IOException | IllegalArgumentException unreadable) {
            LOG.warn("{} cannot be read and is ignored", file, unreadable);
            return Settings.FIRST;
        }
    }

    private void write(Settings settings) {
        ObjectNode json = JSON.createObjectNode();
        json.put("theme", settings.looks().theme().name().toLowerCase(Locale.ROOT));
        json.put("zoom", settings.looks().zoom());
        json.put("width", settings.width());
        json.put("height", settings.height());
        json.put("maximized", settings.maximized());
        var recent = json.putArray("recentModels");
        settings.recentModels().forEach(folder -> recent.add(folder.toString()));
        json.put("source", settings.source());
        json.put("helper", settings.helper());
        json.put("text", settings.text());
        json.put("validation", settings.validation());
        try {
            writeWhole(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json));
        } catch (IOException problem) {
            LOG.warn("The settings cannot be written to {}", file, problem);
        }
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
