package org.clpworkbench.ui.models;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.checkpoint.TinyModels;
import org.clpworkbench.hub.HubCache;
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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
        viewModel = new ModelsViewModel(test.context(), settings, hub());
        refresh();
        WorkbenchWindow.waitUntil("the models", () -> viewModel.ready().get());
    }

    @AfterEach
    void close() {
        test.close();
        settings.close();
    }

    private HubCache hub() {
        return new HubCache(folder.resolve("hub"), true);
    }

    private void refresh() {
        WorkbenchWindow.onFxThread(
                () -> {
                    viewModel.refresh();
                    return true;
                });
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

    /// As `huggingface_hub` lays them out; one is among those opened by hand as well.
    @Test
    void hasTheWholeModelsOfTheHubsCacheOnce() throws IOException {
        Path snapshots = hub().folder().resolve("models--somebody--tiny/snapshots");
        Path opened = snapshots.resolve("a".repeat(40));
        Path other = snapshots.resolve("b".repeat(40));
        Path half = snapshots.resolve("c".repeat(40));
        Path silent = snapshots.resolve("d".repeat(40));
        for (Path snapshot : List.of(opened, other, half, silent)) {
            TinyModels.write(snapshot, 4, List.of("<|end|>", "a", "b"), 1);
        }
        Files.delete(half.resolve("model.safetensors"));
        Files.delete(silent.resolve("tokenizer.json"));
        settings.change(now -> now.withRecent(opened));
        refresh();
        WorkbenchWindow.waitUntil("these models", () -> viewModel.models().size() > 3);
        assertThat(viewModel.models().subList(3, viewModel.models().size()))
                .extracting(entry -> entry.summary().folder())
                .containsExactly(opened, other);
        assertThat(viewModel.models().getLast().summary().name()).isEqualTo("tiny@bbbbbbbb");
        assertThat(viewModel.problem().get()).isEmpty();
    }

    @Test
    void estimatesSixteenBytesAParameterForTraining() {
        ModelSummary model = viewModel.models().getFirst().summary();
        // weights, gradients and two moments of AdamW, four bytes each
        assertThat(ModelEntry.trainingBytes(model)).isEqualTo(model.parameters() * 16);
        assertThat(ModelEntry.vocabularyParameters(model)).isEqualTo(8192L * 192);
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
