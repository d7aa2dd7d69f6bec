package org.clpworkbench.ui.training;

import org.clpworkbench.checkpoint.ModelName;
import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.data.DataSet;
import org.clpworkbench.data.RunTexts;
import org.clpworkbench.race.RaceSpec;
import org.clpworkbench.race.Start;
import org.clpworkbench.race.StartFolder;
import org.clpworkbench.run.RunFolder;
import org.clpworkbench.training.Execution;
import org.clpworkbench.training.TrainingSpec;
import org.clpworkbench.training.TrainingSpec.Optimisation;
import org.clpworkbench.training.TrainingSpec.Rhythm;
import org.clpworkbench.transfer.CrossLingualTransfer;
import org.clpworkbench.transfer.Methods;
import org.clpworkbench.transfer.Recipe;
import org.clpworkbench.transfer.TransferTexts;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.training.RunSettings.Models;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds out what of a run's settings the form can take over. It reads models and texts: not for
/// the JavaFX thread.
final class TakingOver {
    private final Texts texts = Texts.of(TrainingViewModel.class);
    private final TrainingSpec spec;
    private final Path model;
    private final String method;
    private final Around around;
    private final List<String> lost = new ArrayList<>();

    /// What the window has.
    ///
    /// @param models that can be the source and the helper
    /// @param chosen texts
    /// @param readable running text of those; empty where it is not there
    /// @param cache folder that prepared texts are kept in
    record Around(
            List<ModelSummary> models,
            Optional<DataSet> chosen,
            Optional<Path> readable,
            Path cache) {
        Around {
            models = List.copyOf(models);
        }
    }

    TakingOver(RunFolder run, Around around) {
        this.spec = run.spec();
        this.model = spec.model().toAbsolutePath().normalize();
        this.method = run.provenance().method();
        this.around = around;
    }

    RunSettings settings() throws IOException {
        Optional<DataSet> data = data();
        Optional<Models> pair = pair(data);
        boolean there = Files.isDirectory(model);
        if (!there) {
            lost.add(texts.get("taken.model", model));
        } else if (pair.isEmpty() && !method.isEmpty()) {
            lost.add(texts.get("taken.pair", ModelName.of(model)));
        }
        if (!asUsual()) {
            lost.add(texts.get("taken.unusual"));
        }
        boolean asFolder = there && pair.isEmpty();
        return new RunSettings(
                entries(),
                asFolder ? "" : method,
                asFolder ? Optional.of(model) : Optional.empty(),
                pair,
                data,
                String.join(" ", lost));
    }

    /// Those chosen where they give the run's, else the files that it read.
    private Optional<DataSet> data() {
        if (around.chosen().filter(this::gives).isPresent()) {
            return around.chosen();
        }
        for (Path file : List.of(spec.text(), spec.validation())) {
            if (!Files.isRegularFile(file)) {
                lost.add(texts.get("taken.text", file));
                return Optional.empty();
            }
        }
        return Optional.of(DataSet.of(spec.text(), spec.validation()));
    }

    private boolean gives(DataSet chosen) {
        try {
            var wanted = new RunTexts(spec.text(), spec.validation());
            return RunTexts.made(chosen, model, around.cache()).equals(Optional.of(wanted));
        } catch (IOException gone) {
            return false; // the run's own files may still be there
        }
    }

    /// Where a transfer of models at hand gives exactly the model that the run began with.
    private Optional<Models> pair(Optional<DataSet> data) throws IOException {
        boolean known = Methods.all().stream().anyMatch(entry -> entry.name().equals(method));
        if (!known || !Files.isDirectory(model)) {
            return Optional.empty();
        }
        List<Path> folders = around.models().stream().map(ModelSummary::folder).toList();
        Optional<Path> source = CrossLingualTransfer.sourceOf(model, folders);
        Optional<Path> helper = CrossLingualTransfer.helperOf(model, folders);
        if (source.isEmpty()
                || helper.isEmpty()
                || !makesIt(source.get(), helper.get(), readable(data))) {
            return Optional.empty();
        }
        return Optional.of(new Models(summary(source.get()), summary(helper.get())));
    }

    private boolean makesIt(Path source, Path helper, TransferTexts read) throws IOException {
        return read.serve(Recipe.of(method).space())
                && StartFolder.cameFrom(
                        model, new Start.Transferred(source, helper, method, read), spec.seed());
    }

    /// What a method may read once the texts are chosen.
    private TransferTexts readable(Optional<DataSet> data) throws IOException {
        Optional<Path> file =
                data.equals(around.chosen())
                        ? around.readable()
                        : data.isPresent() ? data.get().asItLies() : Optional.empty();
        return file.map(TransferTexts::ofTarget).orElse(TransferTexts.NONE);
    }

    private ModelSummary summary(Path folder) {
        return around.models().stream()
                .filter(each -> each.folder().equals(folder))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, String> entries() {
        Execution execution = spec.execution();
        var entries = new HashMap<String, String>();
        entries.put(RaceForm.STEPS, Integer.toString(spec.steps()));
        entries.put(RaceForm.BATCH, Integer.toString(spec.batch()));
        entries.put(RaceForm.CONTEXT, Integer.toString(spec.context()));
        double rate = spec.optimisation().learningRate();
        entries.put(RaceForm.RATE, BigDecimal.valueOf(rate).stripTrailingZeros().toPlainString());
        entries.put(RaceForm.SEEDS, Long.toString(spec.seed()));
        entries.put(RaceForm.TRAINABLE, spec.trainable().toString());
        entries.put(RaceForm.PARTS, Integer.toString(execution.accumulation()));
        entries.put(RaceForm.DEVICE, execution.device());
        entries.put(RaceForm.CHECKPOINTING, execution.checkpointing().name());
        entries.put(RaceForm.PRECISION, execution.precision().name());
        return entries;
    }

    /// Whether a race of these entries has all that the form has no field for as the run had it.
    private boolean asUsual() {
        int steps = spec.steps();
        var race =
                new RaceSpec(
                        List.of(new Start.Folder(model)),
                        DataSet.of(spec.text(), spec.validation()),
                        steps,
                        spec.batch(),
                        spec.context(),
                        Optimisation.standard(steps).withRate(spec.optimisation().learningRate()),
                        spec.trainable(),
                        spec.seed(),
                        spec.execution(),
                        Rhythm.standard(steps));
        TrainingSpec usual =
                race.training(
                        race.starts().getFirst(),
                        model,
                        new RunTexts(spec.text(), spec.validation()));
        return usual.optimisation().equals(spec.optimisation())
                && usual.rhythm().equals(spec.rhythm());
    }
}
