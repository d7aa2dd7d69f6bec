package org.clpworkbench.hub;

import org.clpworkbench.hub.HubException.Reason;
import org.clpworkbench.net.LaterException;
import org.clpworkbench.problem.Sentence;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Optional;

/// What is asked of the Hub, for the sentence that says why it did not come.
///
/// @param what "gpt2", "config.json of gpt2"
record Wanted(
        HubEnvironment hub,
        String what,
        Optional<RepositoryId> repository,
        Optional<Revision> revision) {
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int MOST_WORDS = 300;

    static Wanted search(HubEnvironment hub, RepositoryKind kind) {
        return new Wanted(
                hub, "the list of " + kind.noun() + "s", Optional.empty(), Optional.empty());
    }

    static Wanted account(HubEnvironment hub) {
        return new Wanted(hub, "the account of the token", Optional.empty(), Optional.empty());
    }

    static Wanted repository(HubEnvironment hub, RepositoryId id, Revision revision) {
        return new Wanted(hub, id.name(), Optional.of(id), Optional.of(revision));
    }

    static Wanted file(HubEnvironment hub, RepositoryId id, Revision revision, String path) {
        return new Wanted(hub, path + " of " + id, Optional.of(id), Optional.of(revision));
    }

    /// @throws HubException when the answer is a refusal
    /// @throws LaterException when the server cannot answer now
    void check(HttpResponse<?> answer) throws IOException {
        int status = answer.statusCode();
        if (LaterException.passing(status)) {
            throw new LaterException(
                    "%s answered with status %d.".formatted(hub.endpoint().getHost(), status),
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
                            "%s has no revision \"%s\". Choose another; main is there in every %s."
                                    .formatted(
                                            repository.map(RepositoryId::name).orElse(what),
                                            revision.map(Revision::name).orElse(""),
                                            noun()));
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
                "%s does not give %s (status %d%s). %s"
                        .formatted(
                                hub.endpoint(),
                                what,
                                status,
                                quoted(message),
                                status == FORBIDDEN
                                        ? "Look whether the token has the permission to read it."
                                        : "Try again later."));
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
                known
                        ? "The account of your token may not fetch %s: accept its authors' conditions on %s, or wait until they let you in, and try again."
                                .formatted(what, page)
                        : "The authors of %s want to know who fetches it: accept their conditions on %s, make a token in the settings of your account and log in with it (`hub login`)."
                                .formatted(what, page));
    }

    private HubException noRepository(boolean known) {
        String private_ =
                known
                        ? "look whether the account of your token may read it"
                        : "log in with a token that may read it (`hub login`)";
        return new HubException(
                Reason.NO_REPOSITORY,
                "%s has no %s. Look at the name; if the %s is private, %s."
                        .formatted(hub.endpoint(), what, noun(), private_));
    }

    private String noun() {
        return repository.map(RepositoryId::kind).orElse(RepositoryKind.MODEL).noun();
    }
}
