package org.clpworkbench.ui.shell;

import org.clpworkbench.gpu.GpuSupport;
import org.clpworkbench.run.Build;
import org.clpworkbench.settings.Language;
import org.clpworkbench.settings.LogEntry;
import org.clpworkbench.settings.LogTail;
import org.clpworkbench.settings.SettingsFile;
import org.clpworkbench.settings.Workspace;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/// What somebody who helps from afar wants to know: program, system, settings, the last messages.
/// In English, whoever reads it; without the names of models and texts.
final class Diagnostics {
    private static final int MESSAGES = 60;

    private Diagnostics() {}

    /// Looks at the machine and the log; takes some tenths of a second.
    static String of(Workspace workspace, SettingsFile settings) throws IOException {
        Build build = Build.current();
        var looks = settings.current().looks();
        var text = new StringBuilder();
        line(text, "CLP Workbench", build.version() + " (" + build.revision() + ")");
        line(text, "System", property("os.name", "os.version", "os.arch"));
        line(text, "Java", property("java.vm.name", "java.runtime.version"));
        line(text, "JavaFX", property("javafx.runtime.version"));
        line(text, "libtorch", build.libtorch());
        line(text, "Cores", "" + Runtime.getRuntime().availableProcessors());
        line(
                text,
                "Java memory at most",
                String.format(Locale.ROOT, "%.1f GB", Runtime.getRuntime().maxMemory() / 1e9));
        line(text, "GPU", GpuSupport.look().sentence().inEnglish());
        line(text, "Looks", looks.theme() + ", " + looks.zoom() + ", " + looks.language());
        line(text, "System language", Language.ofTheDesktop().toLanguageTag());
        text.append("\nLog, ").append(workspace.logFile()).append(":\n");
        List<LogEntry> log = LogTail.read(workspace.logFile());
        log.subList(Math.max(0, log.size() - MESSAGES), log.size())
                .forEach(entry -> text.append(entry.text()).append('\n'));
        return text.toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(name).append(": ").append(value).append('\n');
    }

    private static String property(String... names) {
        var values = new StringBuilder();
        for (String name : names) {
            values.append(values.isEmpty() ? "" : " ").append(System.getProperty(name, "?"));
        }
        return values.toString();
    }
}
