package org.clpworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.hub.ServedTraits;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;

/// Each filter alone, over models that differ in it alone.
class HubSearchCommandTest extends HubCommandCase {
    @BeforeEach
    void serve() {
        serve("usual", "text-generation", "de", "mit", 124_000_000);
        serve("masked", "fill-mask", "de", "mit", 124_000_000);
        serve("french", "text-generation", "fr", "mit", 124_000_000);
        serve("apache", "text-generation", "de", "apache-2.0", 124_000_000);
        serve("large", "text-generation", "de", "mit", 7_000_000_000L);
        serve("uncounted", "text-generation", "de", "mit", 0);
    }

    private void serve(String name, String task, String language, String licence, long size) {
        server.model("found/" + name, files, new ServedTraits(task, language, licence, size));
    }

    @ParameterizedTest
    @CsvSource({
        "'', apache french large uncounted usual",
        "--task any, apache french large masked uncounted usual",
        "--task fill-mask, masked",
        "--language fr, french",
        "--language de, apache large uncounted usual",
        "--licence apache-2.0, apache",
        "--license mit, french large uncounted usual",
        "--max-parameters 500M, apache french usual",
        "--max-parameters 7B, apache french large usual",
        "--language de --licence mit --max-parameters 1.5B, usual",
        "--language cs, ''"
    })
    void findsWhatAFilterMeans(String filter, String names) throws Exception {
        var line = new ArrayList<Object>(List.of("hub", "search", "found/", "--json"));
        line.addAll(words(filter));

        var found = run(line.toArray());

        assertThat(found.status()).as(found.err()).isZero();
        assertThat(found.json().path("models").findValuesAsText("id"))
                .isEqualTo(words(names).stream().map(name -> "found/" + name).toList());
    }

    private static List<String> words(String line) {
        return line.isEmpty() ? List.of() : List.of(line.split(" "));
    }
}
