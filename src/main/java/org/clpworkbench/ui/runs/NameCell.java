package org.clpworkbench.ui.runs;

import javafx.scene.control.TableCell;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;

import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.runs.RunEntry.Repeated;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;
import java.util.function.Consumer;

/// A run's name; of several seeds with an arrow before it that opens them to their single runs,
/// whose names stand further in.
final class NameCell extends TableCell<RunEntry, String> {
    private static final String MEMBER = "group-member";

    private final Texts texts = Texts.of(RunsView.class);
    private final OpenGroups groups;
    private final Consumer<Repeated> toggle;
    private final FontIcon icon = new FontIcon();
    private final StackPane arrow = new StackPane(icon);

    NameCell(OpenGroups groups, Consumer<Repeated> toggle) {
        this.groups = groups;
        this.toggle = toggle;
        arrow.getStyleClass().add("group-arrow");
        arrow.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    }

    @Override
    protected void updateItem(@Nullable String name, boolean empty) {
        super.updateItem(name, empty);
        setText(empty || name == null ? "" : name);
        setGraphic(null);
        setAccessibleText(getText());
        getStyleClass().remove(MEMBER);
        RunEntry entry = entry();
        if (empty || entry == null) {
            return;
        }
        if (groups.isMember(entry)) {
            getStyleClass().add(MEMBER);
        }
        if (entry instanceof Repeated group) {
            boolean open = groups.isOpen(group);
            icon.setIconLiteral(open ? "mdi2c-chevron-down" : "mdi2c-chevron-right");
            setGraphic(arrow);
            setAccessibleText(texts.get(open ? "group.opened" : "group.closed", getText()));
        }
    }

    private @Nullable RunEntry entry() {
        List<RunEntry> rows = getTableView().getItems();
        return getIndex() >= 0 && getIndex() < rows.size() ? rows.get(getIndex()) : null;
    }

    private void pressed(MouseEvent press) {
        if (entry() instanceof Repeated group) {
            getTableView().requestFocus();
            toggle.accept(group);
            press.consume();
        }
    }
}
