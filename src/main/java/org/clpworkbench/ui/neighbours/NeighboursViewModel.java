package org.clpworkbench.ui.neighbours;

import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.transfer.Methods;
import org.clpworkbench.transfer.TokenSpace;
import org.clpworkbench.transfer.TokenSpace.Mixture;
import org.clpworkbench.transfer.TokenSpace.Neighbourhood;
import org.clpworkbench.ui.common.LatestJob;
import org.clpworkbench.ui.common.Pair;
import org.clpworkbench.ui.common.ScreenContext;
import org.clpworkbench.ui.common.ScreenName;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.common.TokenKind;
import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A token of the helper, those that live next to it, and what a missing one will be made of. The
/// space is opened in the background; it is asked on the computing thread only.
public final class NeighboursViewModel {
    private static final int SUGGESTIONS = 12;
    private static final int SHARES = 12;
    private static final int FIRST_K = 20;

    private final Texts texts = Texts.of(NeighboursViewModel.class);
    private final ScreenContext context;
    private final Pair pair;
    private final LatestJob opening;
    private final LatestJob looking;
    private final LatestJob mixing;
    private final ObjectProperty<@Nullable TokenSpace> space = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Neighbourhood> neighbourhood =
            new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Mixture> mixture = new SimpleObjectProperty<>();
    private final IntegerProperty k = new SimpleIntegerProperty(FIRST_K);
    private final StringProperty method = new SimpleStringProperty(Methods.DEFAULT);
    private final StringProperty problem = new SimpleStringProperty("");
    private final BooleanProperty canGoBack = new SimpleBooleanProperty();
    private final Deque<Integer> before = new ArrayDeque<>();
    private Optional<TokenIndex> index = Optional.empty();
    private boolean goingBack;

    private record Opened(TokenSpace space, TokenIndex index) implements AutoCloseable {
        @Override
        public void close() {
            space.close();
        }
    }

    public NeighboursViewModel(ScreenContext context) {
        this.context = context;
        this.pair = context.pair();
        this.opening = new LatestJob(context.jobs());
        this.looking = new LatestJob(context.jobs());
        this.mixing = new LatestJob(context.jobs());
        pair.source().addListener((property, old, now) -> openSpace());
        pair.helper().addListener((property, old, now) -> openSpace());
        pair.matching().addListener((property, old, now) -> openSpace());
        pair.token().addListener((property, old, now) -> moved(old));
        k.addListener((property, old, now) -> look());
        method.addListener((property, old, now) -> mix());
        openSpace();
    }

    private void openSpace() {
        forget();
        ModelSummary source = pair.source().get();
        ModelSummary helper = pair.helper().get();
        if (source == null || helper == null) {
            return;
        }
        var rule = pair.matching().get();
        opening.compute(
                texts.get("job.open", helper.name()),
                progress -> {
                    TokenSpace opened =
                            TokenSpace.open(source.folder(), helper.folder(), rule, progress);
                    return new Opened(opened, new TokenIndex(opened.overlap()));
                },
                this::opened,
                problem::set);
    }

    private void forget() {
        opening.cancel();
        looking.cancel();
        mixing.cancel();
        problem.set("");
        index = Optional.empty();
        neighbourhood.set(null);
        mixture.set(null);
        before.clear();
        canGoBack.set(false);
        TokenSpace old = space.get();
        if (old != null) {
            space.set(null);
            context.jobs()
                    .compute(
                            texts.get("job.close"),
                            progress -> {
                                old.close();
                                return true;
                            });
        }
    }

    private void opened(Opened opened) {
        index = Optional.of(opened.index());
        space.set(opened.space());
        if (pair.token().get() == null) {
            examples().stream().findFirst().ifPresent(token -> pair.token().set(token.id()));
        } else {
            look();
        }
    }

    private void moved(@Nullable Integer from) {
        if (from != null && !goingBack) {
            before.push(from);
        }
        canGoBack.set(!before.isEmpty());
        look();
    }

    private void look() {
        TokenSpace where = space.get();
        Integer token = pair.token().get();
        if (where == null || token == null) {
            return;
        }
        int many = k.get();
        looking.compute(
                texts.get("job.look", display(token)),
                progress -> where.neighbourhood(token, many),
                this::arrived,
                problem::set);
    }

    private void arrived(Neighbourhood found) {
        problem.set("");
        neighbourhood.set(found);
        pair.done().add(ScreenName.NEIGHBOURS);
        mix();
    }

    private void mix() {
        TokenSpace where = space.get();
        Neighbourhood at = neighbourhood.get();
        mixture.set(null);
        if (where == null || at == null || token(at.id()).kind() != TokenKind.MISSING) {
            mixing.cancel();
            return;
        }
        String how = method.get();
        mixing.compute(
                texts.get("job.mix", display(at.id())),
                progress -> where.mixture(at.id(), how, SHARES),
                mixture::set,
                problem::set);
    }

    /// Goes to a token.
    void go(int token) {
        pair.token().set(token);
    }

    void back() {
        if (!before.isEmpty()) {
            goingBack = true;
            pair.token().set(before.pop());
            goingBack = false;
            canGoBack.set(!before.isEmpty());
        }
    }

    /// Leads on to the transfer.
    void next() {
        context.navigation().open(ScreenName.TRANSFER);
    }

    List<TokenReference> suggestions(String typed) {
        return index.map(tokens -> tokens.like(typed, SUGGESTIONS)).orElse(List.of());
    }

    List<TokenReference> examples() {
        return index.map(tokens -> tokens.examples(4)).orElse(List.of());
    }

    /// A token of the space that is open.
    TokenReference token(int id) {
        return index.map(tokens -> tokens.token(id))
                .orElseGet(() -> new TokenReference(id, "", "", TokenKind.MISSING));
    }

    private String display(int id) {
        return token(id).display();
    }

    /// "‘·Haus’ lives among ·Häuser, ·Wohnung, ·Gebäude."
    ObservableValue<String> answer() {
        return Bindings.createStringBinding(
                this::sentence, neighbourhood, space, pair.source(), pair.helper());
    }

    private String sentence() {
        Neighbourhood at = neighbourhood.get();
        if (pair.source().get() == null || pair.helper().get() == null) {
            return texts.get("answer.none");
        }
        if (at == null) {
            return texts.get(space.get() == null ? "answer.opening" : "answer.choose");
        }
        String nearest =
                at.neighbours().stream()
                        .limit(3)
                        .map(neighbour -> display(neighbour.id()))
                        .collect(Collectors.joining(", "));
        return texts.get("answer", display(at.id()), nearest);
    }

    /// What the token is to the transfer, in a sentence.
    ObservableValue<String> standing() {
        return Bindings.createStringBinding(
                () -> {
                    Neighbourhood at = neighbourhood.get();
                    ModelSummary source = pair.source().get();
                    if (at == null || source == null) {
                        return "";
                    }
                    return texts.get(
                            "standing." + token(at.id()).kind().styleClass(), source.name());
                },
                neighbourhood);
    }

    ScreenContext context() {
        return context;
    }

    LatestJob opening() {
        return opening;
    }

    ObjectProperty<@Nullable TokenSpace> space() {
        return space;
    }

    ObjectProperty<@Nullable Neighbourhood> neighbourhood() {
        return neighbourhood;
    }

    ObjectProperty<@Nullable Mixture> mixture() {
        return mixture;
    }

    IntegerProperty k() {
        return k;
    }

    StringProperty method() {
        return method;
    }

    StringProperty problem() {
        return problem;
    }

    BooleanProperty canGoBack() {
        return canGoBack;
    }
}
