package org.clpworkbench.tensor;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// A large file opened past the system's cache, where the file system can do that: through it,
/// every byte would be copied once more, and all that other programs keep there would be pushed
/// out. What is read is then what the disk holds.
///
/// @param unit what addresses, positions and sizes of reads and writes must be multiples of; 1 for
///   a file that goes through the cache
record UncachedChannel(FileChannel channel, int unit) {
    /// Files from this size on go past the cache.
    private static final long LARGE = 256L << 20;

    /// Larger units than any disk's are not served.
    static final int LARGEST_UNIT = 1 << 16;

    /// The JDK's own option, by its name: javac refuses the class itself, which not every JDK has.
    private static final Optional<OpenOption> UNCACHED = uncached();

    /// @param size in bytes that the file has or will have, about
    static UncachedChannel open(Path path, long size, Set<? extends OpenOption> options)
            throws IOException {
        if (size >= LARGE && UNCACHED.isPresent()) {
            try {
                var all = new HashSet<OpenOption>(options);
                all.add(UNCACHED.get());
                Path folder = path.toAbsolutePath().getParent();
                long unit = Files.getFileStore(folder).getBlockSize();
                if (unit <= LARGEST_UNIT && Long.bitCount(unit) == 1) {
                    return new UncachedChannel(FileChannel.open(path, all), (int) unit);
                }
            } catch (IOException | UnsupportedOperationException cannot) {
                // then through the cache, or with the error that it gives
            }
        }
        return new UncachedChannel(FileChannel.open(path, options), 1);
    }

    private static Optional<OpenOption> uncached() {
        try {
            Class<?> options = Class.forName("com.sun.nio.file.ExtendedOpenOption");
            return Arrays.stream(options.getEnumConstants())
                    .map(OpenOption.class::cast)
                    .filter(option -> option.toString().equals("DIRECT"))
                    .findFirst();
        } catch (ClassNotFoundException notHere) {
            return Optional.empty();
        }
    }
}
