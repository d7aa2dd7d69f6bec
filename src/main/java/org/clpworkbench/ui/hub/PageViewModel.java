package org.clpworkbench.ui.hub;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.clpworkbench.hub.DownloadRequest;
import org.clpworkbench.hub.FileChoice;
import org.clpworkbench.hub.RepositoryPage;
import org.clpworkbench.hub.Revision;
import org.clpworkbench.ui.common.Failure;
import org.clpworkbench.ui.common.LatestJob;
import org.clpworkbench.ui.common.ModelsAtHand;
import org.clpworkbench.ui.common.ProblemText;
import org.clpworkbench.ui.common.ScreenContext;
import org.clpworkbench.ui.common.Texts;
import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;

/// The page of the model that is chosen in the list, and what can be done about it.
final class PageViewModel {
    private final Texts texts = Texts.of(HubViewModel.class);
    private final HubSession hub;
    private final DownloadsViewModel downloads;
    private final AccountViewModel account;
    private final ModelsAtHand atHand;
    private final LatestJob asking;
    private final ObjectProperty<@Nullable HubRow> row = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<@Nullable LookedAt> looked = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Offer> offer =
            new ReadOnlyObjectWrapper<>(new Offer.Nothing());
    private final ProblemText problem = new ProblemText();
    private final StringProperty revision = new SimpleStringProperty(Revision.MAIN.name());

    PageViewModel(
            ScreenContext context,
            HubSession hub,
            DownloadsViewModel downloads,
            AccountViewModel account,
            ModelsAtHand atHand) {
        this.hub = hub;
        this.downloads = downloads;
        this.account = account;
        this.atHand = atHand;
        asking = new LatestJob(context.jobs());
        row.addListener((_, _, now) -> choose(now));
        revision.addListener(_ -> open(row.get()));
        downloads.changes().addListener(_ -> downloadsChanged());
        account.changes().addListener(_ -> again());
    }

    private void choose(@Nullable HubRow now) {
        if (revision.get().equals(Revision.MAIN.name())) {
            open(now);
        } else {
            revision.set(Revision.MAIN.name());
        }
    }

    private void open(@Nullable HubRow now) {
        asking.cancel();
        looked.set(null);
        problem.set("");
        offer.set(new Offer.Nothing());
        if (now instanceof HubRow.One) {
            again();
        }
    }

    /// Asks for the page anew.
    void again() {
        if (row.get() instanceof HubRow.One one) {
            Revision asked;
            try {
                asked = new Revision(revision.get());
            } catch (IllegalArgumentException nonsense) {
                problem.set(Failure.reason(nonsense));
                return;
            }
            asking.await(
                    texts.get("job.page", one.id()),
                    progress -> LookedAt.ask(hub, one.id(), asked, progress),
                    this::answered,
                    problem::set);
        }
    }

    private void answered(LookedAt now) {
        looked.set(now);
        now.refused()
                .ifPresentOrElse(
                        why -> problem.set(Failure.of(texts.get("job.page", now.id()), why)),
                        () -> problem.set(""));
        offer.set(offer(now));
    }

    private void downloadsChanged() {
        LookedAt now = looked.get();
        if (now == null) {
            return;
        }
        boolean was = offer.get() instanceof Offer.Coming;
        offer.set(offer(now));
        boolean is = offer.get() instanceof Offer.Coming;
        // a small one has come before anybody saw it coming
        boolean come = now.here().isEmpty() && downloads.isWhole(now.id(), now.revision());
        if (!is && (was || come)) {
            again();
        }
    }

    private Offer offer(LookedAt now) {
        if (downloads.has(now.id(), now.revision())) {
            return new Offer.Coming();
        }
        if (now.here().isPresent()) {
            return new Offer.Here(now.here().get());
        }
        if (now.page().isEmpty()) {
            return new Offer.Nothing();
        }
        RepositoryPage page = now.page().get();
        if (page.closed()) {
            return new Offer.Closed(account.known().get());
        }
        if (page.fetched().isEmpty()) {
            return new Offer.Nothing();
        }
        return now.missingBytes() > now.room()
                ? new Offer.NoRoom(now.missingBytes(), now.room())
                : new Offer.Fetch(now.missingBytes(), page.lacking());
    }

    void fetch() {
        LookedAt now = looked.get();
        if (now != null && offer.get() instanceof Offer.Fetch) {
            downloads.fetch(new DownloadRequest(now.id(), now.revision(), FileChoice.NEEDED));
        }
    }

    void useAsSource() {
        here().forEach(atHand::useAsSource);
    }

    void useAsHelper() {
        here().forEach(atHand::useAsHelper);
    }

    void show() {
        here().forEach(downloads::show);
    }

    private List<Path> here() {
        return offer.get() instanceof Offer.Here here ? List.of(here.folder()) : List.of();
    }

    /// Where its page is on the Hub.
    String address() {
        return row.get() instanceof HubRow.One one
                ? hub.environment().endpoint() + "/" + one.id()
                : "";
    }

    /// Of the model: a branch, a tag or a commit. Another row begins with main.
    StringProperty revision() {
        return revision;
    }

    LatestJob asking() {
        return asking;
    }

    /// What is chosen in the list; null for nothing.
    ObjectProperty<@Nullable HubRow> row() {
        return row;
    }

    /// What came of looking; null until it is there.
    ReadOnlyObjectProperty<@Nullable LookedAt> looked() {
        return looked.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Offer> offer() {
        return offer.getReadOnlyProperty();
    }

    /// Asks for a token, which may open what is closed.
    void askForToken() {
        account.asked().set(true);
    }

    /// Why there is no page; else empty.
    ProblemText problem() {
        return problem;
    }
}
