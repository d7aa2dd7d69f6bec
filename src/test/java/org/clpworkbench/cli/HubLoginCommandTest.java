package org.clpworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.hub.HubServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

class HubLoginCommandTest extends HubCommandCase {
    @Test
    void aTokenIsReadFromStandardInputAndShownNowhere() throws Exception {
        var refused = run(Map.of(), "hf_wrong_secret\n", "hub", "login");
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err()).contains("does not know the token").doesNotContain("hf_wrong");
        Path file = home.resolve("hf/token");
        assertThat(file).doesNotExist();

        var login = run(Map.of(), HubServer.SECRET + "\n", "hub", "login", "--json");
        assertThat(login.status()).as(login.err()).isZero();
        assertThat(login.json().path("account").asText()).isEqualTo("somebody");
        assertThat(file).hasContent(HubServer.SECRET);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(run("hub", "download", "somebody/gated").status()).isZero();
        var logout = run("hub", "logout");
        assertThat(logout.out()).contains("is gone");
        assertThat(file).doesNotExist();

        var gated = run("hub", "download", "somebody/gated", "--include", "*.onnx");
        assertThat(gated.status()).isEqualTo(1);
        assertThat(gated.err()).contains("accept their conditions", "hub login");

        for (var each : List.of(refused, login, logout, gated)) {
            assertThat(each.out() + each.err()).doesNotContain("hf_");
        }
        try (Stream<Path> all = Files.walk(home.resolve("workspace"))) {
            for (Path one : all.filter(Files::isRegularFile).toList()) {
                assertThat(one).content(StandardCharsets.ISO_8859_1).doesNotContain("hf_");
            }
        }
    }

    /// Where a token is no argument, and where `login` is misspelt or in the wrong place.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "hub login hf_averysecretsecret",
                "hub login --token hf_averysecretsecret",
                "hub login --token=hf_averysecretsecret",
                "hub login --json=hf_averysecretsecret",
                "hub login averysecretsecret another",
                "hub logn hf_averysecretsecret",
                "hub show hf_averysecretsecret/",
                "login averysecretsecret"
            })
    void aTokenThatIsAnArgumentIsQuotedNowhere(String line) throws Exception {
        var wrong = run((Object[]) line.split(" "));

        assertThat(wrong.status()).isEqualTo(2);
        assertThat(wrong.err()).contains("clp-workbench: ", "--help").doesNotContain("secret");
        assertThat(wrong.out()).isEmpty();
        assertThat(log()).content().contains("Wrong usage: ").doesNotContain("secret");
        if (line.startsWith("hub login") && !line.contains("json")) {
            assertThat(wrong.err()).contains("read from standard input");
        }
        assertThat(home.resolve("hf/token")).doesNotExist();
    }

    @Test
    void noTokenAtAllIsSaid() throws Exception {
        var empty = run("hub", "login");
        assertThat(empty.status()).isEqualTo(2);
        assertThat(empty.err()).contains("No token was given; nothing has changed.");
    }
}
