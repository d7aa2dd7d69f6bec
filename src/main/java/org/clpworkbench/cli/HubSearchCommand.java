package org.clpworkbench.cli;

import org.clpworkbench.hub.HubClient;
import org.clpworkbench.hub.HubEnvironment;
import org.clpworkbench.hub.HubModel;
import org.clpworkbench.hub.ModelSearch;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// `hub search`: models by name, language, task, licence and size.
@Command(name = "search", description = "Lists models, the most fetched first.")
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
            defaultValue = "text-generation",
            description = "Task (default: ${DEFAULT-VALUE}); any for all.")
    private String task;

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

    @Override
    void execute(Output output) throws IOException {
        if (limit < 1) {
            throw wrongUsage("--limit must be at least 1.");
        }
        var search =
                new ModelSearch(
                        query,
                        language,
                        task.equals("any") ? "" : task,
                        licence,
                        mostParameters == null ? OptionalLong.empty() : number(mostParameters),
                        limit);
        List<HubModel> found;
        try (var client = new HubClient(HubEnvironment.current())) {
            found = client.search(search, output.progress());
        }
        var table = new TextTable("model", "parameters", "languages", "licence", "fetched", "");
        for (HubModel model : found) {
            table.row(
                    model.id(),
                    HubWords.parameters(model.totalParameters().orElse(0)),
                    HubWords.languages(model.languages()),
                    model.licence(),
                    model.downloads(),
                    HubWords.access(model));
        }
        output.answer(
                Map.of("models", found), found.isEmpty() ? "No model is so." : table.toString());
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
