package org.clpworkbench.cli;

import org.clpworkbench.hub.HubClient;
import org.clpworkbench.hub.HubEnvironment;
import org.clpworkbench.hub.HubFile;
import org.clpworkbench.hub.HubRepository;
import org.clpworkbench.hub.RepositoryId;
import org.clpworkbench.hub.RepositoryKind;
import org.clpworkbench.hub.RepositoryPage;
import org.clpworkbench.lm.FreeMemory;
import org.clpworkbench.lm.ModelMemory;
import org.clpworkbench.problem.Sentence;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// `hub show ID`: a model's or a data set's page, before it is fetched.
@Command(
        name = "show",
        description = "Shows files, sizes and card; of a model, whether it fits into memory.")
final class HubShowCommand extends Subcommand {
    @Parameters(
            paramLabel = "ID",
            converter = RepositoryIdArgument.class,
            description =
                    "Model, as bigscience/bloom-560m; with --dataset a data set, as"
                            + " wikimedia/wikipedia.")
    private RepositoryId id;

    @Mixin private RepositoryOptions which;

    /// @param needed bytes of the files that `hub download` would fetch
    /// @param lacks what the program needs and the model has not
    /// @param memory estimates; null where config.json is missing or tells too little
    /// @param freeMemory in bytes
    /// @param freeGpuMemory in bytes; null where no GPU can be computed on
    private record Shown(
            HubRepository model,
            List<HubFile> fetched,
            long needed,
            List<String> lacks,
            Optional<ModelMemory> memory,
            long freeMemory,
            OptionalLong freeGpuMemory,
            String card) {}

    /// @param needed bytes of the files that `hub download --dataset` would fetch
    private record ShownDataSet(
            HubRepository dataSet, List<HubFile> fetched, long needed, String card) {}

    @Override
    void execute(Output output) throws IOException {
        RepositoryPage page;
        try (var client = new HubClient(HubEnvironment.current())) {
            page = RepositoryPage.ask(client, which.of(id), which.revision(), output.progress());
        }
        if (page.repository().id().kind() == RepositoryKind.DATA_SET) {
            var shown =
                    new ShownDataSet(
                            page.repository(),
                            page.fetched(),
                            HubRepository.bytes(page.fetched()),
                            page.card());
            output.answer(shown, text(shown, page.cardText()));
            return;
        }
        FreeMemory free = FreeMemory.now();
        var shown =
                new Shown(
                        page.repository(),
                        page.fetched(),
                        HubRepository.bytes(page.fetched()),
                        page.lacking().stream().map(Sentence::inEnglish).toList(),
                        page.config().flatMap(ModelMemory::of),
                        free.machine(),
                        free.gpu(),
                        page.card());
        output.answer(shown, text(shown, page.cardText()));
    }

    private static String text(Shown shown, String card) {
        HubRepository model = shown.model;
        return """
        %s
          %s parameters; %s to fetch
          %s

        %s

        %s\
        """
                .formatted(
                        heading(model, model.task().isEmpty() ? "no task" : model.task()),
                        HubWords.parameters(model.totalParameters().orElse(0)),
                        HubWords.gigabytes(shown.needed),
                        memory(shown),
                        files(model, shown.fetched),
                        card);
    }

    private static String text(ShownDataSet shown, String card) {
        return """
        %s
          %s to fetch

        %s

        %s\
        """
                .formatted(
                        heading(shown.dataSet, "data set"),
                        HubWords.gigabytes(shown.needed),
                        files(shown.dataSet, shown.fetched),
                        card);
    }

    /// @param what it is for, or is
    private static String heading(HubRepository shown, String what) {
        return """
        %s at %s
          %s, licence %s, languages %s%s\
        """
                .formatted(
                        shown.id(),
                        shown.commit().orElse(""),
                        what,
                        shown.licence().isEmpty() ? "not named" : shown.licence(),
                        shown.languages().isEmpty()
                                ? "not named"
                                : HubWords.languages(shown.languages()),
                        HubWords.access(shown).isEmpty() ? "" : ", " + HubWords.access(shown));
    }

    private static TextTable files(HubRepository shown, List<HubFile> fetched) {
        var table = new TextTable("file", "bytes", "");
        for (HubFile file : shown.files()) {
            table.row(file.path(), file.size(), fetched.contains(file) ? "fetched" : "");
        }
        return table;
    }

    private static String memory(Shown shown) {
        if (!shown.lacks.isEmpty()) {
            return "The program cannot use it: it has no %s."
                    .formatted(String.join(", ", shown.lacks));
        }
        if (shown.memory.isEmpty()) {
            return "What memory it takes cannot be said: no configuration that the program knows.";
        }
        var free = new FreeMemory(shown.freeMemory, shown.freeGpuMemory);
        return memory(shown.memory.get(), free);
    }

    static String memory(ModelMemory memory, FreeMemory free) {
        String gpu =
                free.gpu().isPresent()
                        ? ", of %s that are free on the GPU"
                                .formatted(HubWords.gigabytes(free.training()))
                        : "";
        return "memory, of %s that are free: a transfer takes about %s (%s), a training step %s%s"
                .formatted(
                        HubWords.gigabytes(free.machine()),
                        HubWords.gigabytes(memory.transfer()),
                        fits(memory.transfer(), free.machine()),
                        training(memory, free.training()),
                        gpu);
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
