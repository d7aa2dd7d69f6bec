package org.clpworkbench.ui.runs;

import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;

/// A setting's value; where it is too long its end is shown, which tells paths apart, and all of it
/// under the mouse.
final class PathCell extends TableCell<RunSetting, String> {
    PathCell() {
        setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
    }

    @Override
    protected void updateItem(String words, boolean empty) {
        super.updateItem(words, empty);
        setText(empty ? "" : words);
        setTooltip(empty ? null : new Tooltip(words));
    }
}
