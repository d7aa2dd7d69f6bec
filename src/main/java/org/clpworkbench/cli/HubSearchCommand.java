package org.clpworkbench.cli;

import org.clpworkbench.hub.HubClient;
import org.clpworkbench.hub.HubEnvironment;
import org.clpworkbench.hub.HubRepository;
import org.clpworkbench.hub.HubSearch;
import org.clpworkbench.hub.RepositoryKind;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// `hub search`: models by name, language, task, licence and size; data sets.
@Command(name = "search", description = "Lists models or data sets, the most fetched first.")
final class HubSearchCommand extends Subcommand {
    private static final Pattern NUMBER = Pattern.compile("(\\d+(?:\\.\\d+)?)([kKmMbB]?)");

    @Parameters(
            paramLabel = "QUERY",
            arity = "0..1",
            defaultValue = "",
            description = "Part of the name.")
    private String query;

    @Option(
            names = "--language",
            paramLabel = "CODE",
            defaultValue = "",
            description = "Language, as de.")
    private String language;

    @Option(
            names = "--task",
            paramLabel = "TASK",
            description = "Task; any for all (default: text-generation; of data sets any).")
    private @Nullable String task;

    @Option(
            names = {"--licence", "--license"},
            paramLabel = "NAME",
            defaultValue = "",
            description = "Licence, as mit or apache-2.0.")
    private String licence;

    @Option(
            names = "--max-parameters",
            paramLabel = "N",
            description = {
                "The most parameters, as 500M or 1.5B. The Hub counts them in safetensors only;",
                "models without are left out then."
            })
    private @Nullable String mostParameters;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many at most (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Option(
            names = {"--datasets", "--dataset"},
            description = "Data sets instead of models.")
    private boolean dataSets;

    @Override
    void execute(Output output) throws IOException {
        if (limit < 1) {
            throw wrongUsage("--limit must be at least 1.");
        }
        if (dataSets && mostParameters != null) {
            throw wrongUsage("Data sets have no parameters; leave --max-parameters out.");
        }
        String usualTask = dataSets ? "any" : "text-generation";
        String wantedTask = task == null ? usualTask : task;
        var search =
                new HubSearch(
                        dataSets ? RepositoryKind.DATA_SET : RepositoryKind.MODEL,
                        query,
                        language,
                        wantedTask.equals("any") ? "" : wantedTask,
                        licence,
                        mostParameters == null ? OptionalLong.empty() : number(mostParameters),
                        limit);
        List<HubRepository> found;
        try (var client = new HubClient(HubEnvironment.current())) {
            found = client.search(search, output.progress());
        }
        if (dataSets) {
            output.answer(Map.of("dataSets", found), dataSets(found));
        } else {
            output.answer(Map.of("models", found), models(found));
        }
    }

    private static String dataSets(List<HubRepository> found) {
        var table = new TextTable("data set", "languages", "licence", "fetched", "");
        for (HubRepository set : found) {
            table.row(
                    set.id(),
                    HubWords.languages(set.languages()),
                    set.licence(),
                    set.downloads(),
                    HubWords.access(set));
        }
        return found.isEmpty() ? "No data set is so." : table.toString();
    }

    private static String models(List<HubRepository> found) {
        var table = new TextTable("model", "parameters", "languages", "licence", "fetched", "");
        for (HubRepository model : found) {
            table.row(
                    model.id(),
                    HubWords.parameters(model.totalParameters().orElse(0)),
                    HubWords.languages(model.languages()),
                    model.licence(),
                    model.downloads(),
                    HubWords.access(model));
        }
        return found.isEmpty() ? "No model is so." : table.toString();
    }

    private OptionalLong number(String text) {
        var parts = NUMBER.matcher(text);
        if (!parts.matches()) {
            throw wrongUsage("--max-parameters takes a number as 500M or 1.5B, not " + text + ".");
        }
        double unit =
                switch (parts.group(2)) {
                    case "k", "K" -> 1e3;
                    case "m", "M" -> 1e6;
                    case "b", "B" -> 1e9;
                    default -> 1;
                };
        double wanted = Double.parseDouble(parts.group(1)) * unit;
        if (wanted < 1) {
            throw wrongUsage("--max-parameters must be at least 1.");
        }
        return OptionalLong.of(Math.round(wanted));
    }
}
