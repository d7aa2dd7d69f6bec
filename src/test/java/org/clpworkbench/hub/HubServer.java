package org.clpworkbench.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;

import org.clpworkbench.net.FaultyServer;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// A Hub on this machine that speaks the real one's protocol: model pages, lists in pages by
/// `Link`, trees, `resolve` with `X-Repo-Commit`, small files of its own and large ones on another
/// server that it redirects to, gated and private repositories, error codes; data sets beside
/// models. Both servers fail as they are told.
public final class HubServer implements AutoCloseable {
    public static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    /// What the tag step3 means.
    public static final String EARLIER = "fedcba9876543210fedcba9876543210fedcba98";

    public static final String SECRET = "hf_averysecretsecret";

    private static final JsonMapper JSON = new JsonMapper();
    private static final int PAGE = 2;

    private final FaultyServer hub = new FaultyServer();
    private final FaultyServer cdn = new FaultyServer();
    private final Map<RepositoryId, Repository> repositories = new ConcurrentHashMap<>();
    private final Map<RepositoryId, ServedTraits> traits = new ConcurrentHashMap<>();
    private final Map<String, String> contradictions = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger breaks = new AtomicInteger();
    private volatile boolean circling;
    private volatile int redirect = 302;

    private record Repository(
            RepositoryId id, Map<String, byte[]> files, Map<String, Long> sizes, String access) {
        private static final List<String> LARGE =
                List.of(".safetensors", ".bin", ".gz", ".parquet");

        static boolean large(String path) {
            return LARGE.stream().anyMatch(path::endsWith);
        }
    }

    public HubServer() throws IOException {
        hub.intercepting(this::answer);
    }

    /// Where requests go.
    public FaultyServer hub() {
        return hub;
    }

    /// Where large files lie, each under its SHA-256.
    public FaultyServer cdn() {
        return cdn;
    }

    /// Lines "METHOD path authorization" of all requests to the hub.
    public List<String> asked() {
        return List.copyOf(asked);
    }

