package org.clpworkbench.ui.generate;

import org.clpworkbench.checkpoint.ModelName;
import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.run.RunFolder;
import org.clpworkbench.settings.Workspace;
import org.clpworkbench.training.TrainingCheckpoint;
import org.clpworkbench.transfer.CrossLingualTransfer;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.RunNames;
import org.clpworkbench.ui.common.Texts;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The models at hand that can write: what was trained, the newest first, then the pair, then what
/// was transferred.
final class WriterChoices {
    private final Texts texts = Texts.of(GenerateViewModel.class);
    private final Map<Path, WriterChoice> found = new LinkedHashMap<>();

    private WriterChoices() {}

    /// Reads what is in the workspace by now.
    static List<WriterChoice> of(
            Workspace workspace, @Nullable ModelSummary source, @Nullable ModelSummary helper)
            throws IOException {
        var choices = new WriterChoices();
        choices.addRuns(workspace.runs());
        choices.addModel(helper, "about.helper");
        choices.addModel(source, "about.source");
        choices.addTransferred(workspace.models());
        return List.copyOf(choices.found.values());
    }

    private void addModel(@Nullable ModelSummary model, String about) {
        if (model != null) {
            add(new WriterChoice(model.name(), texts.get(about), model.folder()));
        }
    }

    private void addRuns(Path runs) throws IOException {
        if (!Files.isDirectory(runs)) {
            return;
        }
        var folders = new ArrayList<>(RunFolder.list(runs));
        folders.sort(
                Comparator.comparing((RunFolder run) -> run.provenance().created()).reversed());
        var trained = new ArrayList<Trained>();
        for (RunFolder run : folders) {
            TrainingCheckpoint.latest(run.path())
                    .ifPresent(checkpoint -> trained.add(new Trained(run, checkpoint)));
        }
        List<RunNames.Named> all = trained.stream().map(Trained::named).toList();
        for (Trained each : trained) {
            String step = Numbers.whole(each.checkpoint().state().step());
            String about = texts.get("about.trained", step);
            add(
                    new WriterChoice(
                            RunNames.of(each.named(), all),
                            about,
                            each.checkpoint().folder(),
                            each.run().path()));
        }
    }

    /// A run that has got far enough to write.
    private record Trained(RunFolder run, TrainingCheckpoint checkpoint) {
        RunNames.Named named() {
            String method = run.provenance().method();
            String name = method.isEmpty() ? ModelName.of(run.spec().model()) : method;
            return new RunNames.Named(name, run.spec().seed());
        }
    }

    private void addTransferred(Path models) throws IOException {
        if (!Files.isDirectory(models)) {
            return;
        }
        try (Stream<Path> folders = Files.list(models)) {
            for (Path folder : folders.sorted().toList()) {
                if (Files.isRegularFile(folder.resolve("config.json"))) {
                    Optional<String> method = CrossLingualTransfer.methodOf(folder);
                    String name = method.orElse(String.valueOf(folder.getFileName()));
                    String about = texts.get(method.isEmpty() ? "about.folder" : "about.model");
                    add(new WriterChoice(name, about, folder));
                }
            }
        }
    }

    private void add(WriterChoice choice) {
        found.putIfAbsent(choice.folder(), choice);
    }
}
