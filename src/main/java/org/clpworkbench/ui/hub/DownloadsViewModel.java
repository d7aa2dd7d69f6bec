package org.clpworkbench.ui.hub;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Duration;

import org.clpworkbench.hub.Download;
import org.clpworkbench.hub.DownloadRequest;
import org.clpworkbench.hub.DownloadSnapshot;
import org.clpworkbench.hub.DownloadState;
import org.clpworkbench.hub.RepositoryId;
import org.clpworkbench.hub.RepositoryKind;
import org.clpworkbench.hub.Revision;
import org.clpworkbench.job.RunningJob;
import org.clpworkbench.ui.common.Failure;
import org.clpworkbench.ui.common.ModelsAtHand;
import org.clpworkbench.ui.common.NoticeBoard;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.ProblemText;
import org.clpworkbench.ui.common.ScreenContext;
import org.clpworkbench.ui.common.Texts;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The downloads of the program, models and data sets, and that a model that is whole comes among
/// the models at hand.
public final class DownloadsViewModel implements AutoCloseable {
    private static final Duration LOOK = Duration.millis(500);

    private final Texts texts = Texts.of(HubViewModel.class);
    private final ScreenContext context;
    private final HubSession hub;
    private final ModelsAtHand atHand;
    private final NoticeBoard notices;
    private final ObservableList<Download> list = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper busy = new ReadOnlyIntegerWrapper();
    private final ProblemText problem = new ProblemText();
    private final ReadOnlyBooleanWrapper ended = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
    private final Timeline looks = new Timeline(new KeyFrame(LOOK, _ -> look()));
    private List<DownloadState> states = List.of();

    DownloadsViewModel(
            ScreenContext context, HubSession hub, ModelsAtHand atHand, NoticeBoard notices) {
        this.context = context;
        this.hub = hub;
        this.atHand = atHand;
        this.notices = notices;
        looks.setCycleCount(Animation.INDEFINITE);
        looks.play();
    }

    /// Looks which downloads there are and what has become whole.
    void look() {
        List<Download> all =
                hub.downloads().list().stream()
                        .filter(one -> state(one) != DownloadState.CANCELLED)
                        .toList();
        List<DownloadState> now = all.stream().map(DownloadsViewModel::state).toList();
        if (all.equals(list) && now.equals(states)) {
            return;
        }
        states = now;
        if (!all.equals(list)) {
            list.setAll(all);
        }
        busy.set((int) now.stream().filter(state -> !state.resting()).count());
        ended.set(now.contains(DownloadState.DONE));
        all.forEach(this::takeUp);
        changes.set(changes.get() + 1);
    }

    private static DownloadState state(Download download) {
        return download.snapshot().state();
    }

    private void takeUp(Download download) {
        DownloadSnapshot now = download.snapshot();
        if (now.folder().isPresent() && hub.takeUp(download)) {
            String bytes = Numbers.bytes(now.total());
            boolean model = isModel(download);
            if (model) {
                atHand.takeUp(now.folder().get());
            }
            notices.tell(
                    texts.get("whole.title", now.request().id()),
                    model ? texts.get("whole", bytes) : texts.get("whole.texts", bytes));
        }
    }

    /// Fetches what is asked for into the cache, or goes on with it.
    void fetch(DownloadRequest request) {
        problem.set("");
        RunningJob<Download> adding =
                context.jobs()
                        .await(
                                texts.get("job.add", request.id()),
                                _ -> hub.downloads().add(request));
        var _ =
                adding.result()
                        .whenComplete(
                                (_, _) ->
                                        Platform.runLater(
                                                () -> {
                                                    adding.snapshot()
                                                            .failure()
                                                            .ifPresent(why -> told(request, why));
                                                    look();
                                                }));
    }

    private void told(DownloadRequest request, Throwable why) {
        problem.set(
                new Failure(
                        texts.get("job.add", request.id()),
                        why,
                        Optional.of(() -> fetch(request))));
    }

    /// Whether it is a model that can be shown among those at hand.
    static boolean isModel(Download download) {
        return download.request().id().kind() == RepositoryKind.MODEL;
    }

    /// Whether a model is among those that are not whole yet.
    boolean has(RepositoryId id, Revision revision) {
        return list.stream()
                .anyMatch(one -> is(one, id, revision) && state(one) != DownloadState.DONE);
    }

    /// Whether a model is among those that are whole.
    boolean isWhole(RepositoryId id, Revision revision) {
        return list.stream()
                .anyMatch(one -> is(one, id, revision) && state(one) == DownloadState.DONE);
    }

    private static boolean is(Download download, RepositoryId id, Revision revision) {
        DownloadRequest request = download.request();
        return request.id().equals(id) && request.revision().equals(revision);
    }

    void pause(Download download) {
        inBackground(download::pause);
    }

    void resume(Download download) {
        inBackground(download::resume);
    }

    void cancel(Download download) {
        inBackground(download::cancel);
    }

    /// They write what they are asked for to a file.
    private static void inBackground(Runnable work) {
        Thread.ofVirtual().name("downloads").start(work);
    }

    /// Takes those off the list that are whole.
    void clearEnded() {
        hub.downloads().clearEnded();
        look();
    }

    void show(Path folder) {
        atHand.takeUp(folder);
        atHand.show();
    }

    /// In the order in which they were asked for.
    ObservableList<Download> list() {
        return list;
    }

    /// How many are under way.
    public ReadOnlyIntegerProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /// Whether there is one that is whole.
    ReadOnlyBooleanProperty ended() {
        return ended.getReadOnlyProperty();
    }

    /// Counts how often one came, went or came to another state.
    ReadOnlyIntegerProperty changes() {
        return changes.getReadOnlyProperty();
    }

    /// Why one could not be begun; else empty.
    ProblemText problem() {
        return problem;
    }

    @Override
    public void close() {
        looks.stop();
    }
}
