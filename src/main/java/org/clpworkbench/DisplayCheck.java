package org.clpworkbench;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds out, before JavaFX is loaded, whether a window can be opened here: JavaFX itself would end
/// with a stack trace.
///
/// JavaFX on Linux draws through GTK 3 on X11, under Wayland through XWayland, so that `DISPLAY`
/// must be set in either case.
///
/// @param environment environment variables
/// @param headless whether JavaFX is told to draw without any display
/// @param system the name of the operating system
/// @param probe how libraries and displays are tried
record DisplayCheck(
        Map<String, String> environment, boolean headless, String system, DisplayProbe probe) {

    /// A library that JavaFX cannot do without, and the package that brings it.
    private record Library(String file, String debianPackage) {}

    private static final List<Library> LIBRARIES =
            List.of(
                    new Library("libgtk-3.so.0", "libgtk-3-0"),
                    new Library("libX11.so.6", "libx11-6"),
                    new Library("libXtst.so.6", "libxtst6"));

    static DisplayCheck ofThisMachine() {
        return new DisplayCheck(
                System.getenv(),
                "Headless".equals(System.getProperty("glass.platform")),
                System.getProperty("os.name"),
                new NativeDisplayProbe());
    }

    /// Why no window can be opened and what to do about it, in one sentence; empty when one can.
    Optional<String> obstacle() {
        if (headless || !system.startsWith("Linux")) {
            return Optional.empty();
        }
        String display = environment.getOrDefault("DISPLAY", "");
        if (display.isBlank()) {
            return Optional.of(noDisplay());
        }
        for (Library library : LIBRARIES) {
            if (!probe.loads(library.file())) {
                return Optional.of(
                        "No window can be opened because %s is missing: install it with `apt install %s`."
                                .formatted(library.file(), library.debianPackage()));
            }
        }
        if (!probe.opensDisplay()) {
            return Optional.of(
                    ("No window can be opened because the display \"%s\" (DISPLAY) does not answer:"
                                    + " start from a desktop session or through `ssh -X`, or"
                                    + " install xvfb and use `xvfb-run`.")
                            .formatted(display));
        }
        return Optional.empty();
    }

    private String noDisplay() {
        if (environment.getOrDefault("WAYLAND_DISPLAY", "").isBlank()) {
            return "No window can be opened because there is no display (DISPLAY is not set):"
                    + " start from a desktop session or through `ssh -X`, or install xvfb and use"
                    + " `xvfb-run`.";
        }
        return "No window can be opened because this Wayland session has no X11 display (DISPLAY is"
                + " not set): install it with `apt install xwayland` and log in again.";
    }
}
