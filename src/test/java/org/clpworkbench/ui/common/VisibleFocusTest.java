package org.clpworkbench.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;

import org.clpworkbench.ui.FocusLook;
import org.clpworkbench.ui.chart.OnScreen;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;
import java.util.function.Supplier;

/// What has the focus looks otherwise than what has not, in every theme and for each kind of
/// control. What is no stock control is looked at in the tests of where it stands.
class VisibleFocusTest {
    private static final PseudoClass FOCUSED = PseudoClass.getPseudoClass("focused");
    private static final int MARGIN = 8;

    private enum Kind {
        CHECK_BOX(() -> new CheckBox("words")),
        CHECK_BOX_TICKED(
                () -> {
                    var box = new CheckBox("words");
                    box.setSelected(true);
                    return box;
                }),
        RADIO_BUTTON(() -> new RadioButton("words")),
        RADIO_BUTTON_CHOSEN(
                () -> {
                    var button = new RadioButton("words");
                    button.setSelected(true);
                    return button;
                }),
        SLIDER(() -> new Slider(0, 1, 0.5)),
        TITLED_PANE_CLOSED(() -> titled(false)),
        TITLED_PANE_OPEN(() -> titled(true)),
        TABLE(
                () -> {
                    var table = new TableView<String>();
                    table.getColumns().add(new TableColumn<>("column"));
                    table.getItems().add("row");
                    return table;
                }),
        LIST(
                () -> {
                    var list = new ListView<String>();
                    list.getItems().add("row");
                    return list;
                }),
        TREE(() -> new TreeView<>(new TreeItem<>("root"))),
        TEXT_FIELD(() -> new TextField("words")),
        TEXT_AREA(() -> new TextArea("words")),
        COMBO_BOX(
                () -> {
                    var choice = new ComboBox<String>();
                    choice.getItems().add("words");
                    return choice;
                }),
        SPINNER(() -> new Spinner<Integer>(0, 9, 5)),
        BUTTON(() -> new Button("words")),
        FLAT_BUTTON(() -> flat(new Button("words"))),
        TOGGLE_BUTTON(() -> new ToggleButton("words")),
        FLAT_MENU(() -> flat(new MenuButton("words"))),
        HYPERLINK(() -> new Hyperlink("words"));

        private final Supplier<Control> maker;

        Kind(Supplier<Control> maker) {
            this.maker = maker;
        }

        private static Control titled(boolean open) {
            var pane = new TitledPane("words", new Label("inside"));
            pane.setAnimated(false);
            pane.setExpanded(open);
            return pane;
        }

        private static Control flat(Control control) {
            control.getStyleClass().add("flat");
            return control;
        }
    }

    @AfterAll
    static void lightAgain() throws Exception {
        OnScreen.get(() -> OnScreen.scene(new StackPane(), 10, 10, false));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void isSeenInLightAndDark(Kind kind) throws Exception {
        for (boolean dark : List.of(false, true)) {
            assertThat(OnScreen.get(() -> changed(kind.maker.get(), dark)))
                    .as(dark ? "pixels in dark" : "pixels in light")
                    .isGreaterThan(FocusLook.FEWEST);
        }
    }

    /// How many pixels become others with the focus.
    private static int changed(Control control, boolean dark) {
        var place = new StackPane(control);
        place.setPadding(new Insets(MARGIN));
        Scene scene = OnScreen.scene(place, 300, 200, dark);
        WritableImage before = scene.snapshot(null);
        control.pseudoClassStateChanged(FOCUSED, true);
        return FocusLook.differing(before, scene.snapshot(null));
    }
}
