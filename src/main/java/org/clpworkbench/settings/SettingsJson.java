package org.clpworkbench.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.clpworkbench.data.DataSet;
import org.clpworkbench.embedded.EmbeddedDemo;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The settings as JSON. An entry that says what this program does not know is as in the first
/// settings; the others are read all the same.
final class SettingsJson {
    /// @param strange the names of the entries that were not understood
    record Understood(Settings settings, List<String> strange) {
        Understood {
            strange = List.copyOf(strange);
        }
    }

    private final JsonNode json;
    private final List<String> strange = new ArrayList<>();

    private SettingsJson(JsonNode json) {
        this.json = json;
    }

    static Understood read(JsonNode json, EmbeddedDemo demo) {
        var reader = new SettingsJson(json);
        if (!json.isObject()) {
            return new Understood(Settings.FIRST, List.of("all of it"));
        }
        return new Understood(reader.settings(demo), reader.strange);
    }

    private Settings settings(EmbeddedDemo demo) {
        Looks looks = Settings.FIRST.looks();
        Settings read =
                new Settings(
                        new Looks(
                                word(Theme.class, "theme", looks.theme()),
                                number("zoom", looks.zoom()),
                                word(Language.class, "language", looks.language())),
                        frame(Settings.FIRST.frame()),
                        session(),
                        new Chosen(text("source"), text("helper"), data(demo)),
                        paths("recentModels"),
                        List.of(),
                        runColours(),
                        words("missingScripts"));
        for (Preset preset : presets()) {
            read = read.withPreset(preset);
        }
        return read;
    }

    private Session session() {
        return new Session(
                text("screen"),
                paths("runs"),
                text("baseline"),
                chart(ChartChoices.FIRST),
                table(),
                explored(),
                layout());
    }

    private Layout layout() {
        var inside = new SettingsJson(json.path("overlap"));
        var overlap =
                new OverlapChoices(
                        inside.text("page"),
                        inside.text("search"),
                        inside.text("kind"),
                        inside.text("sentence"),
                        inside.text("text"),
                        inside.text("inPlaceOf"));
        inside.strange.forEach(name -> strange.add("overlap." + name));
        return new Layout(
                flag("jobs", false),
                text("segment"),
                overlap,
                json.has("map") ? Optional.of(map(MapChoices.FIRST)) : Optional.empty());
    }

    private MapChoices map(MapChoices usual) {
        var inside = new SettingsJson(json.path("map"));
        var map =
                new MapChoices(
                        inside.flag("open", usual.open()),
                        inside.text("model"),
                        inside.text("method"),
                        inside.text("space"),
                        (int) inside.number("neighbours", usual.neighbours()),
                        (int) inside.number("perplexity", usual.perplexity()),
                        (int) inside.number("seed", usual.seed()),
                        inside.text("colours"));
        inside.strange.forEach(name -> strange.add("map." + name));
        return map;
    }

    private Frame frame(Frame usual) {
        return new Frame(
                number("width", usual.width()),
                number("height", usual.height()),
                flag("maximized", usual.maximized()),
                corner());
    }

    private Optional<Frame.Corner> corner() {
        double x = number("x", Double.NaN);
        double y = number("y", Double.NaN);
        boolean known = Double.isFinite(x) && Double.isFinite(y);
        return known ? Optional.of(new Frame.Corner(x, y)) : Optional.empty();
    }

    private ChartChoices chart(ChartChoices usual) {
        var inside = new SettingsJson(json.path("chart"));
        var chart =
                new ChartChoices(
                        inside.json.has("across") ? inside.text("across") : usual.across(),
                        inside.flag("logAcross", usual.logAcross()),
                        inside.flag("logLoss", usual.logLoss()),
                        (int) inside.number("smoothing", usual.smoothing()),
                        inside.flag("band", usual.band()),
                        inside.flag("seedsTogether", usual.seedsTogether()),
                        inside.flag("details", usual.details()),
                        inside.flag("samples", usual.samples()),
                        inside.flag("samplesWhereLow", usual.samplesWhereLow()));
        inside.strange.forEach(name -> strange.add("chart." + name));
        return chart;
    }

    private TableChoices table() {
        var selected = new ArrayList<String>();
        for (JsonNode run : json.path("runsTable").path("selected")) {
            selected.add(run.asText(""));
        }
        var order = new ArrayList<TableChoices.Column>();
        for (JsonNode column : json.path("runsTable").path("order")) {
            order.add(
                    new TableChoices.Column(
                            column.path("column").asText(""),
                            column.path("descending").asBoolean()));
        }
        return new TableChoices(selected, order);
    }

    private Optional<Explored> explored() {
        if (!json.has("neighbours")) {
            return Optional.empty();
        }
        try {
            return Optional.of(ExploredJson.read(json.path("neighbours")));
        } catch (IllegalArgumentException unknown) {
            strange.add("neighbours");
            return Optional.empty();
        }
    }

    private Map<String, Integer> runColours() {
        var colours = new HashMap<String, Integer>();
        json.path("runColours")
                .properties()
                .forEach(
                        colour -> {
                            if (colour.getValue().isInt() && colour.getValue().asInt() >= 0) {
                                colours.put(colour.getKey(), colour.getValue().asInt());
                            } else {
                                strange.add("runColours");
                            }
                        });
        return colours;
    }

