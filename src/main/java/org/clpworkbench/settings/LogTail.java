package org.clpworkbench.settings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The end of the log file.
public final class LogTail {
    /// As much as is read of it, in bytes.
    private static final int MOST = 1 << 18;

    private LogTail() {}

    /// The last messages, the oldest first; none where there is no log yet.
    public static List<LogEntry> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (var channel = FileChannel.open(file)) {
            long from = Math.max(0, channel.size() - MOST);
            var bytes = ByteBuffer.allocate((int) (channel.size() - from));
            while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {
                // until all is there
            }
            String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
            List<String> lines = text.lines().toList();
            boolean cut = from > 0 && !lines.isEmpty();
            return LogEntry.of(cut ? lines.subList(1, lines.size()) : lines);
        }
    }
}
