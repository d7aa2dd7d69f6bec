package org.clpworkbench.ui.shell;

import javafx.application.HostServices;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;

import org.clpworkbench.ui.common.FileDialogs;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;

/// The system's own file choosers, over the program's window.
public final class StageFileDialogs implements FileDialogs {
    private final Stage stage;
    private final HostServices services;
    private Optional<File> last = Optional.empty();

    public StageFileDialogs(Stage stage, HostServices services) {
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
    public Optional<Path> chooseFileToWrite(String title, String suggestedName) {
        FileChooser chooser = files(title);
        chooser.setInitialFileName(suggestedName);
        return chosen(Optional.ofNullable(chooser.showSaveDialog(stage)));
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
