package org.clpworkbench.run;

import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.Told;
import org.clpworkbench.problem.ToldException;
import org.clpworkbench.training.RunEvent;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Tails a run's events. A {@link RunEvent.Started} after others means that the run was resumed:
/// events of later steps that came before it are void (see {@link RunHistory}).
public final class RunFollower {
    private final Path file;
    private long position;

    public RunFollower(RunFolder run) {
        this.file = run.eventsFile();
    }

    /// The events of whole lines.
    ///
    /// @param bytes that these lines take
    record Lines(List<RunEvent> events, int bytes) {}

    /// The events that were completed since the last call, oldest first.
    public List<RunEvent> poll() throws IOException {
        Lines fresh = lines(readOn());
        position += fresh.bytes();
        return fresh.events();
    }

    /// A half-written or half-read line is none.
    static Lines lines(byte[] bytes) {
        var events = new ArrayList<RunEvent>();
        int begin = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                var line = new String(bytes, begin, i - begin, StandardCharsets.UTF_8);
                Optional<RunEvent> event = RunEventJson.parse(line);
                event.ifPresent(events::add);
                begin = i + 1;
            }
        }
        return new Lines(events, begin);
    }

    private byte[] readOn() throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long left = Math.max(0, channel.size() - position);
            var buffer = ByteBuffer.allocate(Math.toIntExact(left));
            while (buffer.hasRemaining()
                    && channel.read(buffer, position + buffer.position()) >= 0) {
                // a read may bring less than was asked for
            }
            return java.util.Arrays.copyOf(buffer.array(), buffer.position());
        } catch (NoSuchFileException notYet) {
            return new byte[0];
        } catch (FileSystemException | ClosedByInterruptException named) {
            throw named;
        } catch (IOException failure) {
            throw new ToldException(
                    Sentence.of(RunFollower.class, "events.unreadable", file, Told.reason(failure)),
                    failure);
        }
    }
}
