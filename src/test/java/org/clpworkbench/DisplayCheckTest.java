package org.clpworkbench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

class DisplayCheckTest {
    private static final Map<String, String> X11 = Map.of("DISPLAY", ":0");

    private record Machine(Set<String> missing, boolean answers) implements DisplayProbe {
        @Override
        public boolean loads(String library) {
            return !missing.contains(library);
        }

        @Override
        public boolean opensDisplay() {
            return answers;
        }
    }

    private static final Machine WHOLE = new Machine(Set.of(), true);

    private static Optional<String> obstacle(Map<String, String> environment, Machine machine) {
        return new DisplayCheck(environment, false, "Linux", machine).obstacle();
    }

    @Test
    void opensAWindowWhereTheDisplayAnswers() {
        assertThat(obstacle(X11, WHOLE)).isEmpty();
    }

    @Test
    void saysThatThereIsNoDisplay() {
        assertThat(obstacle(Map.of(), WHOLE))
                .get()
                .asString()
                .contains("DISPLAY is not set", "xvfb");
    }

    @Test
    void takesABlankDisplayForNone() {
        assertThat(obstacle(Map.of("DISPLAY", " "), WHOLE)).isPresent();
    }

    @Test
    void namesXwaylandWhereOnlyWaylandIs() {
        assertThat(obstacle(Map.of("WAYLAND_DISPLAY", "wayland-0"), WHOLE))
                .get()
                .asString()
                .contains("apt install xwayland");
    }

    @Test
    void namesThePackageOfAMissingGtk() {
        assertThat(obstacle(X11, new Machine(Set.of("libgtk-3.so.0"), true)))
                .get()
                .asString()
                .contains("libgtk-3.so.0", "apt install libgtk-3-0");
    }

    @Test
    void namesTheDisplayThatDoesNotAnswer() {
        assertThat(obstacle(Map.of("DISPLAY", "far:7"), new Machine(Set.of(), false)))
                .get()
                .asString()
                .contains("\"far:7\"", "ssh -X");
    }

    @Test
    void needsNoDisplayWhenJavaFxDrawsWithout() {
        assertThat(new DisplayCheck(Map.of(), true, "Linux", WHOLE).obstacle()).isEmpty();
    }

    @Test
    void asksNothingOnOtherSystems() {
        var nothing = new Machine(Set.of("libgtk-3.so.0", "libX11.so.6"), false);
        assertThat(new DisplayCheck(Map.of(), false, "Mac OS X", nothing).obstacle()).isEmpty();
    }

    @Test
    void doesNotFindALibraryThatDoesNotExist() {
        assertThat(new NativeDisplayProbe().loads("libno-such-thing.so.9")).isFalse();
    }
}
