package org.clpworkbench.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Reports are read again from the folders of their models.
class TransferReportTest extends TransferFixture {
    private Path file() {
        return target().resolve(CrossLingualTransfer.REPORT_FILE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"clp", "linear", "random"})
    void comesBackAsItWasWritten(String method) throws IOException {
        write(source(), helper());
        TransferReport written = run(method);
        assertThat(TransferReport.read(target())).isEqualTo(written);
    }

    /// "quer" is at right angles to the only anchor.
    @Test
    void saysItsWarningsInEveryLanguageAsFarAsItKnowsThem() throws IOException {
        write(
                new ModelFolder(folder.resolve("source"), List.of("a", "b"), 2, 1),
                new ModelFolder(folder.resolve("helper"), List.of("a", "quer"), 2, 1)
                        .embedding(1, 0, 0, 1));
        TransferReport written = run("clp");
        TransferReport read = TransferReport.read(target());
        assertThat(read).isEqualTo(written);
        assertThat(read.warnings()).singleElement().asString().contains("1 missing tokens of");
        assertThat(read.warningsIn(Locale.ENGLISH)).isEqualTo(read.warnings());
        assertThat(read.warningsIn(Locale.GERMAN))
                .containsExactly(
                        "1 fehlende Token von "
                                + EMBEDDING
                                + " ließen sich aus keinem Anker bilden; ihre Zeilen sind aus der"
                                + " Verteilung der Quelle gezogen.");
        // an earlier program knew English alone
        ObjectNode earlier = report();
        earlier.remove("sentences");
        Files.writeString(file(), earlier.toString());
        assertThat(TransferReport.read(target()).warningsIn(Locale.GERMAN))
                .isEqualTo(read.warnings());
        // a later one says what this one cannot
        ObjectNode later = earlier.deepCopy();
        later.putArray("sentences")
                .addObject()
                .put("bundle", "later")
                .put("key", "later")
                .putArray("arguments");
        Files.writeString(file(), later.toString());
        assertThat(TransferReport.read(target()).warningsIn(Locale.GERMAN))
                .isEqualTo(read.warnings());
    }

    @Test
    void leavesOutWhatALaterProgramAdds() throws IOException {
        write(source(), helper());
        TransferReport written = run("mean");
        Files.writeString(file(), report().put("later", 1).toString());
        assertThat(TransferReport.read(target())).isEqualTo(written);
    }

    private ObjectNode report() throws IOException {
        return (ObjectNode) new JsonMapper().readTree(Files.readAllBytes(file()));
    }

    @Test
    void saysWhereThereIsNone() {
        assertThatThrownBy(() -> TransferReport.read(target()))
                .isInstanceOf(TransferException.class)
                .hasMessage(
                        "There is no report of a transfer at %s; transfer again to have one.",
                        file());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{ half", "{}", "[1]"})
    void saysThatAFileIsDamaged(String content) throws IOException {
        Files.createDirectories(target());
        Files.writeString(file(), content);
        assertDamaged();
    }

    /// As a disk may leave it where the power failed.
    @Test
    void saysThatAFileOfZeroesIsDamaged() throws IOException {
        Files.createDirectories(target());
        Files.write(file(), new byte[5]);
        assertDamaged();
    }

    @ParameterizedTest
    @ValueSource(strings = {"counts", "agreement", "collapse", "warnings", "seconds", "check"})
    void takesNoFigureForZeroThatIsNotThere(String lacking) throws IOException {
        write(source(), helper());
        run("mean");
        ObjectNode report = report();
        assertThat(report.remove(lacking)).isNotNull();
        Files.writeString(file(), report.toString());
        assertDamaged();
    }

    private void assertDamaged() {
        assertThatThrownBy(() -> TransferReport.read(target()))
                .isInstanceOf(TransferException.class)
                .hasMessage(
                        "The report %s is damaged and cannot be shown; transfer again to have a"
                                + " new one.",
                        file());
    }
}
