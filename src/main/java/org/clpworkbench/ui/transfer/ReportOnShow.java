package org.clpworkbench.ui.transfer;

import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.clpworkbench.job.Jobs;
import org.clpworkbench.transfer.TransferReport;
import org.clpworkbench.ui.common.Failure;
import org.clpworkbench.ui.common.LatestJob;
import org.clpworkbench.ui.common.Texts;
import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/// What a transfer did, as it is looked at: just now, or read again from the model's folder.
final class ReportOnShow {
    private final Texts texts = Texts.of(TransferViewModel.class);
    private final ObjectProperty<@Nullable TransferReport> report = new SimpleObjectProperty<>();
    private final BooleanBinding reported = report.isNotNull();
    private final ObservableList<String> warnings = FXCollections.observableArrayList();
    private final LatestJob reading;
    private Optional<Path> model = Optional.empty();

    ReportOnShow(Jobs jobs) {
        reading = new LatestJob(jobs);
    }

    /// Reads the report of the model in a folder.
    ///
    /// @param failed is told why not; the one who asks may ask again
    void open(Path folder, Consumer<TransferReport> read, Consumer<Failure> failed) {
        reading.await(
                texts.get("job.report", folder.getFileName()),
                _ -> TransferReport.read(folder),
                read,
                why -> failed.accept(Failure.of(why.doing(), why.cause())));
    }

    /// @param folder of the model
    void show(TransferReport next, Path folder) {
        model = Optional.of(folder);
        warnings.setAll(next.warningsIn(Texts.language()));
        report.set(next);
    }

    void clear() {
        reading.cancel();
        report.set(null);
        warnings.clear();
        model = Optional.empty();
    }

    /// Null while none is on show.
    ObjectProperty<@Nullable TransferReport> report() {
        return report;
    }

    BooleanBinding reported() {
        return reported;
    }

    /// What a person should know before training on the model.
    ObservableList<String> warnings() {
        return warnings;
    }

    /// The folder of the model that the report is of; empty while none is on show.
    Optional<Path> model() {
        return model;
    }
}
