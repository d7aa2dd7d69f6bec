package org.clpworkbench.ui.hub;

import org.clpworkbench.hub.Download;
import org.clpworkbench.hub.DownloadQueue;
import org.clpworkbench.hub.HubCache;
import org.clpworkbench.hub.HubClient;
import org.clpworkbench.hub.HubEnvironment;
import org.clpworkbench.hub.UnfinishedDownloads;
import org.clpworkbench.settings.Workspace;
import org.clpworkbench.ui.common.Failure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What the program has of the Hub from its start to its end, whatever window it shows meanwhile:
/// one queue of downloads, and somebody to ask.
public final class HubSession implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HubSession.class);

    /// What may make no sense.
    private static final Set<String> REFUSED =
            Set.of("HF_ENDPOINT", "HF_TOKEN", "HUGGING_FACE_HUB_TOKEN");

    /// Before a question is asked again for the first time: somebody waits for the answer.
    private static final Duration SHORT = Duration.ofMillis(200);

    private final HubEnvironment environment;
    private final Optional<String> problem;
    private final HubClient client;
    private final DownloadQueue downloads;
    private final Set<Download> takenUp = ConcurrentHashMap.newKeySet();

    public HubSession(Workspace workspace, HubEnvironment environment) {
        this(workspace, environment, Optional.empty());
    }

    private HubSession(Workspace workspace, HubEnvironment environment, Optional<String> problem) {
        this.environment = environment;
        this.problem = problem;
        client = new HubClient(environment, SHORT);
        downloads =
                new DownloadQueue(
                        new HubClient(environment), new UnfinishedDownloads(workspace.downloads()));
    }

    /// As the variables of this process say; where they make no sense, without asking any Hub.
    public static HubSession current(Workspace workspace) {
        try {
            return new HubSession(workspace, HubEnvironment.current());
        } catch (IllegalArgumentException nonsense) {
            LOG.warn("No Hub is asked: {}", nonsense.getMessage());
            var variables = new HashMap<>(System.getenv());
            variables.keySet().removeAll(REFUSED);
            variables.put("HF_HUB_OFFLINE", "1");
            return new HubSession(
                    workspace,
                    HubEnvironment.of(variables, Path.of(System.getProperty("user.home"))),
                    Optional.of(Failure.reason(nonsense)));
        }
    }

    /// Goes on with what was not whole when the program ended last.
    public void begin() {
        Thread.ofVirtual()
                .name("take-up")
                .start(
                        () -> {
                            try {
                                downloads.takeUp();
                            } catch (IOException unreadable) {
                                LOG.warn("Unfinished downloads cannot be read", unreadable);
                            }
                        });
    }

    /// Why no Hub is asked; empty where one is.
    Optional<String> problem() {
        return problem;
    }

    HubEnvironment environment() {
        return environment;
    }

    /// Where what was fetched lies.
    public HubCache cache() {
        return HubCache.of(environment);
    }

    HubClient client() {
        return client;
    }

    DownloadQueue downloads() {
        return downloads;
    }

    /// @return whether nobody has taken up this download's model yet
    boolean takeUp(Download whole) {
        return takenUp.add(whole);
    }

    /// Stops; what is not whole goes on at the next start.
    @Override
    public void close() {
        downloads.close();
        client.close();
    }
}
