package org.clpworkbench.hub;

import com.fasterxml.jackson.databind.JsonNode;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What `GET /api/models` and `GET /api/datasets` are asked for, as the real Hub reads it: `search`
/// in the name, each `filter` among the tags, `pipeline_tag`, `num_parameters=max:1.5B`.
///
/// @param raw as it stands in the address
record ListQuery(String raw) {
    private List<String> all(String name) {
        var values = new ArrayList<String>();
        for (String part : raw.split("&")) {
            if (part.startsWith(name + "=")) {
                String value = part.substring(name.length() + 1);
                values.add(URLDecoder.decode(value, StandardCharsets.UTF_8));
            }
        }
        return values;
    }

    /// Where the page begins.
    int cursor() {
        return all("cursor").stream().mapToInt(Integer::parseInt).findFirst().orElse(0);
    }

    /// The same from another place on.
    String at(int cursor) {
        return raw.replaceFirst("&cursor=\\d+", "") + "&cursor=" + cursor;
    }

    /// Whether it finds what is described so.
    boolean means(JsonNode described) {
        String name = lower(described.path("id").asText());
        var tags = new ArrayList<String>();
        described.path("tags").forEach(tag -> tags.add(tag.asText()));
        String task = described.path("pipeline_tag").asText();
        long parameters = described.path("safetensors").path("total").asLong(Long.MAX_VALUE);
        return all("search").stream().map(ListQuery::lower).allMatch(name::contains)
                && tags.containsAll(all("filter"))
                && all("pipeline_tag").stream().allMatch(task::equals)
                && all("num_parameters").stream().allMatch(most -> parameters <= number(most));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /// Of "max:1.5B".
    private static double number(String most) {
        String digits = most.substring("max:".length(), most.length() - 1);
        double unit =
                switch (most.charAt(most.length() - 1)) {
                    case 'K' -> 1e3;
                    case 'M' -> 1e6;
                    case 'B' -> 1e9;
                    default -> throw new IllegalArgumentException(most);
                };
        return Double.parseDouble(digits) * unit;
    }
}
