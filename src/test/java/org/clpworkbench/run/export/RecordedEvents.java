package org.clpworkbench.run.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;

/// Reads an event file as its specification says, apart from the program's writer: the framing of
/// TFRecord with both checksums, and of `Event` the fields that a scalar needs.
final class RecordedEvents {
    /// One `Event`.
    static final class Event {
        double wallTime;
        long step;
        String fileVersion = "";
        final Map<String, Float> values = new LinkedHashMap<>();
    }

    private RecordedEvents() {}

    static List<Event> read(byte[] file) {
        var in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        var events = new ArrayList<Event>();
        while (in.hasRemaining()) {
            int begin = in.position();
            long length = in.getLong();
            assertThat(in.getInt()).as("checksum of the length").isEqualTo(masked(file, begin, 8));
            var content = in.slice(in.position(), (int) length).order(ByteOrder.LITTLE_ENDIAN);
            in.position(in.position() + (int) length);
            assertThat(in.getInt())
                    .as("checksum of the content")
                    .isEqualTo(masked(file, begin + 12, (int) length));
            events.add(event(content));
        }
        return events;
    }

    private static int masked(byte[] bytes, int from, int length) {
        var crc = new CRC32C();
        crc.update(bytes, from, length);
        long value = crc.getValue();
        return (int) (((value >> 15) | ((value << 17) & 0xFFFFFFFFL)) + 0xa282ead8L);
    }

    private static Event event(ByteBuffer in) {
        var event = new Event();
        while (in.hasRemaining()) {
            switch ((int) varint(in)) {
                case (1 << 3) | 1 -> event.wallTime = in.getDouble();
                case 2 << 3 -> event.step = varint(in);
                case (3 << 3) | 2 -> event.fileVersion = text(in);
                case (5 << 3) | 2 -> summary(message(in), event);
                default -> throw new AssertionError("a field that no event has");
            }
        }
        return event;
    }

    private static void summary(ByteBuffer in, Event event) {
        while (in.hasRemaining()) {
            assertThat(varint(in)).isEqualTo((1 << 3) | 2);
            ByteBuffer value = message(in);
            assertThat(varint(value)).isEqualTo((1 << 3) | 2);
            String tag = text(value);
            assertThat(varint(value)).isEqualTo((2 << 3) | 5);
            event.values.put(tag, value.getFloat());
        }
    }

    private static ByteBuffer message(ByteBuffer in) {
        int length = (int) varint(in);
        var part = in.slice(in.position(), length).order(ByteOrder.LITTLE_ENDIAN);
        in.position(in.position() + length);
        return part;
    }

    private static String text(ByteBuffer in) {
        return StandardCharsets.UTF_8.decode(message(in)).toString();
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = in.get();
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }
}
