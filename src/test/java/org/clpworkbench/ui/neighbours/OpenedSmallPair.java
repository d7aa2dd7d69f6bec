package org.clpworkbench.ui.neighbours;

import org.clpworkbench.ui.TestContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;

/// A small pair in a workspace of its own, its space open and a token looked at.
abstract class OpenedSmallPair {
    @TempDir Path folder;
    TestContext test;
    SmallPair pair;
    NeighboursViewModel viewModel;

    @BeforeAll
    static void startTheToolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    @BeforeEach
    void open() throws IOException {
        test = new TestContext(folder);
        pair = SmallPair.write(folder);
        beforeItIsOpened();
        viewModel = pair.open(test);
    }

    /// What the workspace is to have when the space is opened.
    void beforeItIsOpened() throws IOException {}

    @AfterEach
    void close() {
        test.close();
    }
}
