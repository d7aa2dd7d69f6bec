package org.clpworkbench.cli;

import org.clpworkbench.hub.HubRepository;

import java.util.List;
import java.util.Locale;

/// How models of the Hub are told in tables.
final class HubWords {
    private static final int MOST_LANGUAGES = 4;

    private HubWords() {}

    /// "124M"; "?" where nobody has counted.
    static String parameters(long count) {
        if (count <= 0) {
            return "?";
        }
        return count >= 1_000_000_000
                ? String.format(Locale.ROOT, "%.1fB", count / 1e9)
                : String.format(Locale.ROOT, "%.0fM", count / 1e6);
    }

    static String languages(List<String> codes) {
        return codes.size() <= MOST_LANGUAGES
                ? String.join(" ", codes)
                : String.join(" ", codes.subList(0, MOST_LANGUAGES)) + " …";
    }

    static String access(HubRepository model) {
        if (model.restricted()) {
            return "private";
        }
        return model.gated() ? "gated" : "";
    }

    static String gigabytes(long bytes) {
        return bytes >= 1_000_000_000
                ? String.format(Locale.ROOT, "%.1f GB", bytes / 1e9)
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}
