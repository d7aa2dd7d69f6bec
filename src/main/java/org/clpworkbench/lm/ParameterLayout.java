package org.clpworkbench.lm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The parameters of a decoder in the order in which its script takes them: those before the
/// layers, the same ones in every layer, those after, and the output head where it is not tied.
///
/// @param prefix what a model with a head puts before all names but the head's ("transformer.")
/// @param layerPrefix what a layer's names begin with, before its number ("h.")
/// @param layer one layer's parameters
/// @param heads names under which the head is found, the usual one first
/// @param head the shape of a head of its own
public record ParameterLayout(
        String prefix,
        List<Parameter> before,
        String layerPrefix,
        List<Parameter> layer,
        int layers,
        List<Parameter> after,
        List<String> heads,
        Optional<Parameter> head) {
    public ParameterLayout {
        before = List.copyOf(before);
        layer = List.copyOf(layer);
        after = List.copyOf(after);
        heads = List.copyOf(heads);
    }

    /// The embedding comes first; a head of its own is as large.
    static ParameterLayout of(
            DecoderSizes sizes,
            String prefix,
            List<Parameter> before,
            String layerPrefix,
            List<Parameter> layer,
            List<Parameter> after,
            String... heads) {
        var head = new Parameter(heads[0], before.getFirst().shape());
        return new ParameterLayout(
                prefix,
                before,
                layerPrefix,
                layer,
                sizes.layers(),
                after,
                List.of(heads),
                sizes.tied() ? Optional.empty() : Optional.of(head));
    }

    List<Parameter> all() {
        var all = new ArrayList<>(before);
        for (int i = 0; i < layers; i++) {
            for (Parameter parameter : layer) {
                all.add(new Parameter(layerPrefix + i + "." + parameter.name(), parameter.shape()));
            }
        }
        all.addAll(after);
        head.ifPresent(all::add);
        return all;
    }

    /// The place among {@link #all} of the matrix that hidden states are multiplied with: a head of
    /// its own, or the input embedding, which is the first.
    int headIndex() {
        return head.isPresent() ? firstAfter() + after.size() : 0;
    }

    /// The place of a layer's first parameter; of the first one after all layers for their number.
    int firstOf(int layer) {
        return before.size() + this.layer.size() * layer;
    }

    private int firstAfter() {
        return firstOf(layers);
    }

    /// The layer of the parameter at a place; empty before and after the layers.
    Optional<Integer> layerOf(int index) {
        return index >= before.size() && index < firstAfter()
                ? Optional.of((index - before.size()) / layer.size())
                : Optional.empty();
    }

    /// How a script speaks of a parameter in its list `w`, with the number of the layer in `layer`;
    /// `None` for one that this model does not have.
    String reference(String name) {
        int inLayer = names(layer).indexOf(name);
        if (inLayer >= 0) {
            return "w[%d + %d * layer]".formatted(before.size() + inLayer, layer.size());
        }
        int first = names(before).indexOf(name);
        if (first >= 0) {
            return "w[%d]".formatted(first);
        }
        int last = names(after).indexOf(name);
        return last >= 0 ? "w[%d]".formatted(firstAfter() + last) : "None";
    }

    private static List<String> names(List<Parameter> parameters) {
        return parameters.stream().map(Parameter::name).toList();
    }

    /// Names under which a checkpoint may hold a parameter: as a model with a head has it, and as
    /// one without.
    List<String> namesInFile(Parameter parameter) {
        return isHead(parameter)
                ? heads
                : Stream.of(prefix + parameter.name(), parameter.name()).toList();
    }

    private boolean isHead(Parameter parameter) {
        return head.isPresent() && head.get().equals(parameter);
    }
}
