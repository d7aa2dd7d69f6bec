package org.clpworkbench.ui.shell;

import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.stage.Window;
import javafx.util.Duration;

import org.clpworkbench.settings.SettingsFile;
import org.clpworkbench.ui.common.ScriptNames;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.shell.DrawnScripts.Sample;

import java.lang.Character.UnicodeScript;
import java.text.ListFormat;
import java.util.ArrayList;
import java.util.List;

/// Tells which scripts no font of this machine has, and what to install: once, and again only when
/// another one is missing. Used on the JavaFX thread.
public final class FontNotices {
    /// The first screen is painted by then.
    private static final Duration LATER = Duration.seconds(1);

    private final Window window;
    private final Notices notices;
    private final SettingsFile settings;

    public FontNotices(Window window, Notices notices, SettingsFile settings) {
        this.window = window;
        this.notices = notices;
        this.settings = settings;
    }

    /// Looks a little later, one script at a time, so that the window answers in between.
    public void lookLater() {
        var pause = new PauseTransition(LATER);
        pause.setOnFinished(_ -> look(DrawnScripts.SAMPLES, new ArrayList<>()));
        pause.play();
    }

    private void look(List<Sample> left, List<UnicodeScript> missing) {
        if (!window.isShowing()) {
            return;
        }
        if (left.isEmpty()) {
            tell(missing);
            return;
        }
        if (!left.getFirst().isDrawn()) {
            missing.add(left.getFirst().script());
        }
        Platform.runLater(() -> look(left.subList(1, left.size()), missing));
    }

    void tell(List<UnicodeScript> missing) {
        List<String> now = missing.stream().map(UnicodeScript::name).toList();
        boolean known = settings.current().missingScripts().containsAll(now);
        settings.change(last -> last.withMissingScripts(now));
        if (!known) {
            notices.tell(window, notice(now));
        }
    }

    private static Notice notice(List<String> missing) {
        Texts texts = Texts.of(FontNotices.class);
        var list =
                ListFormat.getInstance(
                        Texts.language(), ListFormat.Type.STANDARD, ListFormat.Style.FULL);
        String names = list.format(missing.stream().map(ScriptNames::of).toList());
        return Notice.trouble(texts.get("title"), texts.get("text", names));
    }
}