    /// By number, so that the other server, which goes by name, is another host: `huggingface_hub`
    /// does not look at ports.
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + hub.address().getPort());
    }

    public Map<String, String> variables(Path home) {
        return Map.of(
                "HF_ENDPOINT", endpoint().toString(), "HF_HOME", home.resolve("hf").toString());
    }

    public HubEnvironment environment(Path home) {
        return HubEnvironment.of(variables(home), home);
    }

    public HubServer model(String id, Map<String, byte[]> files) {
        return model(id, files, "");
    }

    public HubServer dataSet(String name, Map<String, byte[]> files) {
        return dataSet(name, files, "");
    }

    /// @param access "gated" or "private", which need the token, or "" for neither
    public HubServer dataSet(String name, Map<String, byte[]> files, String access) {
        return put(new RepositoryId(RepositoryKind.DATA_SET, name), files, access);
    }

    /// @param access "gated" or "private", which need the token, or "" for neither
    public HubServer model(String name, Map<String, byte[]> files, String access) {
        return put(new RepositoryId(name), files, access);
    }

    HubServer put(RepositoryId id, Map<String, byte[]> files, String access) {
        var sizes = new TreeMap<String, Long>();
        files.forEach(
                (path, content) -> {
                    sizes.put(path, (long) content.length);
                    if (Repository.large(path)) {
                        cdn.file(sha256(content), content);
                    }
                });
        repositories.put(id, new Repository(id, new TreeMap<>(files), sizes, access));
        return this;
    }

    /// Describes a model as another than the usual one.
    public HubServer model(String name, Map<String, byte[]> files, ServedTraits described) {
        traits.put(new RepositoryId(name), described);
        return model(name, files);
    }

    /// Says something else of every large file, in a header of the answer that sends for it, than
    /// its page says.
    void contradicting(String header, String value) {
        contradictions.put(header, value);
    }

    /// The next so many answers in JSON break off in the middle.
    void breakingOff(int times) {
        breaks.set(times);
    }

    /// Says that a file is of another size than it is.
    public void saying(String model, String path, long size) {
        Objects.requireNonNull(repositories.get(new RepositoryId(model))).sizes.put(path, size);
    }

    /// Large files have another content from now on than their hash says.
    public void lyingAbout(byte[] content, byte[] instead) {
        cdn.file(sha256(content), instead);
    }

    public void sendingInCircles() {
        circling = true;
    }

    public void redirectingBy(int status) {
        redirect = status;
    }

    public static byte[] bytes(long seed, int count) {
        byte[] bytes = new byte[count];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    public static String sha256(byte[] content) {
        return hex("SHA-256", content);
    }

    /// As `git hash-object`.
    public static String blobId(byte[] content) {
        byte[] head = ("blob " + content.length + "\0").getBytes(StandardCharsets.US_ASCII);
        byte[] all = new byte[head.length + content.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(content, 0, all, head.length, content.length);
        return hex("SHA-1", all);
    }

    private static String hex(String algorithm, byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private boolean answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String authorization = FaultyServer.header(exchange, "Authorization");
        asked.add(exchange.getRequestMethod() + " " + path + " " + authorization);
        if (path.equals("/api/whoami-v2")) {
            if (authorization.equals("Bearer " + SECRET)) {
                send(exchange, JSON.createObjectNode().put("name", "somebody"));
            } else {
                refuse(exchange, 401, "", "Invalid credentials in Authorization header");
            }
            return true;
        }
        for (RepositoryKind kind : RepositoryKind.values()) {
            if (path.equals("/api/" + kind.plural())) {
                list(exchange, kind);
                return true;
            }
        }
        for (Repository model : repositories.values()) {
            String api = "/api/%s/%s".formatted(model.id.kind().plural(), model.id);
            String files = "/" + model.id.path() + "/resolve/";
            if (path.startsWith(api + "/") || path.equals(api) || path.startsWith(files)) {
                if (!admitted(exchange, model, authorization, path.startsWith(files))) {
                    return true;
                }
                String rest = path.startsWith(files) ? path.substring(files.length()) : "";
                if (!rest.isEmpty()) {
                    resolve(exchange, model, rest);
                } else if (path.startsWith(api + "/tree/")) {
                    tree(exchange, model);
                } else if (path.equals(api + "/refs")) {
                    revisions(exchange);
                } else {
                    page(exchange, model, path.substring(api.length()));
                }
                return true;
            }
        }
        refuse(exchange, 401, "RepoNotFound", "Invalid username or password.");
        return true;
    }

    private boolean admitted(
            HttpExchange exchange, Repository model, String authorization, boolean file)
            throws IOException {
        boolean known = authorization.equals("Bearer " + SECRET);
        if (model.access.equals("private") && !known) {
            refuse(exchange, 401, "RepoNotFound", "Repository not found");
            return false;
        }
        if (model.access.equals("gated") && file && !known) {
            refuse(
                    exchange,
                    authorization.isEmpty() ? 401 : 403,
                    "GatedRepo",
                    "Access is restricted");
            return false;
        }
        return true;
    }

    private static boolean known(String revision) {
        return !commit(revision).isEmpty();
    }

    /// The commit that a revision means; empty for none.
    private static String commit(String revision) {
        return switch (revision) {
            case "", "main", COMMIT -> COMMIT;
            case "step3", EARLIER -> EARLIER;
            default -> "";
        };
    }

    private void page(HttpExchange exchange, Repository model, String rest) throws IOException {
        String revision = rest.replaceFirst("^/revision/", "");
        if (!rest.isEmpty() && !known(revision)) {
            refuse(exchange, 404, "RevisionNotFound", "Invalid rev id: " + revision);
            return;
        }
        ObjectNode json = described(model);
        json.put("sha", commit(revision));
        var siblings = json.putArray("siblings");
        model.files.forEach(
                (path, content) -> {
                    var file = siblings.addObject().put("rfilename", path);
                    file.put("size", model.sizes.get(path)).put("blobId", blobId(content));
                    if (Repository.large(path)) {
                        file.put("blobId", blobId("pointer".getBytes(StandardCharsets.UTF_8)));
                        file.putObject("lfs")
                                .put("sha256", sha256(content))
                                .put("size", model.sizes.get(path))
                                .put("pointerSize", 134);
                    }
                });
        send(exchange, json);
    }

    private void revisions(HttpExchange exchange) throws IOException {
        ObjectNode json = JSON.createObjectNode();
        json.putArray("branches").addObject().put("name", "main").put("targetCommit", COMMIT);
        json.putArray("tags").addObject().put("name", "step3").put("targetCommit", EARLIER);
        send(exchange, json);
    }

    private ObjectNode described(Repository model) {
        return traits.getOrDefault(model.id, ServedTraits.USUAL)
                .described(model.id, COMMIT, model.access);
    }

    private void tree(HttpExchange exchange, Repository model) throws IOException {
        var entries = JSON.createArrayNode();
        model.files.forEach(
                (path, content) -> {
                    var file = entries.addObject().put("type", "file").put("path", path);
                    file.put("size", content.length).put("oid", blobId(content));
                    if (Repository.large(path)) {
                        file.putObject("lfs")
                                .put("oid", sha256(content))
                                .put("size", content.length)
                                .put("pointerSize", 134);
                    }
                });
        send(exchange, entries);
    }

    /// What of a kind is asked for, in pages of two.
    private void list(HttpExchange exchange, RepositoryKind kind) throws IOException {
        var query = new ListQuery(exchange.getRequestURI().getRawQuery());
        List<ObjectNode> found =
                repositories.values().stream()
                        .filter(one -> one.id.kind() == kind)
                        .sorted(Comparator.comparing(one -> one.id.name()))
                        .map(this::described)
                        .filter(query::means)
                        .toList();
        int from = query.cursor();
        var page = JSON.createArrayNode();
        found.stream().skip(from).limit(PAGE).forEach(page::add);
        if (from + PAGE < found.size()) {
            exchange.getResponseHeaders()
                    .set(
                            "Link",
                            "<%s/api/%s?%s>; rel=\"next\""
                                    .formatted(endpoint(), kind.plural(), query.at(from + PAGE)));
        }
        send(exchange, page);
    }

    private void resolve(HttpExchange exchange, Repository model, String rest) throws IOException {
        String revision = rest.substring(0, rest.indexOf('/'));
        String path = rest.substring(rest.indexOf('/') + 1);
        byte[] content = model.files.get(path);
        if (!known(revision)) {
            refuse(exchange, 404, "RevisionNotFound", "Invalid rev id");
            return;
        }
        if (content == null) {
            refuse(exchange, 404, "EntryNotFound", "Entry not found");
            return;
        }
        if (circling) {
            exchange.getResponseHeaders().set("Location", exchange.getRequestURI().getPath());
            exchange.sendResponseHeaders(307, -1);
            return;
        }
        exchange.getResponseHeaders().set("X-Repo-Commit", commit(revision));
        if (Repository.large(path)) {
            exchange.getResponseHeaders().set("X-Linked-Etag", '"' + sha256(content) + '"');
            exchange.getResponseHeaders()
                    .set("X-Linked-Size", String.valueOf(model.sizes.get(path)));
            contradictions.forEach(exchange.getResponseHeaders()::set);
            exchange.getResponseHeaders()
                    .set("Location", cdn.address() + sha256(content) + "?signature=verysecret");
            exchange.sendResponseHeaders(redirect, -1);
            return;
        }
        try {
            hub.serve(exchange, content, '"' + blobId(content) + '"');
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(HttpExchange exchange, JsonNode json) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(json);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(200, bytes.length);
        int sent = breaks.getAndDecrement() > 0 ? bytes.length / 2 : bytes.length;
        exchange.getResponseBody().write(bytes, 0, sent);
        exchange.getResponseBody().flush();
    }

    private static void refuse(HttpExchange exchange, int status, String code, String message)
            throws IOException {
        if (!code.isEmpty()) {
            exchange.getResponseHeaders().set("X-Error-Code", code);
        }
        exchange.getResponseHeaders().set("X-Error-Message", message);
        exchange.sendResponseHeaders(status, -1);
    }

    @Override
    public void close() {
        hub.close();
        cdn.close();
    }
}
