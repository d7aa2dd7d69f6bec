package org.clpworkbench.data;

import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldException;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Token ids in a file that is mapped into memory, little-endian, so that a text may be larger than
/// the memory. The file is let go of when nobody holds the object any more.
public final class MappedTokens implements Tokens {
    private static final ValueLayout.OfShort NARROW =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt WIDE =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final MemorySegment ids;
    private final IdWidth width;
    private final long length;

    private MappedTokens(MemorySegment ids, IdWidth width) {
        this.ids = ids;
        this.width = width;
        length = ids.byteSize() / width.bytes();
    }

    /// @throws IOException when the file has another number of ids
    static MappedTokens open(Path file, IdWidth width, long count) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (channel.size() != count * width.bytes()) {
                throw new ToldException(
                        Sentence.of(
                                MappedTokens.class,
                                "tokens.damaged",
                                file,
                                count,
                                count * width.bytes(),
                                channel.size()));
            }
            var mapped =
                    channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto());
            return new MappedTokens(mapped, width);
        }
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public int at(long place) {
        return switch (width) {
            case NARROW -> Short.toUnsignedInt(ids.get(NARROW, 2 * place));
            case WIDE -> ids.get(WIDE, 4 * place);
        };
    }
}
