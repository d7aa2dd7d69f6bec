package org.clpworkbench.ui.shell;

import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

import org.clpworkbench.settings.LogEntry;
import org.clpworkbench.ui.common.Fxml;
import org.clpworkbench.ui.common.TextClipboard;
import org.jspecify.annotations.Nullable;

/// The log above the window: what the program and its workers wrote, to be searched and copied.
final class LogView {
    private static final PseudoClass TROUBLE = PseudoClass.getPseudoClass("trouble");

    private final LogViewModel viewModel;
    private final Overlay overlay;

    @FXML private TextField filter;
    @FXML private CheckBox trouble;
    @FXML private ListView<LogEntry> entries;
    @FXML private Label message;

    LogView(LogViewModel viewModel) {
        this.viewModel = viewModel;
        this.overlay = new Overlay((Region) Fxml.load(this));
    }

    @FXML
    void initialize() {
        filter.textProperty().bindBidirectional(viewModel.filter());
        trouble.selectedProperty().bindBidirectional(viewModel.troubleOnly());
        message.textProperty().bind(viewModel.message());
        entries.setItems(viewModel.shown());
        entries.setCellFactory(_ -> new EntryCell());
        entries.setOnKeyPressed(this::copySelected);
    }

    Overlay overlay() {
        return overlay;
    }

    void open() {
        viewModel.read();
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
