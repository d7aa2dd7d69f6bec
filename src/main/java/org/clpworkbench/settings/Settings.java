package org.clpworkbench.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What the program remembers from one start to the next.
///
/// @param recentModels model folders opened by hand, the latest first
public record Settings(
        Looks looks, Frame frame, Session session, Chosen chosen, List<Path> recentModels) {
    public static final int MOST_RECENT = 12;
    public static final Settings FIRST =
            new Settings(
                    Looks.FIRST,
                    new Frame(1280, 820, false),
                    Session.FIRST,
                    Chosen.EMBEDDED,
                    List.of());

    public Settings {
        recentModels =
                List.copyOf(recentModels.subList(0, Math.min(MOST_RECENT, recentModels.size())));
    }

    public Settings withLooks(Looks next) {
        return new Settings(next, frame, session, chosen, recentModels);
    }

    public Settings withFrame(Frame next) {
        return new Settings(looks, next, session, chosen, recentModels);
    }

    public Settings withSession(Session next) {
        return new Settings(looks, frame, next, chosen, recentModels);
    }

    public Settings withChosen(Chosen next) {
        return new Settings(looks, frame, session, next, recentModels);
    }

    /// Remembers a folder as the latest one opened.
    public Settings withRecent(Path folder) {
        var recent = new ArrayList<Path>();
        recent.add(folder);
        recentModels.stream().filter(other -> !other.equals(folder)).forEach(recent::add);
        return new Settings(looks, frame, session, chosen, recent);
    }
}
