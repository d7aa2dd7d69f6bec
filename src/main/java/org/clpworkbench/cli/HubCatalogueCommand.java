package org.clpworkbench.cli;

import org.clpworkbench.hub.Catalogue;
import org.clpworkbench.hub.CatalogueEntry;
import org.clpworkbench.hub.CataloguePair;
import org.clpworkbench.settings.Workspace;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.util.Locale;
import java.util.stream.Collectors;

/// `hub catalogue`: models that serve as sources and helpers.
@Command(
        name = "catalogue",
        description = {
            "Lists source models, helpers by language and pairs of them, the paper's first.",
            "catalogue.json in the workspace adds to it."
        })
final class HubCatalogueCommand extends Subcommand {
    @Option(
            names = "--language",
            paramLabel = "CODE",
            defaultValue = "",
            description = "Only what leads to this language, as de.")
    private String language;

    @Override
    void execute(Output output) throws IOException {
        Catalogue all = Catalogue.with(Workspace.standard().catalogueFile());
        Catalogue shown = language.isEmpty() ? all : all.towards(language);
        var pairs = new TextTable("source", "helper", "language", "");
        for (CataloguePair pair : shown.pairs()) {
            pairs.row(pair.source(), pair.helper(), pair.language(), pair.note());
        }
        var models = new TextTable("model", "serves as", "languages", "parameters", "licence", "");
        for (CatalogueEntry model : shown.models()) {
            models.row(
                    model.id(),
                    roles(model),
                    HubWords.languages(model.languages()),
                    HubWords.parameters(model.parameters()),
                    model.licence().isEmpty() ? "see card" : model.licence(),
                    model.note());
        }
        output.answer(shown, pairs + "\n\n" + models);
    }

    private static String roles(CatalogueEntry model) {
        return model.roles().stream()
                .sorted()
                .map(role -> role.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
