package org.clpworkbench.ui;

import org.clpworkbench.hub.HubServer;

import java.util.List;

/// The states of the Hub's part of the models screen.
final class HubStates {
    private final WorkbenchWindow window;
    private final HubOnShow hub;
    private final Controls controls;

    HubStates(WorkbenchWindow window, HubOnShow hub) {
        this.window = window;
        this.hub = hub;
        this.controls = new Controls(window);
    }

    /// In their order: the first opens the segment in which the others are.
    List<State> all() {
        return List.of(
                State.of("HUB", () -> hub.fill(window), () -> {}),
                State.of("HUB-FOUND", this::search, this::showTheCatalogue),
                State.of("HUB-TOKEN", this::askForAToken, () -> {}),
                State.of("HUB-TOKEN-REFUSED", this::giveAWrongToken, () -> {}),
                State.of("HUB-ACCOUNT", this::logIn, this::logOut),
                State.slow("HUB-TROUBLE", this::interrupt, this::goOn));
    }

    private void search() {
        controls.type("#hubWords", "gpt2");
        window.fire("#hubSearch");
        window.await("the answer", () -> window.sees("#toCatalogue"));
    }

    private void showTheCatalogue() {
        window.fire("#toCatalogue");
        window.await("the catalogue", () -> !window.sees("#toCatalogue"));
    }

    private void askForAToken() {
        window.fire("#accountOpen");
        window.await("the field", () -> window.sees("#accountToken"));
    }

    private void giveAWrongToken() {
        controls.type("#accountToken", "hf_wrong");
        window.fire("#accountLogIn");
        window.await("the refusal", () -> window.sees("#accountProblem"));
    }

    private void logIn() {
        controls.type("#accountToken", HubServer.SECRET);
        window.fire("#accountLogIn");
        window.await("the account", () -> window.sees("#accountLogOut"));
    }

    private void logOut() {
        window.fire("#accountLogOut");
        window.await("nobody", () -> !window.sees("#accountLogOut"));
    }

    /// The server of large files answers no more.
    private void interrupt() {
        hub.breakDown();
        beginAnew();
        window.await("the trouble", () -> window.sees(".download-trouble"));
    }

    private void goOn() {
        hub.recover();
        beginAnew();
        window.await("no trouble", () -> !window.sees(".download-trouble"));
    }

    private void beginAnew() {
        window.fire(".download-pause");
        window.await("the pause", () -> window.sees(".download-resume"));
        window.fire(".download-resume");
    }
}
