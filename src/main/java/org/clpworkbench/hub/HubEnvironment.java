package org.clpworkbench.hub;

import org.clpworkbench.net.ResumingStream;
import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldArgumentException;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where the Hub is and where its files lie on this machine, by the same variables in the same
/// order as Python's `huggingface_hub` reads them, so that both share one cache and one token.
///
/// @param endpoint without a slash at its end
/// @param cache the folder with a folder for each model
/// @param tokenFile where a token is kept
/// @param givenToken what `HF_TOKEN` says
/// @param savedToken whether the file's token is used where none is given
/// @param offline whether nothing may be asked of a server
/// @param links whether snapshots may link to blobs
/// @param answer how long a question about a file is waited for
/// @param silence how long a server may say nothing while it sends
public record HubEnvironment(
        URI endpoint,
        Path cache,
        TokenFile tokenFile,
        Optional<HubToken> givenToken,
        boolean savedToken,
        boolean offline,
        boolean links,
        Duration answer,
        Duration silence) {
    private static final String STANDARD_ENDPOINT = "https://huggingface.co";
    private static final Set<String> YES = Set.of("1", "ON", "YES", "TRUE");
    private static final Pattern VARIABLE = Pattern.compile("\\$(?:(\\w+)|\\{([^}]*)\\})");

    /// @throws IllegalArgumentException when the endpoint is no address of a server
    public HubEnvironment {
        boolean web = Set.of("http", "https").contains(String.valueOf(endpoint.getScheme()));
        if (!web || endpoint.getHost() == null || endpoint.getRawUserInfo() != null) {
            throw new ToldArgumentException(
                    Sentence.of(HubEnvironment.class, "endpoint", STANDARD_ENDPOINT));
        }
    }

    /// Of this process.
    public static HubEnvironment current() {
        return of(System.getenv(), Path.of(System.getProperty("user.home")));
    }

    /// @param home what `~` stands for
    public static HubEnvironment of(Map<String, String> variables, Path home) {
        var words = new Words(variables, home);
        Path caches = words.path("XDG_CACHE_HOME").orElse(home.resolve(".cache"));
        Path folder = words.path("HF_HOME").orElse(caches.resolve("huggingface"));
        Path cache =
                words.path("HF_HUB_CACHE")
                        .or(() -> words.path("HUGGINGFACE_HUB_CACHE"))
                        .orElse(folder.resolve("hub"));
        Path token = words.path("HF_TOKEN_PATH").orElse(folder.resolve("token"));
        String endpoint = words.text("HF_ENDPOINT").orElse(STANDARD_ENDPOINT);
        return new HubEnvironment(
                address(endpoint.replaceAll("/+$", "")),
                cache.toAbsolutePath().normalize(),
                new TokenFile(token.toAbsolutePath().normalize()),
                words.text("HF_TOKEN")
                        .or(() -> words.text("HUGGING_FACE_HUB_TOKEN"))
                        .flatMap(HubToken::of),
                !words.yes("HF_HUB_DISABLE_IMPLICIT_TOKEN"),
                words.text("HF_HUB_OFFLINE").isPresent()
                        ? words.yes("HF_HUB_OFFLINE")
                        : words.yes("TRANSFORMERS_OFFLINE"),
                !words.yes("HF_HUB_DISABLE_SYMLINKS"),
                words.seconds("HF_HUB_ETAG_TIMEOUT").orElse(ResumingStream.SILENCE),
                words.seconds("HF_HUB_DOWNLOAD_TIMEOUT").orElse(ResumingStream.SILENCE));
    }

    private static URI address(String endpoint) {
        try {
            return URI.create(endpoint);
        } catch (IllegalArgumentException malformed) {
            // its text could hold a password
            return URI.create("none:none");
        }
    }

    /// The token that requests carry: the given one, else the saved one.
    public Optional<HubToken> token() throws IOException {
        if (!savedToken) {
            return Optional.empty();
        }
        return givenToken.isPresent() ? givenToken : tokenFile.read();
    }

    /// The same with a token that is tried out.
    public HubEnvironment with(HubToken token) {
        return new HubEnvironment(
                endpoint,
                cache,
                tokenFile,
                Optional.of(token),
                true,
                offline,
                links,
                answer,
                silence);
    }

    /// Whether an address is the endpoint's own: the same scheme, host and port.
    boolean owns(URI address) {
        return String.valueOf(address.getScheme()).equalsIgnoreCase(endpoint.getScheme())
                && String.valueOf(address.getHost()).equalsIgnoreCase(endpoint.getHost())
                && port(address) == port(endpoint);
    }

    private static int port(URI address) {
        if (address.getPort() >= 0) {
            return address.getPort();
        }
        return "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
    }

    /// Variables as Python's `os.path.expandvars` and `expanduser` read them; one that is set to
    /// nothing counts as not set.
    private record Words(Map<String, String> variables, Path home) {
        Optional<String> text(String name) {
            return Optional.ofNullable(variables.get(name)).filter(text -> !text.isBlank());
        }

        boolean yes(String name) {
            return text(name)
                    .map(text -> YES.contains(text.toUpperCase(Locale.ROOT)))
                    .orElse(false);
        }

        /// What is no whole number of seconds counts as not set.
        Optional<Duration> seconds(String name) {
            return text(name)
                    .map(String::strip)
                    .filter(text -> text.matches("[1-9]\\d{0,5}"))
                    .map(text -> Duration.ofSeconds(Long.parseLong(text)));
        }

        Optional<Path> path(String name) {
            return text(name).map(this::expanded).map(Path::of);
        }

        private String expanded(String text) {
            String path = text;
            if (path.equals("~") || path.startsWith("~/") || path.startsWith("~\\")) {
                path = home + path.substring(1);
            }
            return VARIABLE.matcher(path).replaceAll(this::value);
        }

        private String value(java.util.regex.MatchResult found) {
            String name = found.group(1) != null ? found.group(1) : found.group(2);
            return Matcher.quoteReplacement(variables.getOrDefault(name, found.group()));
        }
    }
}
