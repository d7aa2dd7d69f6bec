package org.clpworkbench.cli;

import org.clpworkbench.hub.DownloadRequest;
import org.clpworkbench.hub.FileChoice;
import org.clpworkbench.hub.HubCache;
import org.clpworkbench.hub.RepositoryId;
import org.clpworkbench.hub.RepositoryKind;
import org.clpworkbench.hub.Revision;
import org.clpworkbench.hub.UnfinishedDownloads;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What `hub download --list` and `--cancel` do; the Hub is not asked for either.
final class UnfinishedList {
    static final String NOTHING = "Nothing is unfinished.";

    private final UnfinishedDownloads kept;

    /// @param state "paused"; "elsewhere" where another process has it; "stopped", which `hub
    ///   download` goes on with
    /// @param bytes that the cache has of the repository, in all revisions
    private record Listed(
            RepositoryId id,
            String kind,
            Revision revision,
            List<String> include,
            List<String> exclude,
            String state,
            long bytes) {}

    private record Cancelled(RepositoryId id, Revision revision) {}

    UnfinishedList(UnfinishedDownloads kept) {
        this.kept = kept;
    }

    void show(HubCache cache, Output output) throws IOException {
        var unfinished = new ArrayList<Listed>();
        var table = new TextTable("id", "kind", "revision", "files", "state", "bytes here");
        for (UnfinishedDownloads.Kept each : kept.list()) {
            DownloadRequest request = each.request();
            RepositoryId id = request.id();
            FileChoice files = request.files();
            var one =
                    new Listed(
                            id,
                            id.kind().noun(),
                            request.revision(),
                            files.include(),
                            files.exclude(),
                            state(each),
                            cache.bytes(id));
            unfinished.add(one);
            table.row(id, one.kind, one.revision, words(files), one.state, one.bytes);
        }
        output.answer(
                Map.of("unfinished", unfinished),
                unfinished.isEmpty() ? NOTHING : table.toString());
    }

    private String state(UnfinishedDownloads.Kept one) throws IOException {
        if (one.paused()) {
            return "paused";
        }
        return kept.take(one.request()) ? "stopped" : "elsewhere";
    }

    private static String words(FileChoice files) {
        String included = files.include().isEmpty() ? "needed" : String.join(" ", files.include());
        return files.exclude().isEmpty()
                ? included
                : included + " without " + String.join(" ", files.exclude());
    }

    /// Takes a revision off the list, whatever files were asked for.
    void cancel(RepositoryId id, Revision revision, Output output) throws IOException {
        List<DownloadRequest> meant =
                kept.list().stream()
                        .map(UnfinishedDownloads.Kept::request)
                        .filter(one -> one.id().equals(id) && one.revision().equals(revision))
                        .toList();
        if (meant.isEmpty()) {
            throw new IOException(
                    "The %s %s (%s) is not unfinished; `hub download --list` shows what is."
                            .formatted(id.kind().noun(), id, revision));
        }
        for (DownloadRequest one : meant) {
            if (!kept.take(one)) {
                throw new IOException(
                        "Another CLP Workbench has %s in its list; cancel it there.".formatted(id));
            }
        }
        for (DownloadRequest one : meant) {
            kept.forget(one);
        }
        output.answer(
                Map.of("cancelled", List.of(new Cancelled(id, revision))),
                "%s is no longer unfinished; what the cache has of it stays.".formatted(id));
    }

    static String paused(DownloadRequest request) {
        return "%s stays paused; `%s` goes on with it.".formatted(request.id(), command(request));
    }

    private static String command(DownloadRequest request) {
        var command = new StringBuilder("hub download ");
        if (request.id().kind() == RepositoryKind.DATA_SET) {
            command.append("--dataset ");
        }
        command.append(request.id());
        if (!request.revision().equals(Revision.MAIN)) {
            command.append(" --revision ").append(request.revision());
        }
        return command
                + patterns("--include", request.files().include())
                + patterns("--exclude", request.files().exclude());
    }

    private static String patterns(String option, List<String> patterns) {
        return patterns.stream()
                .map(pattern -> " %s \"%s\"".formatted(option, pattern))
                .collect(Collectors.joining());
    }
}
