package org.clpworkbench.ui.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.clpworkbench.settings.Workspace;
import org.clpworkbench.transfer.CrossLingualTransfer;
import org.clpworkbench.ui.chart.OnScreen;
import org.clpworkbench.ui.common.Texts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// The report of a model that an earlier window transferred, or this one before the form changed.
class OpenedReportTest extends OpenedTransfer {
    private Path model;

    @BeforeEach
    void transferOnce() throws Exception {
        choose(demo.helper());
        person.click("#transfer");
        OnScreen.await(() -> person.sees("#report"));
        model = new Workspace(folder).models().resolve(person.text("#name"));
    }

    /// As after a restart: the form begins as it began before.
    private void openAnother() throws Exception {
        OnScreen.run(() -> scene.getWindow().hide());
        settings.close();
        open();
        OnScreen.await(
                () -> person.text("#place").equals("There is a model at " + model + " already"));
    }

    @Test
    void isShownWithAllItsNumbersInAnotherWindow() throws Exception {
        List<String> report = person.reads("#report");
        String answer = person.text("#answer");
        assertThat(report).contains("Checked after writing", "By script", "median");
        assertThat(person.sees("#openReport")).isFalse();

        openAnother();
        assertThat(person.sees("#report")).isFalse();
        assertThat(person.text("#openReport")).isEqualTo("Show its report");
        OnScreen.pictures("transfer-exists", () -> new TransferView(viewModel).root());
        person.click("#openReport");
        OnScreen.await(() -> person.sees("#report"));
        assertThat(person.reads("#report")).isEqualTo(report);
        assertThat(person.text("#answer")).isEqualTo(answer);
        assertThat(person.text("#place")).isEqualTo("It lies at " + model);
        assertThat(person.sees("#openReport")).isFalse();
        person.click("#folder");
        assertThat(recorder.revealed).containsExactly(model);
        assertThat(viewModel.ready().get()).isTrue();
    }

    @Test
    void isShownAgainAfterTheFormHasChanged() throws Exception {
        List<String> report = person.reads("#report");
        person.type("#name", "another");
        OnScreen.await(() -> person.text("#place").startsWith("It will lie at "));
        assertThat(person.sees("#report")).isFalse();
        assertThat(person.sees("#openReport")).isFalse();
        person.type("#name", String.valueOf(model.getFileName()));
        person.click("#openReport");
        OnScreen.await(() -> person.sees("#report"));
        assertThat(person.reads("#report")).isEqualTo(report);
    }

    @Test
    void saysWhatIsWrongWithAFileAndWhatToDo() throws Exception {
        Path file = model.resolve(CrossLingualTransfer.REPORT_FILE);
        Files.writeString(file, "{ half");
        openAnother();
        person.click("#openReport");
        OnScreen.await(
                () ->
                        person.text("#problem")
                                .equals(
                                        "The report "
                                                + file
                                                + " is damaged and cannot be shown; transfer again"
                                                + " to have a new one."));
        assertThat(person.sees("#report")).isFalse();

        Files.delete(file);
        person.click("#openReport");
        OnScreen.await(
                () ->
                        person.text("#problem")
                                .equals(
                                        "There is no report of a transfer at "
                                                + file
                                                + "; transfer again to have one."));
        // and so it can be
        person.click("#transfer");
        person.click("#overwrite");
        OnScreen.await(() -> person.sees("#report"));
        assertThat(person.sees("#problem")).isFalse();
    }

    /// As of a method that could not make every row.
    @Test
    void saysItsWarningsInTheLanguageOfTheWindow() throws Exception {
        Path file = model.resolve(CrossLingualTransfer.REPORT_FILE);
        var json = new JsonMapper();
        var report = (ObjectNode) json.readTree(file.toFile());
        report.putArray("warnings").add("1,234 missing tokens of wte could not be combined");
        report.putArray("sentences")
                .addObject()
                .put("bundle", "org.clpworkbench.transfer.Problems")
                .put("key", "warning.drawn")
                .putArray("arguments")
                .add(1234)
                .add("wte");
        json.writeValue(file.toFile(), report);
        Texts.speak(Locale.GERMAN);
        try {
            OnScreen.run(() -> scene.getWindow().hide());
            settings.close();
            open();
            OnScreen.await(() -> person.sees("#openReport"));
            person.click("#openReport");
            OnScreen.await(() -> person.sees("#report"));
            assertThat(person.reads(".transfer-warnings"))
                    .containsExactly(
                            "1.234 fehlende Token von wte ließen sich aus keinem Anker bilden; ihre"
                                    + " Zeilen sind aus der Verteilung der Quelle gezogen.");
        } finally {
            Texts.speak(Locale.ENGLISH);
        }
    }

    @Test
    void isOfferedOnlyWhereATransferMadeWhatIsThere() throws Exception {
        Files.createDirectories(model.resolveSibling("mine"));
        person.type("#name", "mine");
        OnScreen.await(() -> person.text("#place").startsWith("There is a model at "));
        assertThat(person.sees("#openReport")).isFalse();
    }
}
