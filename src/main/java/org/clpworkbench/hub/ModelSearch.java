package org.clpworkbench.hub;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/// What models are looked for.
///
/// @param words parts of the name; empty for any
/// @param language a code as "de"; empty for any
/// @param task as "text-generation"; empty for any
/// @param licence as "mit"; empty for any
/// @param mostParameters what the Hub can tell only of models with safetensors: others are left out
/// @param limit how many models at most, the most fetched first
public record ModelSearch(
        String words,
        String language,
        String task,
        String licence,
        OptionalLong mostParameters,
        int limit) {
    private static final int PAGE = 100;
    private static final List<String> FIELDS =
            List.of(
                    "gated",
                    "private",
                    "pipeline_tag",
                    "library_name",
                    "tags",
                    "safetensors",
                    "downloads",
                    "likes",
                    "lastModified");

    public ModelSearch {
        if (limit < 1) {
            throw new IllegalArgumentException("At least one model must be asked for.");
        }
        if (mostParameters.orElse(1) < 1) {
            throw new IllegalArgumentException("A model has at least one parameter.");
        }
    }

    /// The first page's address.
    URI at(URI endpoint) {
        var query = new ArrayList<String>();
        add(query, "search", words);
        add(query, "filter", language);
        add(query, "filter", licence.isBlank() ? "" : "license:" + licence);
        add(query, "pipeline_tag", task);
        mostParameters.ifPresent(most -> add(query, "num_parameters", "max:" + shortened(most)));
        add(query, "sort", "downloads");
        add(query, "limit", Integer.toString(Math.min(limit, PAGE)));
        FIELDS.forEach(field -> add(query, "expand", field));
        return URI.create(endpoint + "/api/models?" + String.join("&", query));
    }

    /// As the Hub writes numbers, rounded up: 1.5B.
    private static String shortened(long number) {
        if (number >= 1_000_000_000) {
            return "%sB".formatted(hundredths(number, 1_000_000_000));
        }
        return number >= 1_000_000
                ? "%sM".formatted(hundredths(number, 1_000_000))
                : "%sK".formatted(hundredths(number, 1_000));
    }

    private static String hundredths(long number, long unit) {
        return String.format(Locale.ROOT, "%.2f", Math.ceil(100.0 * number / unit) / 100)
                .replaceAll("\\.?0+$", "");
    }

    /// Whether a model of the list is one; the Hub's own filter is rounded.
    boolean finds(HubModel model) {
        return mostParameters.isEmpty()
                || (model.totalParameters().isPresent()
                        && model.totalParameters().getAsLong() <= mostParameters.getAsLong());
    }

    private static void add(List<String> query, String name, String value) {
        if (!value.isBlank()) {
            query.add(name + "=" + URLEncoder.encode(value.strip(), StandardCharsets.UTF_8));
        }
    }
}
