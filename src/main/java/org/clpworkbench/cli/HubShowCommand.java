package org.clpworkbench.cli;

import org.clpworkbench.compute.Devices;
import org.clpworkbench.hub.HubClient;
import org.clpworkbench.hub.HubEnvironment;
import org.clpworkbench.hub.HubFile;
import org.clpworkbench.hub.HubModel;
import org.clpworkbench.hub.ModelPage;
import org.clpworkbench.hub.RepositoryId;
import org.clpworkbench.hub.Revision;
import org.clpworkbench.lm.ModelMemory;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// `hub show ID`: a model's page, before it is fetched.
@Command(
        name = "show",
        description = "Shows a model's files, sizes, card and whether it fits into memory.")
final class HubShowCommand extends Subcommand {
    @Parameters(
            paramLabel = "ID",
            converter = RepositoryIdArgument.class,
            description = "Model, as bigscience/bloom-560m.")
    private RepositoryId id;

    @Option(
            names = "--revision",
            paramLabel = "NAME",
            defaultValue = "main",
            converter = RevisionArgument.class,
            description = "Branch, tag or commit (default: ${DEFAULT-VALUE}).")
    private Revision revision;

    /// @param needed bytes of the files that `hub download` would fetch
    /// @param lacks what the program needs and the model has not
    /// @param memory estimates; null where config.json is missing or tells too little
    /// @param freeMemory in bytes
    private record Shown(
            HubModel model,
            List<HubFile> fetched,
            long needed,
            List<String> lacks,
            Optional<ModelMemory> memory,
            long freeMemory,
            String card) {}

    @Override
    void execute(Output output) throws IOException {
        ModelPage page;
        try (var client = new HubClient(HubEnvironment.current())) {
            page = ModelPage.ask(client, id, revision, output.progress());
        }
        var shown =
                new Shown(
                        page.model(),
                        page.fetched(),
                        HubModel.bytes(page.fetched()),
                        page.lacking(),
                        page.config().flatMap(ModelMemory::of),
                        Devices.freeMemory("cpu"),
                        page.card());
        output.answer(shown, text(shown, page.cardText()));
    }

    private static String text(Shown shown, String card) {
        HubModel model = shown.model;
        var table = new TextTable("file", "bytes", "");
        for (HubFile file : model.files()) {
            table.row(file.path(), file.size(), shown.fetched.contains(file) ? "fetched" : "");
        }
        return """
        %s at %s
          %s, licence %s, languages %s%s
          %s parameters; %s to fetch
          %s

        %s

        %s\
        """
                .formatted(
                        model.id(),
                        model.commit().orElse(""),
                        model.task().isEmpty() ? "no task" : model.task(),
                        model.licence().isEmpty() ? "not named" : model.licence(),
                        model.languages().isEmpty()
                                ? "not named"
                                : HubWords.languages(model.languages()),
                        HubWords.access(model).isEmpty() ? "" : ", " + HubWords.access(model),
                        HubWords.parameters(model.totalParameters().orElse(0)),
                        HubWords.gigabytes(shown.needed),
                        memory(shown),
                        table,
                        card);
    }

    private static String memory(Shown shown) {
        if (!shown.lacks.isEmpty()) {
            return "The program cannot use it: it has no %s."
                    .formatted(String.join(", ", shown.lacks));
        }
        if (shown.memory.isEmpty()) {
            return "What memory it takes cannot be said: no configuration that the program knows.";
        }
        ModelMemory memory = shown.memory.get();
        return "memory, of %s that are free: a transfer takes about %s (%s), a training step %s"
                .formatted(
                        HubWords.gigabytes(shown.freeMemory),
                        HubWords.gigabytes(memory.transfer()),
                        fits(memory.transfer(), shown.freeMemory),
                        training(memory, shown.freeMemory));
    }

    private static String training(ModelMemory memory, long free) {
        OptionalLong all = memory.training();
        OptionalLong less = memory.recomputed();
        if (all.isEmpty() || less.isEmpty()) {
            return "cannot be said: this family cannot be trained";
        }
        return "about %s (%s), %s with gradient checkpointing (%s)"
                .formatted(
                        HubWords.gigabytes(all.getAsLong()),
                        fits(all.getAsLong(), free),
                        HubWords.gigabytes(less.getAsLong()),
                        fits(less.getAsLong(), free));
    }

    private static String fits(long wanted, long free) {
        return wanted <= free ? "fits" : "does not fit";
    }
}
