package org.clpworkbench.lm;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The TorchScript text of a model: what all share, its family's methods, and for training the
/// optimizer step, with the model's sizes and the places of its tensors written in.
record ModelScript(Architecture architecture, Products products) {
    static final String CLASS = "Model";

    /// Rows of logits that exist at a time: 256 × 50,257 float32 values are 51 MB.
    static final int LOSS_BLOCK = 256;

    private static final Pattern VALUE = Pattern.compile("\\$\\{(\\w+)}");
    private static final Pattern TENSOR = Pattern.compile("\\bw\\[([A-Za-z_]\\w*\\.[\\w.]+)]");

    /// Methods `logits`, `next` and `losses`.
    String forward() {
        return filled(text(), values());
    }

    /// The same and `step`.
    ///
    /// @param values what step.py is built from
    String training(Map<String, Object> values) {
        Map<String, Object> all = values();
        all.putAll(values);
        return filled(text() + resource("step.py"), all);
    }

    private String text() {
        String family =
                architecture.scripts().stream()
                        .map(ModelScript::resource)
                        .collect(Collectors.joining("\n"));
        return resource("model.py").replace("${family}", family);
    }

    private Map<String, Object> values() {
        ModelSizes sizes = architecture.sizes();
        var values = new HashMap<String, Object>(architecture.constants());
        values.put("width", sizes.width());
        values.put("layers", sizes.layers());
        values.put("heads", sizes.heads());
        values.put("headWidth", sizes.headWidth());
        values.put("queriesPerKey", sizes.queriesPerKey());
        values.put("epsilon", architecture.epsilon());
        values.put("activation", architecture.activation().expression());
        values.put("attentionScale", architecture.attentionScale());
        values.put("head", architecture.parameters().headIndex());
        values.put("headBias", architecture.parameters().headBiasIndex());
        values.put("causal", architecture.causal());
        values.put("low", products.expression());
        values.put("block", LOSS_BLOCK);
        return values;
    }

    private String filled(String text, Map<String, Object> values) {
        ParameterLayout layout = architecture.parameters();
        String valued =
                VALUE.matcher(text)
                        .replaceAll(
                                name ->
                                        Matcher.quoteReplacement(
                                                written(
                                                        Objects.requireNonNull(
                                                                values.get(name.group(1)),
                                                                name.group(1)))));
        return TENSOR.matcher(valued)
                .replaceAll(name -> Matcher.quoteReplacement(layout.reference(name.group(1))));
    }

    /// As TorchScript writes it.
    private static String written(Object value) {
        return switch (value) {
            case Boolean truth -> truth ? "True" : "False";
            case List<?> list ->
                    list.stream()
                            .map(ModelScript::written)
                            .collect(Collectors.joining(", ", "[", "]"));
            default -> value.toString();
        };
    }

    private static String resource(String name) {
        try (InputStream text = ModelScript.class.getResourceAsStream(name)) {
            return new String(
                    Objects.requireNonNull(text, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new IllegalStateException("Cannot read " + name, broken);
        }
    }
}
