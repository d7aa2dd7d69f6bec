package org.clpworkbench.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.clpworkbench.checkpoint.ModelFiles;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;

/// What was explored among the neighbours, among the settings.
final class ExploredJson {
    private static final double THOUSANDTHS = 1000;

    private ExploredJson() {}

    static ObjectNode write(Explored explored) {
        ObjectNode json = new JsonMapper().createObjectNode();
        write(explored.source(), json.putObject("source"));
        write(explored.helper(), json.putObject("helper"));
        json.put("way", explored.way());
        json.put("token", explored.token());
        var expanded = json.putArray("expanded");
        explored.expanded().forEach(expanded::add);
        var pins = json.putArray("pinned");
        for (Explored.Pin pin : explored.pins()) {
            pins.addObject()
                    .put("token", pin.token())
                    .put("x", rounded(pin.x()))
                    .put("y", rounded(pin.y()));
        }
        json.put("k", explored.k());
        json.put("threshold", explored.threshold());
        json.put("layout", explored.layout());
        explored.sight().ifPresent(sight -> write(sight, json.putObject("sight")));
        return json;
    }

    private static void write(ModelFiles files, ObjectNode json) {
        json.put("folder", files.folder().toString());
        json.put("bytes", files.bytes());
        json.put("changed", files.changed().toString());
    }

    private static void write(GraphSight sight, ObjectNode json) {
        json.put("left", rounded(sight.left()));
        json.put("top", rounded(sight.top()));
        json.put("width", rounded(sight.width()));
        json.put("height", rounded(sight.height()));
        json.put("zoom", rounded(sight.zoom()));
        json.put("panX", rounded(sight.panX()));
        json.put("panY", rounded(sight.panY()));
    }

    private static double rounded(double value) {
        return Math.round(value * THOUSANDTHS) / THOUSANDTHS;
    }

    /// @throws IllegalArgumentException when it says what this program does not know
    static Explored read(JsonNode json) {
        var expanded = new ArrayList<Integer>();
        json.path("expanded").forEach(token -> expanded.add(whole(token)));
        var pins = new ArrayList<Explored.Pin>();
        json.path("pinned")
                .forEach(
                        pin ->
                                pins.add(
                                        new Explored.Pin(
                                                whole(pin.path("token")),
                                                number(pin, "x"),
                                                number(pin, "y"))));
        return new Explored(
                files(json.path("source")),
                files(json.path("helper")),
                json.path("way").asText(""),
                whole(json.path("token")),
                expanded,
                pins,
                whole(json.path("k")),
                number(json, "threshold"),
                json.path("layout").asText(""),
                json.has("sight") ? Optional.of(sight(json.path("sight"))) : Optional.empty());
    }

    private static ModelFiles files(JsonNode json) {
        try {
            return new ModelFiles(
                    Path.of(json.path("folder").asText("")),
                    json.path("bytes").asLong(),
                    Instant.parse(json.path("changed").asText("")));
        } catch (DateTimeException noTime) {
            throw new IllegalArgumentException(noTime);
        }
    }

    private static GraphSight sight(JsonNode json) {
        return new GraphSight(
                number(json, "left"),
                number(json, "top"),
                number(json, "width"),
                number(json, "height"),
                number(json, "zoom"),
                number(json, "panX"),
                number(json, "panY"));
    }

    private static int whole(JsonNode value) {
        if (!value.isInt()) {
            throw new IllegalArgumentException(value + " is no whole number.");
        }
        return value.asInt();
    }

    private static double number(JsonNode json, String field) {
        JsonNode value = json.path(field);
        if (!value.isNumber() || !Double.isFinite(value.asDouble())) {
            throw new IllegalArgumentException(field + " is no number: " + value);
        }
        return value.asDouble();
    }
}
