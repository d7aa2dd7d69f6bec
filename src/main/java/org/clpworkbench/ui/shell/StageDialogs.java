package org.clpworkbench.ui.shell;

import javafx.application.HostServices;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Stage;

import org.clpworkbench.ui.common.Dialogs;
import org.clpworkbench.ui.common.FileKind;

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
        last.filter(File::isDirectory).ifPresent(chooser::setInitialDirectory);
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
    public Optional<ChosenFile> chooseFileToWrite(
            String title, String suggestedName, List<FileKind> kinds) {
        FileChooser chooser = files(title);
        chooser.setInitialFileName(suggestedName);
        offer(kinds, chooser);
        return chosen(Optional.ofNullable(chooser.showSaveDialog(stage)))
                .map(file -> new ChosenFile(file, kind(kinds, chooser)));
    }

    static void offer(List<FileKind> kinds, FileChooser chooser) {
        for (FileKind kind : kinds) {
            chooser.getExtensionFilters()
                    .add(new ExtensionFilter(kind.words(), "*" + kind.ending()));
        }
    }

    /// The one that was chosen last in the list of kinds; the first where the system does not say.
    static FileKind kind(List<FileKind> kinds, FileChooser chooser) {
        int chosen = chooser.getExtensionFilters().indexOf(chooser.getSelectedExtensionFilter());
        return kinds.get(Math.max(0, chosen));
    }

    @Override
    public boolean agrees(String question, String about, String yes, String no) {
        return new Question(stage, question, about, yes, no).agreed();
    }

    @Override
    public void reveal(Path path) {
        services.showDocument(path.toUri().toString());
    }

    private FileChooser files(String title) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        last.filter(File::isDirectory).ifPresent(chooser::setInitialDirectory);
        return chooser;
    }

    private Optional<Path> chosen(Optional<File> file) {
        last = file.map(File::getParentFile).filter(File::isDirectory).or(() -> last);
        return file.map(File::toPath);
    }
}
