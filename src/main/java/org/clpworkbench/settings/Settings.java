package org.clpworkbench.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What the program remembers from one start to the next.
///
/// @param recentModels model folders opened by hand, the latest first
/// @param presets a person's own, each name once for each form, the latest last
/// @param runColours the number of its colour and marker for each run's id
/// @param missingScripts those of which was told that no font has them, by Unicode's names
public record Settings(
        Looks looks,
        Frame frame,
        Session session,
        Chosen chosen,
        List<Path> recentModels,
        List<Preset> presets,
        Map<String, Integer> runColours,
        List<String> missingScripts) {
    public static final int MOST_RECENT = 12;
    public static final Settings FIRST =
            new Settings(
                    Looks.FIRST,
                    new Frame(1280, 820, false),
                    Session.FIRST,
                    Chosen.EMBEDDED,
                    List.of(),
                    List.of(),
                    Map.of(),
                    List.of());

    public Settings {
        recentModels =
                List.copyOf(recentModels.subList(0, Math.min(MOST_RECENT, recentModels.size())));
        presets = List.copyOf(presets);
        runColours = Map.copyOf(runColours);
        missingScripts = List.copyOf(missingScripts);
    }

    public Settings withLooks(Looks next) {
        return new Settings(
                next, frame, session, chosen, recentModels, presets, runColours, missingScripts);
    }

    public Settings withFrame(Frame next) {
        return new Settings(
                looks, next, session, chosen, recentModels, presets, runColours, missingScripts);
    }

    public Settings withSession(Session next) {
        return new Settings(
                looks, frame, next, chosen, recentModels, presets, runColours, missingScripts);
    }

    public Settings withChosen(Chosen next) {
        return new Settings(
                looks, frame, session, next, recentModels, presets, runColours, missingScripts);
    }

    /// Remembers a folder as the latest one opened.
    public Settings withRecent(Path folder) {
        var recent = new ArrayList<Path>();
        recent.add(folder);
        recentModels.stream().filter(other -> !other.equals(folder)).forEach(recent::add);
        return new Settings(
                looks, frame, session, chosen, recent, presets, runColours, missingScripts);
    }

    /// Those of one form.
    public List<Preset> presets(FormName form) {
        return presets.stream().filter(preset -> preset.form() == form).toList();
    }

    /// With a preset, instead of the form's one of that name.
    public Settings withPreset(Preset preset) {
        var all = new ArrayList<>(withoutPreset(preset.form(), preset.name()).presets);
        all.add(preset);
        return new Settings(
                looks, frame, session, chosen, recentModels, all, runColours, missingScripts);
    }

    public Settings withoutPreset(FormName form, String name) {
        List<Preset> others =
                presets.stream()
                        .filter(preset -> preset.form() != form || !preset.isCalled(name))
                        .toList();
        return new Settings(
                looks, frame, session, chosen, recentModels, others, runColours, missingScripts);
    }

    public Settings withRunColours(Map<String, Integer> next) {
        return new Settings(
                looks, frame, session, chosen, recentModels, presets, next, missingScripts);
    }

    public Settings withMissingScripts(List<String> next) {
        return new Settings(looks, frame, session, chosen, recentModels, presets, runColours, next);
    }
}
