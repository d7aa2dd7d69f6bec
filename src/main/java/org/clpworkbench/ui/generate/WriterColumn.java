package org.clpworkbench.ui.generate;

import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.util.Subscription;

import org.clpworkbench.generation.WriterLine.Written;
import org.clpworkbench.ui.common.ProblemBar;
import org.clpworkbench.ui.common.ReadingDirection;
import org.clpworkbench.ui.common.TextClipboard;
import org.clpworkbench.ui.common.Texts;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.ArrayList;
import java.util.List;

/// One model's text as it grows: the prompt, then token by token. The mouse or the arrow keys point
/// at a token.
final class WriterColumn extends VBox {
    private static final PseudoClass POINTED = PseudoClass.getPseudoClass("pointed");
    private static final KeyCombination COPY =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final Texts texts = Texts.of(GenerateView.class);
    private final WriterText text;
    private final GenerateViewModel viewModel;
    private final Text prompt = new Text();
    private final TextFlow flow = new TextFlow(prompt);
    private final List<TokenPiece> pieces = new ArrayList<>();
    private final ScrollPane scroll = new ScrollPane(flow);
    private final ListChangeListener<Written> grown = this::changed;
    private final Subscription following;

    WriterColumn(WriterText text, GenerateViewModel viewModel) {
        this.text = text;
        this.viewModel = viewModel;
        getStyleClass().addAll("panel", "writer");
        setMinWidth(0);
        setPrefWidth(240);
        HBox.setHgrow(this, Priority.ALWAYS);
        prompt.textProperty().bind(text.prompt());
        prompt.getStyleClass().add("written-prompt");
        flow.getStyleClass().add("written");
        flow.setFocusTraversable(true);
        flow.setAccessibleRole(AccessibleRole.TEXT);
        flow.accessibleRoleDescriptionProperty()
                .bind(text.model().map(model -> texts.get("text.role", model.name())));
        flow.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        flow.setOnMouseClicked(_ -> flow.requestFocus());
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.setMinHeight(0);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("plain");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head(), about(), problem(), scroll);
        text.tokens().addListener(grown);
        text.tokens().forEach(this::add);
        following =
                Subscription.combine(
                        text.prompt().subscribe(_ -> read()),
                        viewModel.pointed().subscribe(_ -> mark()));
    }

    /// Follows its text no longer.
    void close() {
        text.tokens().removeListener(grown);
        following.unsubscribe();
    }

    private HBox head() {
        var name = new Label();
        name.textProperty().bind(text.model().map(WriterChoice::name));
        name.getStyleClass().add("section");
        var whole = new Tooltip();
        whole.textProperty().bind(name.textProperty());
        name.setTooltip(whole);
        name.setMinWidth(0);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var copy = new Button();
        copy.setGraphic(new FontIcon("mdi2c-content-copy"));
        copy.getStyleClass().addAll("small", "flat", "copy-written");
        copy.setMinWidth(USE_PREF_SIZE);
        copy.setTooltip(new Tooltip(texts.get("copy")));
        copy.accessibleTextProperty()
                .bind(text.model().map(model -> texts.get("copy.named", model.name())));
        copy.disableProperty().bind(Bindings.isEmpty(text.tokens()));
        copy.setOnAction(_ -> copy());
        var head = new HBox(name, gap, copy);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private void copy() {
        TextClipboard.put(new CopiedText().of(text));
    }

    private Label about() {
        var about = new Label();
        about.textProperty().bind(text.about());
        about.getStyleClass().add("text-muted");
        about.setWrapText(true);
        about.setMinHeight(USE_PREF_SIZE);
        return about;
    }

    private ProblemBar problem() {
        ProblemBar bar = ProblemBar.narrow();
        bar.tell(text.problem());
        bar.offer(texts.get("leave"), () -> viewModel.choose(text.choice(), false));
        return bar;
    }

    private void changed(ListChangeListener.Change<? extends Written> change) {
        while (change.next()) {
            if (change.wasRemoved()) {
                flow.getChildren().setAll(prompt);
                pieces.clear();
            }
            change.getAddedSubList().forEach(this::add);
        }
        read();
        // what is new is at the end, unless somebody reads what came before
        if (viewModel.pointed().get() == null) {
            scroll.setVvalue(scroll.getVmax());
        }
    }

    /// The text as a whole: as it is read aloud, and from which side.
    private void read() {
        String words = CopiedText.words(text);
        flow.setAccessibleText(words);
        flow.setNodeOrientation(ReadingDirection.of(words));
    }

    private void add(Written token) {
        var piece = new TokenPiece(token);
        var here = new Pointed(text, pieces.size());
        piece.seen().setOnMouseEntered(_ -> viewModel.pointed().set(here));
        pieces.add(piece);
        flow.getChildren().addAll(piece.nodes());
    }

    private void mark() {
        int marked = place();
        for (int at = 0; at < pieces.size(); at++) {
            pieces.get(at).seen().pseudoClassStateChanged(POINTED, at == marked);
        }
    }

    private void pressed(KeyEvent key) {
        if (COPY.match(key)) {
            copy();
            key.consume();
            return;
        }
        int at = place();
        int last = text.tokens().size() - 1;
        int next =
                switch (key.getCode()) {
                    case RIGHT -> Math.min(last, at + 1);
                    case LEFT -> Math.max(0, at < 0 ? last : at - 1);
                    case HOME -> 0;
                    case END -> last;
                    default -> -1;
                };
        if (next >= 0 && last >= 0) {
            viewModel.pointed().set(new Pointed(text, next));
            key.consume();
        }
    }

    /// Of the token that is pointed at; −1 when it is none of this text.
    private int place() {
        Pointed now = viewModel.pointed().get();
        return now != null && now.text().equals(text) ? now.place() : -1;
    }
}
