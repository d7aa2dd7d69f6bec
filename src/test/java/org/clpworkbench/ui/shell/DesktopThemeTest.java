package org.clpworkbench.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.application.ColorScheme;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;

import org.clpworkbench.settings.SettingsFile;
import org.clpworkbench.settings.Theme;
import org.clpworkbench.ui.TestContext;
import org.clpworkbench.ui.chart.OnScreen;
import org.clpworkbench.ui.tour.TourViewModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Optional;

/// The window's theme "as the system".
class DesktopThemeTest {
    @TempDir private Path folder;

    private final ObjectProperty<ColorScheme> desktop =
            new SimpleObjectProperty<>(ColorScheme.DARK);

    @AfterEach
    void lightAgain() throws Exception {
        OnScreen.run(() -> ThemeStyle.apply(Theme.LIGHT, ColorScheme.LIGHT, new StackPane()));
    }

    @Test
    void isTheDesktopsUntilAnotherIsChosen() throws Exception {
        try (var context = new TestContext(folder);
                var settings = new SettingsFile(folder.resolve("settings.json"))) {
            var viewModel =
                    OnScreen.get(
                            () ->
                                    new ShellViewModel(
                                            context.pair(), context.context().jobs(), settings));
            ShellView view = OnScreen.get(() -> view(viewModel, context, settings));
            Scene scene = OnScreen.get(() -> OnScreen.show(view.root(), 1024, 700));
            OnScreen.run(view::start);
            assertThat(dark(view)).isTrue();
            OnScreen.run(() -> desktop.set(ColorScheme.LIGHT));
            assertThat(dark(view)).isFalse();
            OnScreen.run(() -> desktop.set(ColorScheme.DARK));
            assertThat(dark(view)).isTrue();

            OnScreen.run(viewModel::nextTheme);
            assertThat(viewModel.looks().get().theme()).isEqualTo(Theme.LIGHT);
            assertThat(dark(view)).isFalse();
            OnScreen.run(() -> desktop.set(ColorScheme.LIGHT));
            OnScreen.run(() -> desktop.set(ColorScheme.DARK));
            assertThat(dark(view)).isFalse();
            OnScreen.run(
                    () -> {
                        view.stop();
                        scene.getWindow().hide();
                    });
        }
    }

    private ShellView view(ShellViewModel viewModel, TestContext context, SettingsFile settings) {
        var log =
                new LogViewModel(
                        context.context().workspace(),
                        settings,
                        context.context().jobs(),
                        context.dialogs());
        return new ShellView(
                viewModel,
                log,
                new TourViewModel(context.context(), Optional::empty),
                new Screens(),
                new Notices(),
                desktop);
    }

    private static boolean dark(ShellView view) throws Exception {
        return OnScreen.get(() -> ThemeStyle.isDark(view.root()));
    }
}
