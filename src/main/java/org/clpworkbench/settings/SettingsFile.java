package org.clpworkbench.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.clpworkbench.data.DataSet;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
            Path embedded = file.toAbsolutePath().resolveSibling(Workspace.EMBEDDED);
            return read(JSON.readTree(Files.readString(file)), EmbeddedDemo.in(embedded));
        } catch (IOException | IllegalArgumentException unreadable) {
            LOG.warn("{} cannot be read and is ignored", file, unreadable);
            return Settings.FIRST;
        }
    }

    private static Settings read(JsonNode json, EmbeddedDemo demo) {
        Settings first = Settings.FIRST;
        Looks looks = first.looks();
        Frame frame = first.frame();
        Settings read =
                new Settings(
                        new Looks(
                                word(Theme.class, json.path("theme"), looks.theme()),
                                json.path("zoom").asDouble(looks.zoom()),
                                word(Language.class, json.path("language"), looks.language())),
                        new Frame(
                                json.path("width").asDouble(frame.width()),
                                json.path("height").asDouble(frame.height()),
                                json.path("maximized").asBoolean(frame.maximized())),
                        new Session(
                                json.path("screen").asText(""),
                                paths(json.path("runs")),
                                json.path("baseline").asText(""),
                                chart(json.path("chart"))),
                        new Chosen(
                                json.path("source").asText(""),
                                json.path("helper").asText(""),
                                data(json, demo)),
                        paths(json.path("recentModels")),
                        List.of(),
                        runColours(json.path("runColours")));
        for (Preset preset : presets(json.path("presets"))) {
            read = read.withPreset(preset);
        }
        return read;
    }

    private static ChartChoices chart(JsonNode json) {
        ChartChoices first = ChartChoices.FIRST;
        return new ChartChoices(
                json.path("across").asText(first.across()),
                json.path("logAcross").asBoolean(first.logAcross()),
                json.path("logLoss").asBoolean(first.logLoss()),
                json.path("smoothing").asInt(first.smoothing()),
                json.path("band").asBoolean(first.band()),
                json.path("seedsTogether").asBoolean(first.seedsTogether()),
                json.path("details").asBoolean(first.details()));
    }

    /// What is no number of a colour is left out.
    private static Map<String, Integer> runColours(JsonNode json) {
        var colours = new HashMap<String, Integer>();
        json.properties().stream()
                .filter(colour -> colour.getValue().isInt() && colour.getValue().asInt() >= 0)
                .forEach(colour -> colours.put(colour.getKey(), colour.getValue().asInt()));
        return colours;
    }

    /// Empty too where this program cannot make sense of it.
    private static Optional<DataSet> data(JsonNode json, EmbeddedDemo demo) {
        try {
            if (json.has("data")) {
                return Optional.of(DataSetJson.read(json.path("data")));
            }
            return DataSetJson.older(
                    json.path("text").asText(""),
                    json.path("validation").asText(""),
                    DataSet.of(demo.training(), demo.validation()));
        } catch (IllegalArgumentException unknown) {
            LOG.warn("The texts that the settings name are left out", unknown);
            return Optional.empty();
        }
    }

    private static <E extends Enum<E>> E word(Class<E> words, JsonNode json, E usual) {
        return Enum.valueOf(words, json.asText(usual.name()).toUpperCase(Locale.ROOT));
    }

    private static List<Path> paths(JsonNode json) {
        var paths = new ArrayList<Path>();
        json.forEach(path -> paths.add(Path.of(path.asText())));
        return paths;
    }

    /// Those that have a name; what else stands there is left out.
    private static List<Preset> presets(JsonNode json) {
        var presets = new ArrayList<Preset>();
        for (JsonNode each : json) {
            String name = each.path("name").asText("");
            if (!name.isBlank()) {
                var entries = new HashMap<String, String>();
                each.path("entries")
                        .properties()
                        .forEach(entry -> entries.put(entry.getKey(), entry.getValue().asText("")));
                presets.add(new Preset(name, entries));
            }
        }
        return presets;
    }

    private void write(Settings settings) {
        ObjectNode json = JSON.createObjectNode();
        Looks looks = settings.looks();
        json.put("theme", looks.theme().name().toLowerCase(Locale.ROOT));
        json.put("zoom", looks.zoom());
        json.put("language", looks.language().name().toLowerCase(Locale.ROOT));
        Frame frame = settings.frame();
        json.put("width", frame.width());
        json.put("height", frame.height());
        json.put("maximized", frame.maximized());
        Session session = settings.session();
        json.put("screen", session.screen());
        var runs = json.putArray("runs");
        session.runs().forEach(run -> runs.add(run.toString()));
        json.put("baseline", session.baseline());
        write(session.chart(), json.putObject("chart"));
        Chosen chosen = settings.chosen();
        json.put("source", chosen.source());
        json.put("helper", chosen.helper());
        chosen.data().ifPresent(data -> json.set("data", DataSetJson.write(data)));
        var recent = json.putArray("recentModels");
        settings.recentModels().forEach(folder -> recent.add(folder.toString()));
        var presets = json.putArray("presets");
        for (Preset preset : settings.presets()) {
            var entries = presets.addObject().put("name", preset.name()).putObject("entries");
            new TreeMap<>(preset.entries()).forEach(entries::put);
        }
        var colours = json.putObject("runColours");
        new TreeMap<>(settings.runColours()).forEach(colours::put);
        try {
            writeWhole(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json));
        } catch (IOException problem) {
            LOG.warn("The settings cannot be written to {}", file, problem);
        }
    }

    private static void write(ChartChoices chart, ObjectNode json) {
        json.put("across", chart.across());
        json.put("logAcross", chart.logAcross());
        json.put("logLoss", chart.logLoss());
        json.put("smoothing", chart.smoothing());
        json.put("band", chart.band());
        json.put("seedsTogether", chart.seedsTogether());
        json.put("details", chart.details());
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
