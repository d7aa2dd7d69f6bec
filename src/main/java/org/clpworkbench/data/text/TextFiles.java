package org.clpworkbench.data.text;

import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/// Finds the files that a person means.
public final class TextFiles {
    private static final String PATTERN_MARKS = "*?[{";

    private TextFiles() {}

    /// The files of several inputs in their order, each once.
    ///
    /// @param inputs each a file, a folder with files of known endings at any depth, or a pattern
    ///   ("news/**/*.jsonl.zst"); those of a folder or a pattern come by name
    /// @throws IOException when an input has no file that can be read
    public static List<TextFile> find(List<String> inputs) throws IOException {
        Map<Path, TextFile> found = new LinkedHashMap<>();
        for (String input : inputs) {
            for (TextFile file : one(input)) {
                found.putIfAbsent(file.path(), file);
            }
        }
        return List.copyOf(found.values());
    }

    /// A file as its ending says; empty for one of another kind.
    public static Optional<TextFile> kind(Path file) {
        return TextFile.of(file);
    }

    private static List<TextFile> one(String input) throws IOException {
        try {
            if (hasMarks(input) && !Files.exists(Path.of(input))) {
                return matching(input);
            }
            Path path = Path.of(input).toAbsolutePath().normalize();
            return Files.isDirectory(path) ? within(path, input, _ -> true) : List.of(file(path));
        } catch (InvalidPathException malformed) {
            // a system on which a pattern is no path
            return matching(input);
        }
    }

    private static TextFile file(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new ToldException(Sentence.of(TextFiles.class, "file.gone", path));
        }
        return TextFile.of(path)
                .orElseThrow(
                        () ->
                                new ToldException(
                                        Sentence.of(
                                                TextFiles.class,
                                                "file.ending",
                                                path,
                                                TextFile.ENDINGS)));
    }

    private static boolean hasMarks(String text) {
        return text.chars().anyMatch(c -> PATTERN_MARKS.indexOf(c) >= 0);
    }

    private static List<TextFile> matching(String pattern) throws IOException {
        String slashed = pattern.replace('\\', '/');
        int marked = 0;
        while (PATTERN_MARKS.indexOf(slashed.charAt(marked)) < 0) {
            marked++;
        }
        int name = slashed.lastIndexOf('/', marked) + 1;
        Path root = Path.of(slashed.substring(0, name)).toAbsolutePath().normalize();
        String rest = slashed.substring(name);
        if (!Files.isDirectory(root)) {
            throw new ToldException(Sentence.of(TextFiles.class, "pattern.folder", pattern, root));
        }
        try {
            PathMatcher exact = root.getFileSystem().getPathMatcher("glob:" + rest);
            // "**/" also stands for no folder at all
            PathMatcher above =
                    root.getFileSystem().getPathMatcher("glob:" + rest.replace("**/", ""));
            return within(root, pattern, path -> exact.matches(path) || above.matches(path));
        } catch (PatternSyntaxException malformed) {
            throw new ToldException(
                    Sentence.of(
                            TextFiles.class,
                            "pattern.malformed",
                            pattern,
                            malformed.getDescription()),
                    malformed);
        }
    }

    /// @param wanted is asked about paths below the root
    private static List<TextFile> within(Path root, String input, Predicate<Path> wanted)
            throws IOException {
        var found = new ArrayList<TextFile>();
        // a downloaded data set's files are links
        try (Stream<Path> all = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
            all.filter(path -> !path.equals(root) && !hidden(root.relativize(path)))
                    .filter(path -> wanted.test(root.relativize(path)))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .forEach(path -> TextFile.of(path).ifPresent(found::add));
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
        if (found.isEmpty()) {
            throw new ToldException(
                    Sentence.of(TextFiles.class, "folder.empty", input, TextFile.ENDINGS));
        }
        return found;
    }

    private static boolean hidden(Path below) {
        for (Path part : below) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }
}
