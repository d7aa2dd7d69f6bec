package org.clpworkbench.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// One message in the log file, with the stack trace below it.
///
/// @param level "INFO", "WARN", "ERROR"; "" where a line does not begin like a message
public record LogEntry(String level, String text) {
    private static final Pattern BEGINNING =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\S+ +(TRACE|DEBUG|INFO|WARN|ERROR) .*");

    /// The messages that some lines of the file make up, in their order.
    static List<LogEntry> of(List<String> lines) {
        var entries = new ArrayList<LogEntry>();
        String level = "";
        var text = new StringBuilder();
        for (String line : lines) {
            var beginning = BEGINNING.matcher(line);
            if (beginning.matches()) {
                add(entries, level, text);
                level = beginning.group(1);
                text.setLength(0);
            }
            text.append(text.isEmpty() ? "" : "\n").append(line);
        }
        add(entries, level, text);
        return entries;
    }

    private static void add(List<LogEntry> entries, String level, StringBuilder text) {
        if (!text.isEmpty()) {
            entries.add(new LogEntry(level, text.toString()));
        }
    }

    /// Whether it tells of something that did not go as it should.
    public boolean trouble() {
        return level.equals("WARN") || level.equals("ERROR");
    }
}
