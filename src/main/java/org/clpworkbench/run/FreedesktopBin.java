package org.clpworkbench.run;

import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.Told;
import org.clpworkbench.problem.ToldException;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;

/// The bin of Linux desktops, by the trash specification of freedesktop.org, version 1.0: what was
/// deleted lies under `files`, and under `info` stands where it came from. A folder of another file
/// system than the home's is moved to the bin at that one's top, since a move never copies.
final class FreedesktopBin implements Bin {
    private static final String PLAIN =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";

    private final Path home;

    /// @param home the bin in the user's home
    FreedesktopBin(Path home) {
        this.home = home;
    }

    static FreedesktopBin ofUser() {
        Path usual = Path.of(System.getProperty("user.home"), ".local", "share");
        Path share =
                Optional.ofNullable(System.getenv("XDG_DATA_HOME"))
                        .filter(name -> name.startsWith("/"))
                        .map(Path::of)
                        .orElse(usual);
        return new FreedesktopBin(share.resolve("Trash"));
    }

    @Override
    public Optional<Path> take(Path folder) throws IOException {
        // a link is moved itself, not what it leads to
        Path above = Objects.requireNonNull(folder.toAbsolutePath().getParent()).toRealPath();
        Path origin = above.resolve(folder.getFileName());
        if (Files.getFileStore(above).equals(Files.getFileStore(existing(home)))) {
            return Optional.of(take(origin, home, origin));
        }
        Path top = top(above);
        Object user = Files.getAttribute(Path.of("/proc/self"), "unix:uid");
        return Optional.of(take(origin, top.resolve(".Trash-" + user), top.relativize(origin)));
    }

    private static Path take(Path origin, Path bin, Path shown) throws IOException {
        Path files = createPrivate(bin.resolve("files"));
        Path info = createPrivate(bin.resolve("info"));
        for (int attempt = 1; ; attempt++) {
            String name = origin.getFileName() + (attempt == 1 ? "" : "." + attempt);
            Path record = info.resolve(name + ".trashinfo");
            try {
                Files.writeString(record, record(shown), StandardOpenOption.CREATE_NEW);
            } catch (FileAlreadyExistsException taken) {
                continue;
            }
            Path place = files.resolve(name);
            try {
                Files.move(origin, place, StandardCopyOption.ATOMIC_MOVE);
                return place;
            } catch (IOException unmoved) {
                Files.deleteIfExists(record);
                if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
                    throw new ToldException(
                            Sentence.of(
                                    FreedesktopBin.class,
                                    "bin.unmoved",
                                    origin,
                                    bin,
                                    Told.reason(unmoved)),
                            unmoved);
                }
            }
        }
    }

    private static String record(Path origin) {
        String now =
                LocalDateTime.now()
                        .truncatedTo(ChronoUnit.SECONDS)
                        .format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
        return "[Trash Info]\nPath=%s\nDeletionDate=%s\n".formatted(escaped(origin), now);
    }

    /// As in the path of a URI: other than plain characters as `%` and the byte.
    private static String escaped(Path path) {
        var escaped = new StringBuilder();
        for (byte b : path.toString().getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            if (PLAIN.indexOf(c) >= 0) {
                escaped.append(c);
            } else {
                escaped.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
            }
        }
        return escaped.toString();
    }

    private static Path createPrivate(Path folder) throws IOException {
        var owner =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        return Files.isDirectory(folder) ? folder : Files.createDirectories(folder, owner);
    }

    /// The folder itself or the nearest above it that is there.
    private static Path existing(Path folder) {
        @Nullable Path here = folder.toAbsolutePath();
        while (here != null && !Files.isDirectory(here)) {
            here = here.getParent();
        }
        return here == null ? Path.of("/") : here;
    }

    /// The topmost folder of the file system that a folder lies in.
    private static Path top(Path folder) throws IOException {
        var store = Files.getFileStore(folder);
        Path top = folder;
        @Nullable Path above = top.getParent();
        while (above != null && Files.getFileStore(above).equals(store)) {
            top = above;
            above = top.getParent();
        }
        return top;
    }
}
