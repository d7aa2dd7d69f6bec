package org.clpworkbench.helper;

import org.clpworkbench.checkpoint.CheckpointWriter;
import org.clpworkbench.data.DataChoices;
import org.clpworkbench.data.RunningText;
import org.clpworkbench.job.AtClosing;
import org.clpworkbench.job.Job;
import org.clpworkbench.job.Progress;
import org.clpworkbench.run.RunFolder;
import org.clpworkbench.settings.Workspace;
import org.clpworkbench.vocab.bpe.BpeModel;
import org.clpworkbench.vocab.bpe.BpeTrainer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Makes a helper model from text alone: a tokenizer, a GPT-2 with first weights, and a run that
/// trains it in a worker process. Cancelled, it asks the run to stop and leaves no model.
///
/// The workspace keeps the untrained model, the texts as its tokens, and the run: it can be looked
/// at and gone on with as any other. What it is to become stands in a {@link HelperDraft}, so that
/// another program can write the model where this one ends before the run.
public final class HelperJob implements Job<HelperModel> {
    private static final String TRAINING_TEXT = "training.txt";

    private final HelperSpec spec;
    private final Workspace workspace;
    private final Consumer<RunFolder> begun;
    private final BooleanSupplier leaving;

    /// Whether another program can write the model where this one ends.
    private volatile boolean drafted;

    public HelperJob(HelperSpec spec, Workspace workspace) {
        this(spec, workspace, _ -> {}, () -> false);
    }

    /// @param begun is told of the run when its worker has been started, on the job's thread
    /// @param leaving whether the window is closing: cancelled then, the run goes on without it
    public HelperJob(
            HelperSpec spec,
            Workspace workspace,
            Consumer<RunFolder> begun,
            BooleanSupplier leaving) {
        this.spec = spec;
        this.workspace = workspace;
        this.begun = begun;
        this.leaving = leaving;
    }

    /// @throws IOException that says what is wrong with a text or the target, or how the run ended
    @Override
    public HelperModel run(Progress progress) throws IOException, InterruptedException {
        // refuses a target that is there already, before hours of work
        CheckpointWriter.create(spec.target(), false).close();
        HelperDraft draft = draft(progress);
        Process worker = RunFolder.startWorker(List.of(draft.run()));
        drafted = true;
        begun.accept(draft.run());
        return new HelperCompletion(draft, worker::isAlive, leaving).run(progress);
    }

    /// Its run goes on, and the next program writes the model.
    @Override
    public AtClosing atClosing() {
        return drafted ? AtClosing.UNHARMED : AtClosing.LOST;
    }

    /// Everything that the run needs, and the run.
    private HelperDraft draft(Progress progress) throws IOException {
        Path folder = untrained();
        try (var writer = CheckpointWriter.create(folder, false)) {
            DataChoices choices = HelperTexts.choices(spec, progress);
            BpeModel tokenizer = tokenizer(writer.folder(), choices, progress);
            UntrainedModel.write(
                    writer,
                    tokenizer,
                    spec.size(),
                    spec.training().context(),
                    spec.training().seed(),
                    progress);
            var texts =
                    HelperTexts.prepare(spec, choices, writer.folder(), workspace.data(), progress);
            writer.commit();
            return HelperDraft.write(folder, spec, texts, tokenizer, run(folder, texts));
        }
    }

    private RunFolder run(Path model, HelperTexts texts) throws IOException {
        return RunFolder.create(
                workspace.runs(),
                spec.training().of(spec.name(), model, texts.training(), texts.validation()),
                "");
    }

    /// It learns from all that is trained on, which lies unpacked in the folder meanwhile.
    private BpeModel tokenizer(Path folder, DataChoices choices, Progress progress)
            throws IOException {
        Path text = folder.resolve(TRAINING_TEXT);
        progress.stage("Reading the texts");
        RunningText.write(text, spec.texts().inputs(), choices, progress);
        BpeModel tokenizer = BpeTrainer.train(List.of(text), spec.tokenizer(), progress);
        Files.delete(text);
        return tokenizer;
    }

    /// A folder of the workspace that is not there yet.
    private Path untrained() throws IOException {
        Files.createDirectories(workspace.untrained());
        Path folder = workspace.untrained().resolve(spec.name());
        for (int next = 2; Files.exists(folder); next++) {
            folder = workspace.untrained().resolve(spec.name() + "_" + next);
        }
        return folder;
    }
}
