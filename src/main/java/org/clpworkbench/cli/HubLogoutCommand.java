package org.clpworkbench.cli;

import org.clpworkbench.hub.HubEnvironment;

import picocli.CommandLine.Command;

import java.io.IOException;
import java.util.Map;

/// `hub logout`: forgets the token.
@Command(name = "logout", description = "Forgets the token that `hub login` has kept.")
final class HubLogoutCommand extends Subcommand {
    @Override
    void execute(Output output) throws IOException {
        var file = HubEnvironment.current().tokenFile();
        boolean forgotten = file.delete();
        output.answer(
                Map.of("forgotten", forgotten, "file", file.path()),
                forgotten
                        ? "The token in %s is gone.".formatted(file.path())
                        : "There was no token in %s.".formatted(file.path()));
    }
}