    private <E extends Enum<E>> E word(Class<E> words, String name, E usual) {
        if (!json.has(name)) {
            return usual;
        }
        try {
            return Enum.valueOf(words, json.path(name).asText().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            strange.add(name);
            return usual;
        }
    }

    private double number(String name, double usual) {
        if (json.has(name) && !json.path(name).isNumber()) {
            strange.add(name);
        }
        return json.path(name).isNumber() ? json.path(name).asDouble() : usual;
    }

    private boolean flag(String name, boolean usual) {
        if (json.has(name) && !json.path(name).isBoolean()) {
            strange.add(name);
        }
        return json.path(name).isBoolean() ? json.path(name).asBoolean() : usual;
    }

    private String text(String name) {
        if (json.has(name) && !json.path(name).isTextual()) {
            strange.add(name);
        }
        return json.path(name).isTextual() ? json.path(name).asText() : "";
    }

    private List<String> words(String name) {
        var words = new ArrayList<String>();
        for (JsonNode word : json.path(name)) {
            if (word.isTextual()) {
                words.add(word.asText());
            } else {
                strange.add(name);
            }
        }
        return List.copyOf(words);
    }

    private List<Path> paths(String name) {
        if (json.has(name) && !json.path(name).isArray()) {
            strange.add(name);
        }
        var paths = new ArrayList<Path>();
        for (JsonNode path : json.path(name)) {
            try {
                paths.add(Path.of(path.asText()));
            } catch (InvalidPathException unknown) {
                strange.add(name);
            }
        }
        return List.copyOf(paths);
    }

    private Optional<DataSet> data(EmbeddedDemo demo) {
        try {
            if (json.has("data")) {
                return Optional.of(DataSetJson.read(json.path("data")));
            }
            return DataSetJson.older(
                    text("text"),
                    text("validation"),
                    DataSet.of(demo.training(), demo.validation()));
        } catch (IllegalArgumentException unknown) {
            strange.add("data");
            return Optional.empty();
        }
    }

    /// Those that have a name and are of a form that this program has; of the race where that is
    /// not said, as it was before other forms had any.
    private List<Preset> presets() {
        var presets = new ArrayList<Preset>();
        for (JsonNode each : json.path("presets")) {
            String name = each.path("name").asText("");
            Optional<FormName> form = form(each.path("form").asText(FormName.RACE.name()));
            if (name.isBlank() || form.isEmpty()) {
                strange.add("presets");
                continue;
            }
            var entries = new HashMap<String, String>();
            each.path("entries")
                    .properties()
                    .forEach(entry -> entries.put(entry.getKey(), entry.getValue().asText("")));
            presets.add(new Preset(form.get(), name, entries));
        }
        return List.copyOf(presets);
    }

    private static Optional<FormName> form(String word) {
        return Arrays.stream(FormName.values())
                .filter(form -> form.name().equalsIgnoreCase(word))
                .findFirst();
    }

    static ObjectNode write(Settings settings) {
        ObjectNode json = new JsonMapper().createObjectNode();
        Looks looks = settings.looks();
        json.put("theme", looks.theme().name().toLowerCase(Locale.ROOT));
        json.put("zoom", looks.zoom());
        json.put("language", looks.language().name().toLowerCase(Locale.ROOT));
        Frame frame = settings.frame();
        json.put("width", frame.width());
        json.put("height", frame.height());
        json.put("maximized", frame.maximized());
        frame.corner().ifPresent(corner -> json.put("x", corner.x()).put("y", corner.y()));
        write(settings.session(), json);
        Chosen chosen = settings.chosen();
        json.put("source", chosen.source());
        json.put("helper", chosen.helper());
        chosen.data().ifPresent(data -> json.set("data", DataSetJson.write(data)));
        var recent = json.putArray("recentModels");
        settings.recentModels().forEach(folder -> recent.add(folder.toString()));
        var presets = json.putArray("presets");
        for (Preset preset : settings.presets()) {
            var written = presets.addObject().put("name", preset.name());
            written.put("form", preset.form().name().toLowerCase(Locale.ROOT));
            var entries = written.putObject("entries");
            new TreeMap<>(preset.entries()).forEach(entries::put);
        }
        var colours = json.putObject("runColours");
        new TreeMap<>(settings.runColours()).forEach(colours::put);
        var missing = json.putArray("missingScripts");
        settings.missingScripts().forEach(missing::add);
        return json;
    }

    private static void write(Session session, ObjectNode json) {
        json.put("screen", session.screen());
        var runs = json.putArray("runs");
        session.runs().forEach(run -> runs.add(run.toString()));
        json.put("baseline", session.baseline());
        write(session.chart(), json.putObject("chart"));
        write(session.table(), json.putObject("runsTable"));
        session.explored()
                .ifPresent(explored -> json.set("neighbours", ExploredJson.write(explored)));
        write(session.layout(), json);
    }

    private static void write(Layout layout, ObjectNode json) {
        json.put("jobs", layout.jobs());
        json.put("segment", layout.segment());
        json.putObject("overlap")
                .put("page", layout.overlap().page())
                .put("search", layout.overlap().search())
                .put("kind", layout.overlap().kind())
                .put("sentence", layout.overlap().sentence())
                .put("text", layout.overlap().text())
                .put("inPlaceOf", layout.overlap().inPlaceOf());
        layout.map().ifPresent(map -> write(map, json.putObject("map")));
    }

    private static void write(MapChoices map, ObjectNode json) {
        json.put("open", map.open());
        json.put("model", map.model());
        json.put("method", map.method());
        json.put("space", map.space());
        json.put("neighbours", map.neighbours());
        json.put("perplexity", map.perplexity());
        json.put("seed", map.seed());
        json.put("colours", map.colours());
    }

    private static void write(TableChoices table, ObjectNode json) {
        var selected = json.putArray("selected");
        table.selected().forEach(selected::add);
        var order = json.putArray("order");
        for (TableChoices.Column column : table.order()) {
            order.addObject().put("column", column.name()).put("descending", column.descending());
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
        json.put("samples", chart.samples());
        json.put("samplesWhereLow", chart.samplesWhereLow());
    }
}
