package org.clpworkbench.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What the program remembers from one start to the next.
///
/// @param width of the window in pixels
/// @param height of the window in pixels
/// @param recentModels model folders opened by hand, the latest first
/// @param source folder of the source chosen last, "" for the embedded one
/// @param helper folder of the helper chosen last, "" for the embedded one
/// @param text file to train on, "" for the embedded one
/// @param validation file to evaluate on, "" for the embedded one
public record Settings(
        Looks looks,
        double width,
        double height,
        boolean maximized,
        List<Path> recentModels,
        String source,
        String helper,
        String text,
        String validation) {
    public static final int MOST_RECENT = 12;
    public static final Settings FIRST =
            new Settings(new Looks(Theme.SYSTEM, 1), 1280, 820, false, List.of(), "", "", "", "");

    public Settings {
        width = Math.clamp(width, 640, 10_000);
        height = Math.clamp(height, 480, 10_000);
        recentModels =
                List.copyOf(recentModels.subList(0, Math.min(MOST_RECENT, recentModels.size())));
    }

    public Settings withLooks(Looks next) {
        return new Settings(
                next, width, height, maximized, recentModels, source, helper, text, validation);
    }

    public Settings withWindow(double newWidth, double newHeight, boolean nowMaximized) {
        return new Settings(
                looks,
                newWidth,
                newHeight,
                nowMaximized,
                recentModels,
                source,
                helper,
                text,
                validation);
    }

    /// Remembers a folder as the latest one opened.
    public Settings withRecent(Path folder) {
        var recent = new ArrayList<Path>();
        recent.add(folder);
        recentModels.stream().filter(other -> !other.equals(folder)).forEach(recent::add);
        return new Settings(
                looks, width, height, maximized, recent, source, helper, text, validation);
    }

    public Settings withModels(String newSource, String newHelper) {
        return new Settings(
                looks,
                width,
                height,
                maximized,
                recentModels,
                newSource,
                newHelper,
                text,
                validation);
    }

    public Settings withTexts(String newText, String newValidation) {
        return new Settings(
                looks,
                width,
                height,
                maximized,
                recentModels,
                source,
                helper,
                newText,
                newValidation);
    }
}
