package org.clpworkbench.cli;

import org.clpworkbench.hub.Download;
import org.clpworkbench.hub.DownloadQueue;
import org.clpworkbench.hub.DownloadRequest;
import org.clpworkbench.hub.DownloadSnapshot;
import org.clpworkbench.hub.DownloadState;
import org.clpworkbench.hub.FileChoice;
import org.clpworkbench.hub.HubCache;
import org.clpworkbench.hub.HubClient;
import org.clpworkbench.hub.HubEnvironment;
import org.clpworkbench.hub.RepositoryId;
import org.clpworkbench.hub.Revision;
import org.clpworkbench.hub.UnfinishedDownloads;
import org.clpworkbench.job.Progress;
import org.clpworkbench.settings.Workspace;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// `hub download ID`: a model or a data set into the cache.
@Command(
        name = "download",
        description = {
            "Fetches a model or a data set into the Hub's cache, verified; what is there is not",
            "fetched again. Without an ID it goes on with what is neither whole nor paused. After",
            "Ctrl-C, too, what was fetched stays, and the same command goes on. Elsewhere a model",
            "goes by its ID, a data set's texts by hf://datasets/ID/PATH."
        })
final class HubDownloadCommand extends Subcommand {
    private static final long LOOK = 50;
    private static final String PAUSED = "All that is unfinished is paused.";

    @Parameters(
            paramLabel = "ID",
            arity = "0..1",
            converter = RepositoryIdArgument.class,
            description =
                    "Model, as bigscience/bloom-560m; with --dataset a data set, as"
                            + " wikimedia/wikipedia.")
    private @Nullable RepositoryId id;

    @Mixin private RepositoryOptions which;

    @Option(
            names = "--include",
            paramLabel = "PATTERN",
            description = {
                "Only these files, as *.json; can be repeated. Without it, what a model needs:",
                "configuration, tokenizer, card, weights (safetensors where there are any); of a"
                        + " data",
                "set the card and all texts in formats that --text reads."
            })
    private List<String> include = new ArrayList<>();

    @Option(
            names = "--exclude",
            paramLabel = "PATTERN",
            description = "Not these files; can be repeated.")
    private List<String> exclude = new ArrayList<>();

    @Option(
            names = "--list",
            description = "Only shows what is not whole yet, with its state and what is here.")
    private boolean list;

    @Option(
            names = "--cancel",
            description =
                    "Takes ID off what is not whole yet; what the cache has of it stays there.")
    private boolean cancel;

    private record Fetched(RepositoryId id, Revision revision, String commit, Path folder) {}

    @Override
    void execute(Output output) throws IOException, InterruptedException {
        var hub = HubEnvironment.current();
        if (list || cancel) {
            look(hub, output);
            return;
        }
        Optional<DownloadRequest> wanted =
                Optional.ofNullable(id)
                        .map(
                                given ->
                                        new DownloadRequest(
                                                which.of(given),
                                                which.revision(),
                                                new FileChoice(include, exclude)));
        if (hub.offline() && wanted.isPresent()) {
            answer(output, List.of(kept(hub, wanted.get())), "");
            return;
        }
        var kept = new UnfinishedDownloads(Workspace.standard().downloads());
        try (var queue = new DownloadQueue(new HubClient(hub), kept)) {
            if (wanted.isPresent()) {
                queue.add(wanted.get());
            } else {
                queue.takeUp();
            }
            finish(queue.list(), output);
        }
    }

    /// At the list of what is unfinished, or after something on it.
    private void look(HubEnvironment hub, Output output) throws IOException {
        if (list && (cancel || id != null)) {
            throw wrongUsage("--list takes neither an ID nor --cancel.");
        }
        if (!include.isEmpty() || !exclude.isEmpty()) {
            throw wrongUsage("--list and --cancel take neither --include nor --exclude.");
        }
        try (var kept = new UnfinishedDownloads(Workspace.standard().downloads())) {
            var unfinished = new UnfinishedList(kept);
            if (list) {
                unfinished.show(HubCache.of(hub), output);
            } else if (id != null) {
                unfinished.cancel(which.of(id), which.revision(), output);
            } else {
                throw wrongUsage("--cancel needs an ID; --list shows which there are.");
            }
        }
    }

