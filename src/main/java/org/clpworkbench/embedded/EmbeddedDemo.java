package org.clpworkbench.embedded;

import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// The demo's models and texts, unpacked into a folder on first use.
///
/// @param source English model folder
/// @param german the target language that is chosen at first
/// @param spanish another
public record EmbeddedDemo(Path source, Target german, Target spanish) {
    /// Of the models, as of the whole program; NOTICE tells what they have learned from.
    public static final String LICENCE = "apache-2.0";

    static final String MANIFEST = "manifest.txt";

    /// A target language.
    ///
    /// @param helper model folder
    /// @param training text of the language, a paragraph a line
    /// @param validation text held out from the training text
    public record Target(Path helper, Path training, Path validation) {
        private static Target in(Path folder, String language) {
            return new Target(
                    folder.resolve(language + "-helper"),
                    folder.resolve(language + "-train.txt"),
                    folder.resolve(language + "-validation.txt"));
        }
    }

    /// A line of the manifest: SHA-256 in hex, size in bytes, path below the folder.
    private record Item(String hash, long size, String path) {
        static Item of(String line) {
            String[] fields = line.split(" ", 3);
            return new Item(fields[0], Long.parseLong(fields[1]), fields[2]);
        }
    }

    /// Unpacks what is not yet whole under `folder` (half a second at most). Every file is moved to
    /// its name when it is whole, the manifest last, so several processes may do it at once and
    /// files of an older program are replaced.
    public static synchronized EmbeddedDemo unpack(Path folder) throws IOException {
        byte[] manifest = resource(MANIFEST);
        List<Item> items =
                new String(manifest, StandardCharsets.UTF_8).lines().map(Item::of).toList();
        Path stored = folder.resolve(MANIFEST);
        boolean current =
                Files.isRegularFile(stored) && Arrays.equals(Files.readAllBytes(stored), manifest);
        for (Item item : items) {
            Path file = folder.resolve(item.path());
            if (!current || !Files.isRegularFile(file) || Files.size(file) != item.size()) {
                byte[] content = resource(item.path());
                check(item, content);
                place(content, file);
            }
        }
        if (!current) {
            place(manifest, stored);
        }
        return in(folder);
    }

    /// Where everything lies that was unpacked into a folder.
    public static EmbeddedDemo in(Path folder) {
        return new EmbeddedDemo(
                folder.resolve("english-small"),
                Target.in(folder, "german"),
                Target.in(folder, "spanish"));
    }

    /// The model folders, the source first.
    public List<Path> models() {
        return List.of(source, german.helper, spanish.helper);
    }

    public List<Target> targets() {
        return List.of(german, spanish);
    }

    /// The helper of the language that is chosen at first.
    public Path helper() {
        return german.helper;
    }

    /// The training text of the language that is chosen at first.
    public Path training() {
        return german.training;
    }

    /// The held-out text of the language that is chosen at first.
    public Path validation() {
        return german.validation;
    }

    private static byte[] resource(String path) throws IOException {
        try (InputStream in = EmbeddedDemo.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new ToldException(Sentence.of(EmbeddedDemo.class, "file.lacking", path));
            }
            return in.readAllBytes();
        }
    }

    private static void check(Item item, byte[] content) throws IOException {
        if (!sha256(content).equals(item.hash())) {
            throw new ToldException(Sentence.of(EmbeddedDemo.class, "file.damaged", item.path()));
        }
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Somebody may be reading the file: it must not be gone for a moment.
    private static void move(Path part, Path file) throws IOException {
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException onlyPlainMoves) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void place(byte[] content, Path file) throws IOException {
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        Path part = Files.createTempFile(folder, file.getFileName() + ".", ".part");
        try {
            Files.write(part, content);
            move(part, file);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
