package org.clpworkbench.settings;

import java.nio.file.Path;

/// The folder that holds the user's runs, models and settings.
public record Workspace(Path folder) {
    static final String EMBEDDED = "embedded";

    public static final String ENVIRONMENT_VARIABLE = "CLP_WORKSPACE";

    /// `$CLP_WORKSPACE` when set, else `~/ClpWorkbench`.
    public static Workspace standard() {
        String chosen = System.getenv(ENVIRONMENT_VARIABLE);
        String property = System.getProperty("clp.workspace", "");
        if (!property.isEmpty()) {
            return new Workspace(Path.of(property).toAbsolutePath());
        }
        if (chosen != null && !chosen.isBlank()) {
            return new Workspace(Path.of(chosen).toAbsolutePath());
        }
        return new Workspace(Path.of(System.getProperty("user.home"), "ClpWorkbench"));
    }

    public Path runs() {
        return folder.resolve("runs");
    }

    public Path models() {
        return folder.resolve("models");
    }

    /// Models with first weights, which helpers were or are trained from.
    public Path untrained() {
        return folder.resolve("untrained");
    }

    /// Texts that were tokenized once.
    public Path data() {
        return folder.resolve("data");
    }

    public Path embedded() {
        return folder.resolve(EMBEDDED);
    }

    public Path logs() {
        return folder.resolve("logs");
    }

    public Path logFile() {
        return logs().resolve("clp-workbench.log");
    }

    /// What is not fetched whole yet.
    public Path downloads() {
        return folder.resolve("downloads");
    }

    /// A person's own additions to the catalogue of models.
    public Path catalogueFile() {
        return folder.resolve("catalogue.json");
    }

    public Path settingsFile() {
        return folder.resolve("settings.json");
    }
}
