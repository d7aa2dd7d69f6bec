package org.clpworkbench.training;

import org.clpworkbench.lm.LanguageModel;
import org.clpworkbench.lm.StepMemory;
import org.clpworkbench.lm.StepPlan;
import org.clpworkbench.lm.TrainedPart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a step needs, and what would make it need less, with numbers.
///
/// @param free bytes that were free before the run took any
record MemoryAdvice(LanguageModel model, StepPlan plan, int context, long free) {
    private static final double GB = 1e9;

    /// Part of the free memory that a step may be planned to take.
    private static final double USABLE = 0.9;

    StepMemory need() {
        return model.memory(plan, context);
    }

    /// Whether the step as planned fits.
    boolean fits() {
        return need().bytes() <= USABLE * free;
    }

    private String summary() {
        StepMemory need = need();
        return String.format(
                Locale.ROOT,
                "A step takes about %.2f GB: weights %.2f, gradients %.2f, optimizer %.2f,"
                        + " activations %.2f%s, logits %.2f; %.2f GB are free.",
                need.bytes() / GB,
                need.weights() / GB,
                need.gradients() / GB,
                need.moments() / GB,
                need.activations() / GB,
                plan.recompute() ? " (with gradient checkpointing)" : "",
                need.logits() / GB,
                free / GB);
    }

    /// What to say when memory ran out: what was needed, and what each remedy would bring.
    String outOfMemory() {
        var remedies = new ArrayList<String>();
        if (!plan.recompute()) {
            offer(remedies, "--gradient-checkpointing on", plan.recomputing(), context);
        }
        if (plan.rows() > 1) {
            int half = Math.ceilDiv(plan.rows(), 2);
            offer(
                    remedies,
                    "half the sequences at a time (--accumulate)",
                    plan.atATime(half),
                    context);
        }
        if (context > 64) {
            offer(remedies, "--context " + context / 2, plan, context / 2);
        }
        if (plan.part() instanceof TrainedPart.All) {
            offer(
                    remedies,
                    "--trainable embeddings",
                    plan.training(new TrainedPart.Embeddings()),
                    context);
        }
        String less =
                remedies.isEmpty()
                        ? "Choose a smaller model."
                        : "Less is needed with " + String.join(", ", remedies) + ".";
        return "Memory ran out. " + summary() + " " + less;
    }

    private void offer(List<String> remedies, String name, StepPlan other, int tokens) {
        long bytes = model.memory(other, tokens).bytes();
        if (bytes < need().bytes()) {
            remedies.add(String.format(Locale.ROOT, "%s (about %.2f GB)", name, bytes / GB));
        }
    }
}
