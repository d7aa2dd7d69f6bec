package org.clpworkbench.data;

import com.fasterxml.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// Documents made of the demo's words, from a seed.
final class MadeTexts {
    private static final JsonMapper JSON = new JsonMapper();

    private MadeTexts() {}

    /// Different texts of 5 to 204 words each, with newlines among them.
    static List<String> of(String words, int count, long seed) {
        String[] all = words.split("\\s+");
        var random = new SplittableRandom(seed);
        var texts = new ArrayList<String>(count);
        for (int text = 0; text < count; text++) {
            var made = new StringBuilder("Text ").append(text).append(':');
            int length = random.nextInt(5, 205);
            for (int word = 0; word < length; word++) {
                made.append(random.nextInt(12) == 0 ? '\n' : ' ');
                made.append(all[random.nextInt(all.length)]);
            }
            texts.add(made.toString());
        }
        return texts;
    }

    static String lines(List<String> texts) throws IOException {
        var lines = new StringBuilder();
        for (String text : texts) {
            lines.append(JSON.writeValueAsString(Map.of("text", text))).append('\n');
        }
        return lines.toString();
    }
}
