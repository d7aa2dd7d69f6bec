package org.clpworkbench.ui.shell;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.util.Duration;

import org.clpworkbench.settings.LogEntry;
import org.clpworkbench.ui.common.EmptyState;
import org.clpworkbench.ui.common.Fxml;
import org.clpworkbench.ui.common.TextClipboard;
import org.clpworkbench.ui.common.Texts;
import org.jspecify.annotations.Nullable;

/// The log above the window: what the program and its workers wrote and go on writing, to be
/// searched and copied.
final class LogView {
    private static final Duration EACH = Duration.seconds(1);
    private static final PseudoClass TROUBLE = PseudoClass.getPseudoClass("trouble");

    private final Texts texts = Texts.of(LogView.class);
    private final LogViewModel viewModel;
    private final Overlay overlay;
    private final Timeline refresh;

    @FXML private TextField filter;
    @FXML private CheckBox trouble;
    @FXML private ListView<LogEntry> entries;
    @FXML private Label message;

    LogView(LogViewModel viewModel) {
        this.viewModel = viewModel;
        this.overlay = new Overlay((Region) Fxml.load(this));
        this.refresh = new Timeline(new KeyFrame(EACH, _ -> viewModel.refresh()));
        refresh.setCycleCount(Animation.INDEFINITE);
        overlay.visibleProperty().subscribe(this::refreshWhile);
    }

    @FXML
    void initialize() {
        filter.textProperty().bindBidirectional(viewModel.filter());
        trouble.selectedProperty().bindBidirectional(viewModel.troubleOnly());
        message.textProperty().bind(viewModel.message());
        entries.setItems(viewModel.shown());
        entries.setPlaceholder(
                new EmptyState(texts.get("none"), texts.get("none.all"), viewModel::showAll));
        entries.setCellFactory(_ -> new EntryCell());
        entries.setOnKeyPressed(this::copySelected);
        viewModel.shown().addListener(this::stay);
    }

    private void refreshWhile(boolean shown) {
        if (shown) {
            refresh.play();
        } else {
            refresh.stop();
        }
    }

    /// Who has scrolled to something goes on seeing it when something newer comes above it.
    private void stay(ListChangeListener.Change<? extends LogEntry> change) {
        while (change.next()) {
            if (change.getFrom() == 0 && change.wasAdded() && !change.wasRemoved()) {
                int top = firstVisible();
                if (top > 0) {
                    entries.scrollTo(top + change.getAddedSize());
                }
            }
        }
    }

    private int firstVisible() {
        return entries.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
                        && flow.getFirstVisibleCell() != null
                ? flow.getFirstVisibleCell().getIndex()
                : 0;
    }

    Overlay overlay() {
        return overlay;
    }

    void open() {
        viewModel.open();
        overlay.open(filter);
    }

    private void copySelected(KeyEvent key) {
        LogEntry selected = entries.getSelectionModel().getSelectedItem();
        if (key.isShortcutDown() && key.getCode() == KeyCode.C && selected != null) {
            TextClipboard.put(selected.text());
            key.consume();
        }
    }

    @FXML
    void diagnose() {
        viewModel.diagnose(TextClipboard::put);
    }

    @FXML
    void reveal() {
        viewModel.reveal();
    }

    @FXML
    void close() {
        overlay.close();
    }

    private static final class EntryCell extends ListCell<LogEntry> {
        @Override
        protected void updateItem(@Nullable LogEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            setText(entry == null ? "" : entry.text());
            pseudoClassStateChanged(TROUBLE, entry != null && entry.trouble());
        }
    }
}
