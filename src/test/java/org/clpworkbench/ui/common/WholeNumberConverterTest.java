package org.clpworkbench.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.Scene;
import javafx.scene.control.Spinner;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.stage.Window;

import org.clpworkbench.ui.chart.OnScreen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class WholeNumberConverterTest {
    private final IntegerProperty value = new SimpleIntegerProperty(15);

    /// What stands in the spinner, of 3 to 2,000, after something was typed and Enter pressed.
    private String afterTyping(String typed) throws Exception {
        return OnScreen.get(
                () -> {
                    var spinner = new Spinner<Integer>();
                    WholeNumberConverter.on(spinner, 3, 2000, value);
                    assertThat(spinner.isEditable()).isTrue();
                    spinner.getEditor().setText(typed);
                    spinner.commitValue();
                    return spinner.getEditor().getText();
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "many", "1.5", "99999999999"})
    void keepsTheLastValueWhenWhatIsTypedIsNoNumber(String typed) throws Exception {
        assertThat(afterTyping(typed)).isEqualTo("15");
        assertThat(value.get()).isEqualTo(15);
    }

    @ParameterizedTest
    @CsvSource({"20,20", "' 20 ',20", "'1,234',1234", "1,3", "5000,2000"})
    void takesWholeNumbersWithinItsBounds(String typed, int number) throws Exception {
        assertThat(afterTyping(typed)).isEqualTo("" + number);
        assertThat(value.get()).isEqualTo(number);
    }

    @Test
    void showsWhatItsPropertyIsSetTo() throws Exception {
        OnScreen.run(
                () -> {
                    var spinner = new Spinner<Integer>();
                    WholeNumberConverter.on(spinner, 3, 2000, value);
                    value.set(40);
                    assertThat(spinner.getValue()).isEqualTo(40);
                });
    }

    @Test
    void goesOnFromWhatIsNoNumberByItsArrows() throws Exception {
        OnScreen.run(
                () -> {
                    var spinner = new Spinner<Integer>();
                    WholeNumberConverter.on(spinner, 3, 2000, value);
                    spinner.getEditor().setText("many");
                    spinner.increment();
                });
        assertThat(value.get()).isEqualTo(16);
    }

    @Test
    void saysWhatCanBeAskedForUntilItIs() throws Exception {
        String refusal = "5,000 cannot be asked for, only 3 to 2,000: 2,000 is taken instead.";
        OnScreen.run(
                () -> {
                    var spinner = new Spinner<Integer>();
                    WholeNumberConverter.on(spinner, 3, 2000, value);
                    Scene scene = OnScreen.show(new StackPane(spinner), 300, 200);
                    spinner.getEditor().setText("5,000");
                    spinner.commitValue();
                    assertThat(told()).contains(refusal);
                    spinner.getEditor().setText("20");
                    spinner.commitValue();
                    assertThat(told()).doesNotContain(refusal);
                    scene.getWindow().hide();
                });
    }

    private static List<String> told() {
        return Window.getWindows().stream()
                .filter(Tooltip.class::isInstance)
                .map(window -> ((Tooltip) window).getText())
                .toList();
    }
}
