package org.clpworkbench.hub;

import org.clpworkbench.hub.HubException.Reason;
import org.clpworkbench.net.LaterException;
import org.clpworkbench.problem.Sentence;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Optional;

/// What is asked of the Hub, for the sentence that says why it did not come.
///
/// @param what "gpt2", "config.json of gpt2"; a sentence where the language matters
record Wanted(
        HubEnvironment hub,
        Object what,
        Optional<RepositoryId> repository,
        Optional<Revision> revision) {
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int MOST_WORDS = 300;

    static Wanted search(HubEnvironment hub, RepositoryKind kind) {
        var list =
                Sentence.of(
                        Wanted.class,
                        kind == RepositoryKind.MODEL ? "wanted.models" : "wanted.datasets");
        return new Wanted(hub, list, Optional.empty(), Optional.empty());
    }

    static Wanted account(HubEnvironment hub) {
        var account = Sentence.of(Wanted.class, "wanted.account");
        return new Wanted(hub, account, Optional.empty(), Optional.empty());
    }

    static Wanted repository(HubEnvironment hub, RepositoryId id, Revision revision) {
        return new Wanted(hub, id.name(), Optional.of(id), Optional.of(revision));
    }

    static Wanted file(HubEnvironment hub, RepositoryId id, Revision revision, String path) {
        var what = Sentence.of(Wanted.class, "wanted.file", path, id);
        return new Wanted(hub, what, Optional.of(id), Optional.of(revision));
    }

    /// @throws HubException when the answer is a refusal
    /// @throws LaterException when the server cannot answer now
    void check(HttpResponse<?> answer) throws IOException {
        int status = answer.statusCode();
        if (LaterException.passing(status)) {
            throw new LaterException(
                    String.valueOf(hub.endpoint().getHost()),
                    status,
                    LaterException.askedBy(answer));
        }
        if (status >= BAD_REQUEST) {
            throw refusal(
                    status,
                    answer.headers().firstValue("X-Error-Code").orElse(""),
                    answer.headers().firstValue("X-Error-Message").orElse(""));
        }
    }

    private HubException refusal(int status, String code, String message) throws IOException {
        boolean known = hub.token().isPresent();
        return switch (code) {
            case "GatedRepo" -> gated(known);
            case "RepoNotFound" -> noRepository(known);
            case "RevisionNotFound" ->
                    new HubException(
                            Reason.NO_REVISION,
                            Sentence.of(
                                    Wanted.class,
                                    "revision.none",
                                    repository.<Object>map(RepositoryId::name).orElse(what),
                                    revision.map(Revision::name).orElse("")));
            case "EntryNotFound" ->
                    new HubException(
                            Reason.NO_FILE,
                            Sentence.of(Wanted.class, "file.none", what, hub.endpoint()));
            default -> refusal(status, message, known);
        };
    }

    private HubException refusal(int status, String message, boolean known) throws IOException {
        if (status == UNAUTHORIZED && (message.contains("Invalid") || repository.isEmpty())) {
            return new HubException(
                    Reason.WRONG_TOKEN, Sentence.of(Wanted.class, "token.wrong", hub.endpoint()));
        }
        if (status == UNAUTHORIZED || status == NOT_FOUND) {
            return noRepository(known);
        }
        return new HubException(
                status == FORBIDDEN ? Reason.FORBIDDEN : Reason.STRANGE,
                Sentence.of(
                        Wanted.class,
                        status == FORBIDDEN ? "refused.forbidden" : "refused",
                        hub.endpoint(),
                        what,
                        status,
                        quoted(message)));
    }

    private String quoted(String message) throws IOException {
        if (message.isBlank()) {
            return "";
        }
        String hidden = hub.token().map(token -> token.hiddenIn(message)).orElse(message);
        String plain = hidden.replaceAll("\\p{Cntrl}", " ");
        return ": " + plain.substring(0, Math.min(MOST_WORDS, plain.length()));
    }

    private HubException gated(boolean known) {
        String page = hub.endpoint() + "/" + repository.map(RepositoryId::path).orElse("");
        return new HubException(
                Reason.GATED,
                Sentence.of(Wanted.class, known ? "gated.known" : "gated", what, page));
    }

    private HubException noRepository(boolean known) {
        return new HubException(
                Reason.NO_REPOSITORY,
                Sentence.of(
                        Wanted.class,
                        known ? "repository.none.known" : "repository.none",
                        hub.endpoint(),
                        what));
    }
}
