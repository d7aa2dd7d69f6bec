package org.clpworkbench.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;

import org.clpworkbench.tensor.WholeFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The downloads that are not whole yet, a small JSON file each in a folder, so that they go on
/// after a restart. One is worked on by one process at a time.
public final class UnfinishedDownloads implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(UnfinishedDownloads.class);
    private static final JsonMapper JSON = new JsonMapper();
    private static final String ENDING = ".json";

    private final Path folder;
    private final Map<DownloadRequest, CacheLock> held = new HashMap<>();

    /// One that was found.
    public record Kept(DownloadRequest request, boolean paused) {}

    /// @param folder of the workspace's
    public UnfinishedDownloads(Path folder) {
        this.folder = folder;
    }

    /// Makes one this process's own.
    ///
    /// @return whether no other process works on it
    public synchronized boolean take(DownloadRequest request) throws IOException {
        if (held.containsKey(request)) {
            return true;
        }
        var lock = CacheLock.tryTake(folder.resolve(name(request) + ".lock"));
        lock.ifPresent(taken -> held.put(request, taken));
        return lock.isPresent();
    }

    /// Those that no other process works on, which are now this one's.
    synchronized List<Kept> takeAll() throws IOException {
        var taken = new ArrayList<Kept>();
        for (Kept kept : list()) {
            try {
                if (take(kept.request)) {
                    taken.add(kept);
                }
            } catch (IOException locked) {
                LOG.warn("{} cannot be taken up", kept.request.id(), locked);
            }
        }
        return taken;
    }

    /// All that can be read, whoever works on them.
    public synchronized List<Kept> list() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        var found = new ArrayList<Kept>();
        List<Path> files;
        try (Stream<Path> children = Files.list(folder)) {
            files = children.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
        }
        for (Path file : files) {
            try {
                found.add(read(JSON.readTree(Files.readAllBytes(file))));
            } catch (IOException | IllegalArgumentException unreadable) {
                LOG.warn("{} cannot be read and is left alone", file, unreadable);
            }
        }
        return List.copyOf(found);
    }

    synchronized void write(DownloadRequest request, boolean paused) throws IOException {
        var json = JSON.createObjectNode();
        json.put("kind", request.id().kind().plural());
        json.put("id", request.id().name());
        json.put("revision", request.revision().name());
        put(json.putArray("include"), request.files().include());
        put(json.putArray("exclude"), request.files().exclude());
        json.put("paused", paused);
        Files.createDirectories(folder);
        byte[] bytes = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json);
        WholeFiles.write(folder.resolve(name(request) + ENDING), bytes);
    }

    /// One of this process's that is whole, cannot be had or is not wanted any more.
    public synchronized void forget(DownloadRequest request) throws IOException {
        CacheLock lock = held.remove(request);
        if (lock != null) {
            Files.deleteIfExists(folder.resolve(name(request) + ENDING));
            Files.deleteIfExists(folder.resolve(name(request) + ".lock"));
            lock.close();
        }
    }

    private static String name(DownloadRequest request) {
        String patterns = String.join("\n", request.files().include());
        patterns += "\0" + String.join("\n", request.files().exclude());
        return "%s--%s--%08x"
                .formatted(
                        request.id().folder(),
                        request.revision().name().replace("/", "--"),
                        patterns.hashCode());
    }

    private static void put(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }

    private static Kept read(JsonNode json) {
        var files = new FileChoice(texts(json.path("include")), texts(json.path("exclude")));
        var request =
                new DownloadRequest(
                        new RepositoryId(kind(json), json.path("id").asText()),
                        new Revision(json.path("revision").asText()),
                        files);
        return new Kept(request, json.path("paused").asBoolean(false));
    }

    /// Models were all that could be fetched once, and say nothing of it.
    private static RepositoryKind kind(JsonNode json) {
        String plural = json.path("kind").asText(RepositoryKind.MODEL.plural());
        return Arrays.stream(RepositoryKind.values())
                .filter(kind -> kind.plural().equals(plural))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind " + plural));
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    /// Lets others have what is not whole yet.
    @Override
    public synchronized void close() throws IOException {
        for (CacheLock lock : held.values()) {
            lock.close();
        }
        held.clear();
    }
}
