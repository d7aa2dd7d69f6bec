package org.clpworkbench.data.text;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// How documents stand in a file, told by its ending.
public enum TextFormat {
    /// Running text in UTF-8.
    PLAIN(true, "txt", "text"),
    /// A JSON object a line (JSON Lines).
    JSON_LINES(true, "jsonl", "ndjson"),
    /// Comma-separated values (RFC 4180) with a header.
    CSV(true, "csv"),
    /// The same with tabs.
    TSV(true, "tsv"),
    /// Apache Parquet; it packs its columns itself.
    PARQUET(false, "parquet");

    private final boolean packable;
    private final List<String> endings;

    TextFormat(boolean packable, String... endings) {
        this.packable = packable;
        this.endings = List.of(endings);
    }

    /// @param ending without the dot, in lower case
    static Optional<TextFormat> of(String ending) {
        return Arrays.stream(values()).filter(it -> it.endings.contains(ending)).findFirst();
    }

    /// Whether such a file may be packed as a whole.
    boolean packable() {
        return packable;
    }

    /// Whether a document is a row that has columns.
    public boolean hasColumns() {
        return this != PLAIN;
    }
}