    /// One that fails does not keep the others from becoming whole; what somebody has paused stays
    /// so.
    private static void finish(List<Download> downloads, Output output)
            throws IOException, InterruptedException {
        var fetched = new ArrayList<Fetched>();
        var failed = new ArrayList<DownloadSnapshot>();
        for (Download download : downloads) {
            DownloadSnapshot end = rest(download, output);
            switch (end.state()) {
                case DONE -> fetched.add(whole(end));
                case PAUSED -> output.say(UnfinishedList.paused(end.request()));
                case WAITING, FETCHING, FAILED, CANCELLED -> failed.add(end);
            }
        }
        if (failed.isEmpty() || !fetched.isEmpty()) {
            answer(output, fetched, downloads.isEmpty() ? UnfinishedList.NOTHING : PAUSED);
        }
        if (!failed.isEmpty()) {
            throw new IOException(why(failed, fetched.size() + failed.size()));
        }
    }

    private static String why(List<DownloadSnapshot> failed, int of) {
        if (of == 1) {
            return failed.getFirst().failure();
        }
        String each =
                failed.stream()
                        .map(one -> "%n%s: %s".formatted(one.request().id(), one.failure()))
                        .collect(Collectors.joining());
        return "%d of %d downloads failed:%s".formatted(failed.size(), of, each);
    }

    /// What is in the cache when nothing may be asked of the Hub.
    private static Fetched kept(HubEnvironment hub, DownloadRequest wanted) throws IOException {
        var cache = HubCache.of(hub);
        Optional<Revision> commit = cache.commit(wanted.id(), wanted.revision());
        Path folder =
                cache.find(wanted.id(), wanted.revision())
                        .orElseThrow(
                                () ->
                                        new IOException(
                                                "%s is not in %s, and HF_HUB_OFFLINE is set. Unset it to fetch the %s."
                                                        .formatted(
                                                                wanted.id(),
                                                                hub.cache(),
                                                                wanted.id().kind().noun())));
        return new Fetched(wanted.id(), wanted.revision(), commit.orElseThrow().name(), folder);
    }

    /// Waits until nothing more happens to it, and shows what does.
    private static DownloadSnapshot rest(Download download, Output output)
            throws IOException, InterruptedException {
        Progress progress = output.progress();
        DownloadSnapshot now = download.snapshot();
        String stage = "";
        while (!now.state().resting()) {
            progress.checkCancelled();
            String next = doing(now);
            if (!next.equals(stage)) {
                stage = next;
                progress.stage(stage);
            }
            if (now.state() == DownloadState.FETCHING) {
                output.show(line(now));
            }
            progress.trouble(now.trouble());
            Thread.sleep(LOOK);
            now = download.snapshot();
        }
        return now;
    }

    private static Fetched whole(DownloadSnapshot now) {
        return new Fetched(
                now.request().id(),
                now.request().revision(),
                now.commit().orElseThrow().name(),
                now.folder().orElseThrow());
    }

    private static String doing(DownloadSnapshot now) {
        if (now.state() == DownloadState.WAITING) {
            return "Asking for " + now.request().id();
        }
        return (now.verifying() ? "Verifying " : "Fetching ") + now.request().id();
    }

    /// "Fetching a/one: 250.0 of 2,750.0 MB, 25.0 MB/s, 1:40 left".
    static String line(DownloadSnapshot now) {
        if (now.verifying()) {
            return String.format(Locale.ROOT, "%s: %,.1f MB", doing(now), now.total() / 1e6);
        }
        String line =
                String.format(
                        Locale.ROOT,
                        "%s: %,.1f of %,.1f MB, %,.1f MB/s",
                        doing(now),
                        now.done() / 1e6,
                        now.total() / 1e6,
                        now.rate() / 1e6);
        return now.remaining()
                .map(
                        left ->
                                String.format(
                                        Locale.ROOT,
                                        "%s, %d:%02d left",
                                        line,
                                        left.toMinutes(),
                                        left.toSecondsPart()))
                .orElse(line);
    }

    /// @param none what is said when nothing was fetched
    private static void answer(Output output, List<Fetched> fetched, String none)
            throws IOException {
        String text =
                fetched.stream()
                        .map(one -> "%s is in %s".formatted(one.id, one.folder))
                        .collect(Collectors.joining("\n"));
        output.answer(Map.of("fetched", fetched), fetched.isEmpty() ? none : text);
    }
}
