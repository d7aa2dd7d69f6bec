package org.clpworkbench.ui.hub;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.clpworkbench.hub.HubClient;
import org.clpworkbench.hub.HubEnvironment;
import org.clpworkbench.hub.HubException;
import org.clpworkbench.hub.HubToken;
import org.clpworkbench.job.Progress;
import org.clpworkbench.ui.common.Failure;
import org.clpworkbench.ui.common.LatestJob;
import org.clpworkbench.ui.common.ProblemText;
import org.clpworkbench.ui.common.ScreenContext;
import org.clpworkbench.ui.common.Texts;

import java.io.IOException;
import java.util.Optional;

/// Whose token requests carry. The token itself is never kept here.
final class AccountViewModel {
    /// What is known of the token.
    ///
    /// @param given whether a variable says it, which cannot be changed here
    /// @param there whether there is one
    /// @param account whose it is; empty where the Hub was not asked or did not say
    /// @param problem why the Hub did not say; else empty
    private record Found(boolean given, boolean there, String account, String problem) {}

    /// What came of a log-in.
    ///
    /// @param problem why the Hub did not let somebody in; else empty
    private record LogIn(Optional<Found> found, String problem) {}

    private final Texts texts = Texts.of(HubViewModel.class);
    private final HubSession hub;
    private final LatestJob asking;
    private final StringProperty sentence = new SimpleStringProperty("");
    private final ProblemText problem = new ProblemText();
    private final BooleanProperty known = new SimpleBooleanProperty();
    private final BooleanProperty given = new SimpleBooleanProperty();
    private final BooleanProperty asked = new SimpleBooleanProperty();
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();

    AccountViewModel(ScreenContext context, HubSession hub) {
        this.hub = hub;
        asking = new LatestJob(context.jobs());
        sentence.set(texts.get("account.none"));
    }

    /// Looks whether there is a token and asks whose it is.
    void look() {
        asking.await(texts.get("job.account"), this::find, this::found, problem::set);
    }

    private Found find(Progress progress) throws IOException {
        HubEnvironment environment = hub.environment();
        boolean there = environment.token().isPresent();
        boolean fixed = there && environment.givenToken().isPresent();
        if (!there || environment.offline()) {
            return new Found(fixed, there, "", "");
        }
        try {
            return new Found(fixed, true, hub.client().account(progress), "");
        } catch (IOException silent) {
            return new Found(fixed, true, "", Failure.reason(silent));
        }
    }

    private void found(Found found) {
        given.set(found.given);
        known.set(found.there);
        problem.set(found.problem);
        sentence.set(words(found));
        changes.set(changes.get() + 1);
    }

    private String words(Found found) {
        if (!found.there) {
            return texts.get("account.none");
        }
        if (found.account.isEmpty()) {
            return texts.get(found.given ? "account.given" : "account.kept");
        }
        return texts.get(found.given ? "account.given.named" : "account.named", found.account);
    }

    /// Keeps a token that the Hub knows, in the file that Python uses too.
    ///
    /// @param typed shown and told nowhere
    void logIn(String typed) {
        Optional<HubToken> token;
        try {
            token = HubToken.of(typed);
        } catch (IllegalArgumentException none) {
            problem.set(Failure.reason(none));
            return;
        }
        if (token.isEmpty()) {
            problem.set(texts.get("account.empty"));
            return;
        }
        problem.set("");
        HubToken offered = token.get();
        asking.await(
                texts.get("job.login"),
                progress -> kept(offered, progress),
                this::loggedIn,
                problem::set);
    }

    private LogIn kept(HubToken offered, Progress progress) throws IOException {
        HubEnvironment environment = hub.environment();
        String account;
        try (var client = new HubClient(environment.with(offered))) {
            account = client.account(progress);
        } catch (IOException refused) {
            return new LogIn(Optional.empty(), Failure.reason(refused));
        }
        environment.tokenFile().write(offered);
        boolean fixed = environment.givenToken().isPresent();
        return new LogIn(Optional.of(new Found(fixed, true, account, "")), "");
    }

    private void loggedIn(LogIn answer) {
        answer.found.ifPresentOrElse(this::found, () -> problem.set(answer.problem));
    }

    /// Forgets the token that is kept in the file.
    void logOut() {
        asking.await(
                texts.get("job.logout"),
                progress -> {
                    hub.environment().tokenFile().delete();
                    return find(progress);
                },
                this::found,
                problem::set);
    }

    LatestJob asking() {
        return asking;
    }

    /// "Logged in as somebody."
    StringProperty sentence() {
        return sentence;
    }

    /// Why somebody is not logged in, or not known; else empty.
    ProblemText problem() {
        return problem;
    }

    /// Whether requests carry a token.
    BooleanProperty known() {
        return known;
    }

    /// Whether a variable says the token, which goes before one that is kept.
    BooleanProperty given() {
        return given;
    }

    /// Whether a token is asked for.
    BooleanProperty asked() {
        return asked;
    }

    /// Whether another token may help with a problem, and can be given here.
    BooleanBinding helps(ProblemText other) {
        return Bindings.createBooleanBinding(
                () -> !given.get() && isOfToken(other.failure().get()), given, other.failure());
    }

    private static boolean isOfToken(Optional<Failure> failure) {
        return failure.map(Failure::cause).orElse(null) instanceof HubException refused
                && switch (refused.reason()) {
                    case GATED, NO_REPOSITORY, WRONG_TOKEN, FORBIDDEN -> true;
                    case NO_REVISION, NO_FILE, OFFLINE, DAMAGED, STRANGE, NO_ROOM -> false;
                };
    }

    /// Counts how often somebody logged in or out.
    ReadOnlyIntegerProperty changes() {
        return changes.getReadOnlyProperty();
    }
}
