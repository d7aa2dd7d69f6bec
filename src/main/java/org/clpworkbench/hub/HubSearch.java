package org.clpworkbench.hub;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/// What models or data sets are looked for.
///
/// @param words parts of the name; empty for any
/// @param language a code as "de"; empty for any
/// @param task as "text-generation"; empty for any
/// @param licence as "mit"; empty for any
/// @param mostParameters what the Hub can tell only of models with safetensors: others are left out
/// @param limit how many at most, the most fetched first
public record HubSearch(
        RepositoryKind kind,
        String words,
        String language,
        String task,
        String licence,
        OptionalLong mostParameters,
        int limit) {
    private static final int PAGE = 100;
    private static final List<String> FIELDS =
            List.of("gated", "private", "tags", "downloads", "likes", "lastModified");
    private static final List<String> FIELDS_OF_MODELS =
            List.of("pipeline_tag", "library_name", "safetensors");

    public HubSearch {
        if (limit < 1) {
            throw new IllegalArgumentException("At least one must be asked for.");
        }
        if (mostParameters.orElse(1) < 1) {
            throw new IllegalArgumentException("A model has at least one parameter.");
        }
    }

    /// The first page's address.
    URI at(URI endpoint) {
        var query = new ArrayList<String>();
        add(query, "search", words);
        boolean models = kind == RepositoryKind.MODEL;
        add(query, "filter", tagged(models ? "" : "language:", language));
        add(query, "filter", tagged("license:", licence));
        if (models) {
            add(query, "pipeline_tag", task);
        } else {
            add(query, "filter", tagged("task_categories:", task));
        }
        mostParameters.ifPresent(most -> add(query, "num_parameters", "max:" + shortened(most)));
        add(query, "sort", "downloads");
        add(query, "limit", Integer.toString(Math.min(limit, PAGE)));
        FIELDS.forEach(field -> add(query, "expand", field));
        if (models) {
            FIELDS_OF_MODELS.forEach(field -> add(query, "expand", field));
        }
        return URI.create(
                "%s/api/%s?%s".formatted(endpoint, kind.plural(), String.join("&", query)));
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
    boolean finds(HubRepository model) {
        return mostParameters.isEmpty()
                || (model.totalParameters().isPresent()
                        && model.totalParameters().getAsLong() <= mostParameters.getAsLong());
    }

    private static String tagged(String tag, String value) {
        return value.isBlank() ? "" : tag + value.strip();
    }

    private static void add(List<String> query, String name, String value) {
        if (!value.isBlank()) {
            query.add(name + "=" + URLEncoder.encode(value.strip(), StandardCharsets.UTF_8));
        }
    }
}
