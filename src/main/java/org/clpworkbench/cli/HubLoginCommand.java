package org.clpworkbench.cli;

import org.clpworkbench.hub.HubClient;
import org.clpworkbench.hub.HubEnvironment;
import org.clpworkbench.hub.HubToken;

import picocli.CommandLine.Command;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/// `hub login`: keeps a token, asked for without showing it, or read from standard input.
@Command(
        name = "login",
        description = {
            "Keeps a token for private and gated models in the file that Python uses too, which",
            "only its owner can read. The token is read from standard input or asked for, never",
            "from an argument; the Hub is asked whose it is."
        })
final class HubLoginCommand extends Subcommand {
    @Override
    void execute(Output output) throws IOException {
        var hub = HubEnvironment.current();
        HubToken token =
                given().orElseThrow(() -> wrongUsage("No token was given; nothing has changed."));
        String account;
        try (var client = new HubClient(hub.with(token))) {
            account = client.account(output.progress());
        }
        hub.tokenFile().write(token);
        output.answer(
                Map.of("account", account, "file", hub.tokenFile().path()),
                "The token of %s is kept in %s.".formatted(account, hub.tokenFile().path()));
        if (hub.givenToken().isPresent()) {
            output.say("HF_TOKEN is set and goes before it.");
        }
    }

    private static Optional<HubToken> given() throws IOException {
        Console console = System.console();
        if (console != null && console.isTerminal()) {
            char[] typed = console.readPassword("Token (it is not shown): ");
            if (typed == null) {
                return Optional.empty();
            }
            Optional<HubToken> token = HubToken.of(new String(typed));
            Arrays.fill(typed, ' ');
            return token;
        }
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String line = in.readLine();
        return line == null ? Optional.empty() : HubToken.of(line);
    }
}
