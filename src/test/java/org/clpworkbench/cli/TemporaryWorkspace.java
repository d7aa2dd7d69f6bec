package org.clpworkbench.cli;

import org.clpworkbench.settings.Workspace;
import org.clpworkbench.tensor.WholeFiles;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Gives each test a workspace of its own.
final class TemporaryWorkspace implements BeforeEachCallback, AfterEachCallback {
    private static final String PROPERTY = "clp.workspace";
    private String before = "";

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        before = System.getProperty(PROPERTY, "");
        Path folder = Files.createTempDirectory("workspace");
        System.setProperty(PROPERTY, folder.toString());
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        WholeFiles.delete(Workspace.standard().folder());
        if (before.isEmpty()) {
            System.clearProperty(PROPERTY);
        } else {
            System.setProperty(PROPERTY, before);
        }
    }
}
