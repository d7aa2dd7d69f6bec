package org.clpworkbench.hub;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.clpworkbench.hub.HubException.Reason;
import org.clpworkbench.job.Progress;
import org.clpworkbench.net.ResumingStream;
import org.clpworkbench.problem.Sentence;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What the Hub answers. Every method can be cancelled, tries again some times where a connection
/// breaks or the server is busy, and throws a [HubException] where asking again would not help.
public final class HubClient implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern NEXT = Pattern.compile("<([^>]*)>\\s*;\\s*rel=\"?next\"?");
    private static final int MOST_PAGES = 50;

    private final HubEnvironment hub;
    private final HubRequests requests;

    public HubClient(HubEnvironment hub) {
        this(hub, Duration.ofSeconds(1));
    }

    /// @param pause before a request is tried again for the first time; twice as long before each
    ///   that follows
    public HubClient(HubEnvironment hub, Duration pause) {
        this.hub = hub;
        requests = new HubRequests(hub, pause);
    }

    public HubEnvironment hub() {
        return hub;
    }

    /// Models or data sets, the most fetched first.
    public List<HubRepository> search(HubSearch search, Progress progress) throws IOException {
        progress.stage("Asking the Hub");
        var found = new ArrayList<HubRepository>();
        Optional<URI> page = Optional.of(search.at(hub.endpoint()));
        for (int pages = 0; page.isPresent() && pages < MOST_PAGES; pages++) {
            var answer = requests.read(page.get(), Wanted.search(hub, search.kind()), progress);
            for (JsonNode each : json(answer.bytes())) {
                HubRepository one = RepositoryJson.read(search.kind(), each);
                if (found.size() < search.limit() && search.finds(one)) {
                    found.add(one);
                }
            }
            page = found.size() < search.limit() ? next(answer.headers()) : Optional.empty();
        }
        return found;
    }

    private Optional<URI> next(HttpHeaders headers) throws HubException {
        for (String link : headers.allValues("Link")) {
            Matcher next = NEXT.matcher(link);
            if (next.find()) {
                URI page = address(next.group(1));
                if (!hub.owns(page)) {
                    throw strange(Sentence.of(HubClient.class, "does.elsewhere"));
                }
                return Optional.of(page);
            }
        }
        return Optional.empty();
    }

    private URI address(String text) throws HubException {
        try {
            return hub.endpoint().resolve(text);
        } catch (IllegalArgumentException malformed) {
            throw strange(Sentence.of(HubClient.class, "does.address"));
        }
    }

    /// A model or a data set with its files and their sizes.
    ///
    /// @throws HubException where there is none; it says so where that name is one of another kind
    public HubRepository repository(RepositoryId id, Revision revision, Progress progress)
            throws IOException {
        progress.stage("Asking for " + id);
        try {
            return described(id, revision, progress);
        } catch (HubException refused) {
            if (refused.reason() == Reason.NO_REPOSITORY) {
                checkOtherKinds(id, progress);
            }
            throw refused;
        }
    }

    private HubRepository described(RepositoryId id, Revision revision, Progress progress)
            throws IOException {
        URI address =
                URI.create(
                        "%s/api/%s/%s/revision/%s?blobs=true"
                                .formatted(
                                        hub.endpoint(),
                                        id.kind().plural(),
                                        id,
                                        escaped(revision.name())));
        var answer = requests.read(address, Wanted.repository(hub, id, revision), progress);
        HubRepository repository = RepositoryJson.read(id.kind(), json(answer.bytes()));
        boolean commit = repository.commit().map(sha -> new Revision(sha).isCommit()).orElse(false);
        if (!commit) {
            throw strange(Sentence.of(HubClient.class, "does.commit", revision, id));
        }
        return repository;
    }

    /// Who asked for a model may have meant a data set.
    private void checkOtherKinds(RepositoryId id, Progress progress) throws HubException {
        for (RepositoryKind other : RepositoryKind.values()) {
            if (other != id.kind() && isThere(id.as(other), progress)) {
                throw new HubException(
                        Reason.NO_REPOSITORY,
                        Sentence.of(
                                HubClient.class,
                                other == RepositoryKind.MODEL ? "kind.model" : "kind.dataset",
                                id));
            }
        }
    }

    private boolean isThere(RepositoryId id, Progress progress) {
        try {
            described(id, Revision.MAIN, progress);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    /// Branches and tags of a repository, main first.
    public List<Revision> revisions(RepositoryId id, Progress progress) throws IOException {
        URI address =
                URI.create("%s/api/%s/%s/refs".formatted(hub.endpoint(), id.kind().plural(), id));
        var wanted = Wanted.repository(hub, id, Revision.MAIN);
        JsonNode answer = json(requests.read(address, wanted, progress).bytes());
        var found = new LinkedHashSet<>(List.of(Revision.MAIN));
        for (String kind : List.of("branches", "tags")) {
            for (JsonNode each : answer.path(kind)) {
                String name = each.path("name").asText();
                if (Revision.valid(name)) {
                    found.add(new Revision(name));
                }
            }
        }
        return List.copyOf(found);
    }

    /// A short text file of a repository: its card, its configuration.
    public String text(RepositoryId id, Revision revision, String path, Progress progress)
            throws IOException {
        var wanted = Wanted.file(hub, id, revision, path);
        byte[] bytes = requests.read(file(id, revision, path), wanted, progress).bytes();
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /// The name of the account that a token belongs to, asked with the token in use.
    public String account(Progress progress) throws IOException {
        URI address = URI.create(hub.endpoint() + "/api/whoami-v2");
        JsonNode answer = json(requests.read(address, Wanted.account(hub), progress).bytes());
        return answer.path("name").asText("");
    }

    /// What the Hub says of a file before it is fetched.
    RemoteFile resolve(RepositoryId id, Revision commit, HubFile file, Progress progress)
            throws IOException {
        String path = file.path();
        var wanted = Wanted.file(hub, id, commit, path);
        HttpHeaders headers = requests.head(file(id, commit, path), wanted, progress);
        String said = headers.firstValue(HubRequests.COMMIT).orElse("");
        if (!said.equals(commit.name())) {
            throw strange(
                    Sentence.of(
                            HubClient.class,
                            "does.other",
                            path,
                            commit,
                            said.replaceAll("\\W", "")));
        }
        String tag =
                headers.firstValue("X-Linked-Etag").or(() -> headers.firstValue("ETag")).orElse("");
        var hash = BlobHash.ofTag(tag, path);
        if (!hash.equals(file.hash().orElse(hash))) {
            throw strange(Sentence.of(HubClient.class, "does.hashes", path));
        }
        return new RemoteFile(path, hash, size(headers, file));
    }

    /// A redirect's own length is not the file's.
    private long size(HttpHeaders headers, HubFile file) throws HubException {
        boolean redirect = headers.firstValue("Location").isPresent();
        long told =
                headers.firstValueAsLong("X-Linked-Size")
                        .orElse(
                                redirect
                                        ? -1
                                        : headers.firstValueAsLong("Content-Length").orElse(-1));
        if (told < 0 && file.size() < 0) {
            throw strange(Sentence.of(HubClient.class, "does.size", file.path()));
        }
        if (told >= 0 && file.size() >= 0 && told != file.size()) {
            throw strange(
                    Sentence.of(HubClient.class, "does.sizes", file.path(), file.size(), told));
        }
        return Math.max(told, file.size());
    }

    /// A file's bytes from one on.
    ResumingStream open(
            RepositoryId id, Revision commit, RemoteFile file, long from, Progress progress)
            throws IOException {
        return requests.stream(
                file(id, commit, file.path()),
                from,
                file.size(),
                Wanted.file(hub, id, commit, file.path()),
                progress);
    }

    private URI file(RepositoryId id, Revision revision, String path) {
        String escaped =
                Arrays.stream(path.split("/"))
                        .map(HubClient::escaped)
                        .collect(Collectors.joining("/"));
        return URI.create(
                "%s/%s/resolve/%s/%s"
                        .formatted(hub.endpoint(), id.path(), escaped(revision.name()), escaped));
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private JsonNode json(byte[] bytes) throws HubException {
        try {
            return JSON.readTree(bytes);
        } catch (JsonProcessingException invalid) {
            throw strange(Sentence.of(HubClient.class, "does.json"));
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }

    private HubException strange(Sentence does) {
        return new HubException(
                Reason.STRANGE, Sentence.of(HubClient.class, "strange", hub.endpoint(), does));
    }

    @Override
    public void close() {
        requests.close();
    }
}
