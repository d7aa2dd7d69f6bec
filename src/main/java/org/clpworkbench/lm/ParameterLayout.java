package org.clpworkbench.lm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The parameters of a model in the order in which its script takes them: those before the layers,
/// the same ones in every layer, those after, and those of the output head.
///
/// @param prefix what a model with a head puts before all names but the head's ("transformer.")
/// @param layerPrefix what a layer's names begin with, before its number ("h.")
/// @param layer one layer's parameters
public record ParameterLayout(
        String prefix,
        List<Parameter> before,
        String layerPrefix,
        List<Parameter> layer,
        int layers,
        List<Parameter> after,
        OutputHead head) {
    public ParameterLayout {
        before = List.copyOf(before);
        layer = List.copyOf(layer);
        after = List.copyOf(after);
    }

    /// The embedding comes first; a head's matrix of its own is as large.
    static ParameterLayout of(
            ModelSizes sizes,
            String prefix,
            List<Parameter> before,
            String layerPrefix,
            List<Parameter> layer,
            List<Parameter> after,
            String... heads) {
        var head = OutputHead.of(sizes.tied(), before.getFirst().shape(), heads);
        return new ParameterLayout(prefix, before, layerPrefix, layer, sizes.layers(), after, head);
    }

    /// Every parameter.
    public List<Parameter> all() {
        var all = new ArrayList<>(before);
        for (int i = 0; i < layers; i++) {
            for (Parameter parameter : layer) {
                all.add(new Parameter(layerPrefix + i + "." + parameter.name(), parameter.shape()));
            }
        }
        all.addAll(after);
        all.addAll(head.before());
        head.matrix().ifPresent(all::add);
        return all;
    }

    /// The place among {@link #all} of the matrix that hidden states are multiplied with: a head of
    /// its own, or the input embedding, which is the first.
    int headIndex() {
        return head.matrix().isPresent() ? firstOfHead() + head.before().size() : 0;
    }

    /// The place of what is added to logits; −1 where nothing is.
    int headBiasIndex() {
        return head.bias()
                .map(bias -> firstOfHead() + names(head.before()).indexOf(bias))
                .orElse(-1);
    }

    /// The place of a layer's first parameter; of the first one after all layers for their number.
    int firstOf(int layer) {
        return before.size() + this.layer.size() * layer;
    }

    private int firstAfter() {
        return firstOf(layers);
    }

    private int firstOfHead() {
        return firstAfter() + after.size();
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
        if (last >= 0) {
            return "w[%d]".formatted(firstAfter() + last);
        }
        int ofHead = names(head.before()).indexOf(name);
        return ofHead >= 0 ? "w[%d]".formatted(firstOfHead() + ofHead) : "None";
    }

    private static List<String> names(List<Parameter> parameters) {
        return parameters.stream().map(Parameter::name).toList();
    }

    /// Names under which a checkpoint may hold a parameter: as a model with a head has it, and as
    /// one without; norms also as BERT's first checkpoints have them.
    public List<String> namesInFile(Parameter parameter) {
        if (head.matrix().equals(Optional.of(parameter))) {
            return head.names();
        }
        String name = parameter.name();
        String old =
                name.replace("LayerNorm.weight", "LayerNorm.gamma")
                        .replace("LayerNorm.bias", "LayerNorm.beta");
        return head.before().contains(parameter)
                ? List.of(name, old)
                : List.of(prefix + name, name, prefix + old);
    }
}
