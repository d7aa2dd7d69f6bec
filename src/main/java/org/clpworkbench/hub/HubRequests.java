package org.clpworkbench.hub;

import org.clpworkbench.hub.HubException.Reason;
import org.clpworkbench.job.Progress;
import org.clpworkbench.net.Answers;
import org.clpworkbench.net.ResumingStream;
import org.clpworkbench.net.Retries;
import org.clpworkbench.problem.Sentence;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/// Requests to the Hub and to where it sends on. The token goes to the endpoint alone: redirects
/// are followed here, one by one, since Java's client hands every header on.
final class HubRequests implements AutoCloseable {
    /// Which commit a file is of.
    static final String COMMIT = "X-Repo-Commit";

    private static final String USER_AGENT = "clp-workbench";
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final int MOST_REDIRECTS = 10;
    private static final int REDIRECT = 300;
    private static final int BAD_REQUEST = 400;
    private static final int MOST_BYTES = 64 << 20;

    private final HubEnvironment hub;
    private final Duration pause;
    private Optional<HttpClient> client = Optional.empty();

    /// An answer that is there whole.
    record Text(byte[] bytes, HttpHeaders headers) {}

    /// @param pause before a request is tried again for the first time
    HubRequests(HubEnvironment hub, Duration pause) {
        this.hub = hub;
        this.pause = pause;
    }

    /// Headers of a file, without its bytes; a redirect that leaves the endpoint and tells the
    /// commit is the answer itself.
    HttpHeaders head(URI address, Wanted wanted, Progress progress) throws IOException {
        checkOnline(wanted);
        var retries = new Retries(progress, pause);
        while (true) {
            var request =
                    HttpRequest.newBuilder(address)
                            .method("HEAD", BodyPublishers.noBody())
                            .header("Accept-Encoding", "identity")
                            .timeout(hub.answer());
            try {
                HttpResponse<InputStream> answer = follow(request, true, progress);
                answer.body().close();
                wanted.check(answer);
                return answer.headers();
            } catch (HubException refused) {
                throw refused;
            } catch (IOException broken) {
                var what = Sentence.of(HubRequests.class, "unreached", hub.endpoint());
                retries.again(what, broken);
            }
        }
    }

    /// An answer of the Hub's own, whole.
    Text read(URI address, Wanted wanted, Progress progress) throws IOException {
        try (var stream = stream(address, 0, ResumingStream.UNKNOWN, wanted, progress)) {
            byte[] bytes = stream.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new HubException(
                        Reason.STRANGE,
                        Sentence.of(
                                HubRequests.class,
                                "large",
                                hub.endpoint(),
                                MOST_BYTES >> 20,
                                wanted.what()));
            }
            return new Text(bytes, stream.headers());
        }
    }

    /// A file from a byte on, wherever the Hub sends for it.
    ///
    /// @param length bytes of the whole file
    ResumingStream stream(URI address, long from, long length, Wanted wanted, Progress progress)
            throws IOException {
        checkOnline(wanted);
        Answers answers =
                (request, own) -> {
                    var answer = follow(request.header("Accept-Encoding", "identity"), false, own);
                    try {
                        wanted.check(answer);
                    } catch (IOException refused) {
                        answer.body().close();
                        throw refused;
                    }
                    return answer;
                };
        return new ResumingStream(answers, address, from, length, progress, pause, hub.silence());
    }

    private void checkOnline(Wanted wanted) throws HubException {
        if (hub.offline()) {
            throw new HubException(
                    Reason.OFFLINE,
                    Sentence.of(HubRequests.class, "offline", wanted.what(), hub.cache()));
        }
    }

    private HttpResponse<InputStream> follow(
            HttpRequest.Builder request, boolean stay, Progress progress) throws IOException {
        URI target = request.build().uri();
        for (int hop = 0; hop < MOST_REDIRECTS; hop++) {
            var next = request.copy().uri(target).setHeader("User-Agent", USER_AGENT);
            if (hub.owns(target)) {
                hub.token().ifPresent(t -> next.header("Authorization", "Bearer " + t.secret()));
            }
            HttpResponse<InputStream> answer = send(next, progress);
            int status = answer.statusCode();
            if (status < REDIRECT || status >= BAD_REQUEST) {
                return answer;
            }
            URI location = location(answer, target);
            boolean told = answer.headers().firstValue(COMMIT).isPresent();
            if (stay && told && !hub.owns(location)) {
                return answer;
            }
            answer.body().close();
            target = location;
        }
        throw new HubException(
                Reason.STRANGE,
                Sentence.of(HubRequests.class, "circles", hub.endpoint(), MOST_REDIRECTS));
    }

    private HttpResponse<InputStream> send(HttpRequest.Builder request, Progress progress)
            throws IOException {
        try {
            return Answers.from(client()).to(request, progress);
        } catch (IllegalArgumentException unsendable) {
            // the client's own words would hold the header
            throw new HubException(
                    Reason.STRANGE, Sentence.of(HubRequests.class, "unasked", hub.endpoint()));
        }
    }

    private URI location(HttpResponse<?> answer, URI from) throws HubException {
        String said = answer.headers().firstValue("Location").orElse("");
        try {
            URI target = from.resolve(said);
            boolean web = "http".equals(target.getScheme()) || "https".equals(target.getScheme());
            if (!said.isEmpty() && web && target.getHost() != null) {
                return target;
            }
        } catch (IllegalArgumentException malformed) {
            // said below; a location may be a signed address and is not for others to read
        }
        throw new HubException(
                Reason.STRANGE,
                Sentence.of(HubRequests.class, "location", String.valueOf(from.getHost())));
    }

    /// Made when it is first needed: it takes a tenth of a second, which a window that opens has
    /// not.
    private synchronized HttpClient client() {
        HttpClient made =
                client.orElseGet(
                        () ->
                                HttpClient.newBuilder()
                                        .version(HttpClient.Version.HTTP_1_1) // one for each file
                                        .connectTimeout(CONNECT)
                                        .followRedirects(HttpClient.Redirect.NEVER)
                                        .build());
        client = Optional.of(made);
        return made;
    }

    @Override
    public synchronized void close() {
        client.ifPresent(HttpClient::shutdownNow);
    }
}
