package org.clpworkbench.hub;

import org.clpworkbench.data.text.TextFiles;
import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Texts of a data set of the Hub, as Python's `HfFileSystem` writes it:
/// `hf://datasets/OWNER/NAME[@REVISION][/PATH]`.
///
/// @param path of a file, a folder or a pattern inside the data set; empty for all of it
public record HubPath(RepositoryId id, Revision revision, String path) {
    private static final String BEGINNING = "hf://datasets/";
    private static final String REVISION = "(?:@(refs/(?:convert|pr)/[^/@]+|[^/@]+))?";
    private static final String REST = REVISION + "(?:/(.*))?";
    private static final List<Pattern> FORMS =
            List.of(
                    Pattern.compile(BEGINNING + "([^/@]+/[^/@]+)" + REST),
                    // data sets of the Hub's first days have no owner
                    Pattern.compile(BEGINNING + "([^/@]+)" + REST));
    private static final Pattern LOCAL =
            Pattern.compile(
                    ".*[/\\\\](datasets--[^/\\\\]+)[/\\\\]snapshots[/\\\\][0-9a-f]{40}(?:[/\\\\](.*))?");
    private static final String MARKS = ".*[*?\\[{].*";

    /// Whether a text is meant for one, rather than for a file on this machine.
    public static boolean isOne(String text) {
        return text.startsWith("hf://");
    }

    /// Where the files lie on this machine: an absolute path of a file or a folder, or a pattern of
    /// such paths. It holds the commit and so means the same texts for ever.
    ///
    /// @param text that begins with `hf://`
    /// @throws IOException when it is malformed, or nothing of it was fetched; the message says how
    ///   to
    public static String local(String text, HubCache cache) throws IOException {
        List<HubPath> meant = readings(text);
        for (HubPath reading : meant) {
            Optional<Path> snapshot = cache.find(reading.id, reading.revision);
            if (snapshot.isPresent()) {
                return reading.in(snapshot.get(), text);
            }
        }
        throw meant.getFirst().notFetched(text);
    }

    /// What a path in a cache is called in a few words: "wikimedia/wikipedia/20231101.de"; empty
    /// for one that is not of a data set's snapshot.
    public static Optional<String> shortName(String local) {
        Matcher parts = LOCAL.matcher(local);
        if (!parts.matches()) {
            return Optional.empty();
        }
        return RepositoryId.ofFolder(RepositoryKind.DATA_SET, parts.group(1))
                .map(id -> parts.group(2) == null ? id.name() : id + "/" + parts.group(2));
    }

    /// What it can mean, the likelier first: `squad/train` is a data set of squad's, or a folder of
    /// the data set squad.
    ///
    /// @throws IOException when it can mean nothing
    static List<HubPath> readings(String text) throws IOException {
        var readings = new ArrayList<HubPath>();
        for (Pattern form : FORMS) {
            Matcher parts = form.matcher(text);
            if (parts.matches() && RepositoryId.valid(parts.group(1))) {
                String revision = Optional.ofNullable(parts.group(2)).orElse("main");
                String path = Optional.ofNullable(parts.group(3)).orElse("");
                readings.add(
                        new HubPath(
                                new RepositoryId(RepositoryKind.DATA_SET, parts.group(1)),
                                revision(revision, text),
                                path.replaceFirst("/+$", "")));
            }
        }
        if (readings.isEmpty()) {
            throw malformed(text);
        }
        return readings;
    }

    private static Revision revision(String name, String text) throws IOException {
        try {
            // as Python writes the slashes of refs/convert/parquet
            return new Revision(name.replaceAll("(?i)%2f", "/"));
        } catch (IllegalArgumentException nonsense) {
            throw malformed(text);
        }
    }

    private static IOException malformed(String text) {
        return new ToldException(Sentence.of(HubPath.class, "texts.none", text));
    }

    private String in(Path snapshot, String text) throws IOException {
        String local = path.isEmpty() ? snapshot.toString() : snapshot + "/" + path;
        if (!isPattern() && Files.exists(Path.of(local))) {
            return local;
        }
        if (isPattern() && matches(local)) {
            return local;
        }
        throw notFetched(text);
    }

    private static boolean matches(String pattern) {
        try {
            return !TextFiles.find(List.of(pattern)).isEmpty();
        } catch (IOException nothing) {
            return false;
        }
    }

    private boolean isPattern() {
        return path.matches(MARKS);
    }

    private IOException notFetched(String text) {
        return new ToldException(Sentence.of(HubPath.class, "texts.away", text, command()));
    }

    /// What fetches it.
    private String command() {
        var command = new StringBuilder("hub download --dataset " + id);
        if (!revision.equals(Revision.MAIN)) {
            command.append(" --revision ").append(revision);
        }
        include().ifPresent(pattern -> command.append(" --include \"" + pattern + "\""));
        return command.toString();
    }

    /// The files as a [FileChoice] names them, where `*` goes across folders and braces mean
    /// nothing; empty for all.
    Optional<String> include() {
        if (path.isEmpty()) {
            return Optional.empty();
        }
        if (isPattern()) {
            return Optional.of(path.replaceAll("\\{[^}]*}", "*").replace("**/", "*"));
        }
        boolean file = TextFiles.kind(Path.of(path)).isPresent();
        return Optional.of(file ? path : path + "/*");
    }
}
