package org.clpworkbench.ui.shell;

import javafx.application.HostServices;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.layout.Region;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;

import org.clpworkbench.ui.common.Dialogs;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The system's own file choosers, and questions in the program's look, over its window.
public final class StageDialogs implements Dialogs {
    private final Stage stage;
    private final HostServices services;
    private Optional<File> last = Optional.empty();

    public StageDialogs(Stage stage, HostServices services) {
        this.stage = stage;
        this.services = services;
    }

    @Override
    public Optional<Path> chooseFolder(String title) {
        var chooser = new DirectoryChooser();
        chooser.setTitle(title);
        last.ifPresent(chooser::setInitialDirectory);
        return chosen(Optional.ofNullable(chooser.showDialog(stage)));
    }

    @Override
    public Optional<Path> chooseFile(String title) {
        return chosen(Optional.ofNullable(files(title).showOpenDialog(stage)));
    }

    @Override
    public List<Path> chooseFiles(String title) {
        List<File> files = files(title).showOpenMultipleDialog(stage);
        return files == null
                ? List.of()
                : files.stream().map(file -> chosen(Optional.of(file)).orElseThrow()).toList();
    }

    @Override
    public Optional<Path> chooseFileToWrite(String title, String suggestedName) {
        FileChooser chooser = files(title);
        chooser.setInitialFileName(suggestedName);
        return chosen(Optional.ofNullable(chooser.showSaveDialog(stage)));
    }

    @Override
    public boolean agrees(String question, String about, String yes, String no) {
        var agree = new ButtonType(yes, ButtonBar.ButtonData.OK_DONE);
        var refuse = new ButtonType(no, ButtonBar.ButtonData.CANCEL_CLOSE);
        var alert = new Alert(Alert.AlertType.CONFIRMATION, about, agree, refuse);
        alert.initOwner(stage);
        alert.setTitle(question);
        alert.setHeaderText(question);
        alert.setGraphic(null);
        alert.getDialogPane().setMinHeight(Region.USE_PREF_SIZE);
        return alert.showAndWait().filter(agree::equals).isPresent();
    }

    @Override
    public void reveal(Path folder) {
        services.showDocument(folder.toUri().toString());
    }

    private FileChooser files(String title) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        last.ifPresent(chooser::setInitialDirectory);
        return chooser;
    }

    private Optional<Path> chosen(Optional<File> file) {
        last = file.map(File::getParentFile).filter(File::isDirectory).or(() -> last);
        return file.map(File::toPath);
    }
}
