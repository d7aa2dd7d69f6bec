package org.clpworkbench.ui.models;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.settings.SettingsFile;
import org.clpworkbench.ui.TestContext;
import org.clpworkbench.ui.WorkbenchWindow;
import org.clpworkbench.ui.common.ScreenName;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

import java.nio.file.Path;
import java.util.concurrent.TimeoutException;

class ModelsViewModelTest {
    @TempDir Path folder;
    private TestContext test;
    private SettingsFile settings;
    private ModelsViewModel viewModel;

    @BeforeAll
    static void startTheToolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    @BeforeEach
    void read() {
        test = new TestContext(folder);
        settings = new SettingsFile(folder.resolve("settings.json"));
        viewModel = new ModelsViewModel(test.context(), settings);
        WorkbenchWindow.onFxThread(
                () -> {
                    viewModel.refresh();
                    return true;
                });
        WorkbenchWindow.waitUntil("the models", () -> viewModel.ready().get());
    }

    @AfterEach
    void close() {
        test.close();
        settings.close();
    }

    private static String name(@Nullable ModelSummary model) {
        return model == null ? "" : model.name();
    }

    @Test
    void choosesTheEmbeddedPairFirstAndLeadsOn() {
        assertThat(name(test.pair().source().get())).isEqualTo("English small");
        assertThat(name(test.pair().helper().get())).isEqualTo("German helper");
        assertThat(test.pair().done()).contains(ScreenName.MODELS);
        viewModel.next();
        assertThat(test.opened()).containsExactly(ScreenName.OVERLAP);
    }

    @Test
    void estimatesSixteenBytesAParameterForTraining() {
        ModelEntry source = viewModel.models().getFirst();
        // weights, gradients and two moments of AdamW, four bytes each
        assertThat(source.trainingBytes()).isEqualTo(source.summary().parameters() * 16);
        assertThat(source.vocabularyParameters()).isEqualTo(8192L * 192);
    }

    @Test
    void doesNotLeadOnWithOneModelAsBoth() {
        WorkbenchWindow.onFxThread(
                () -> {
                    viewModel.useAsHelper(viewModel.models().getFirst());
                    return true;
                });
        assertThat(viewModel.ready().get()).isFalse();
        assertThat(viewModel.answer().getValue()).contains("source and helper at once");
    }

    @Test
    void leadsToTheChoiceOfTexts() {
        viewModel.openData();
        assertThat(test.opened()).containsExactly(ScreenName.DATA);
    }
}
