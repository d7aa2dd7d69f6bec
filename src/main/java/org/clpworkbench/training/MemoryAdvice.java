package org.clpworkbench.training;

import org.clpworkbench.lm.LanguageModel;
import org.clpworkbench.lm.StepMemory;
import org.clpworkbench.lm.StepPlan;
import org.clpworkbench.lm.TrainedPart;
import org.clpworkbench.problem.Sentence;

import java.util.ArrayList;
import java.util.List;

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

    private Sentence summary() {
        StepMemory need = need();
        boolean recomputes = plan.recompute();
        return Sentence.of(
                MemoryAdvice.class,
                recomputes ? "memory.step.recomputing" : "memory.step",
                need.bytes() / GB,
                need.weights() / GB,
                need.gradients() / GB,
                need.moments() / GB,
                need.activations() / GB,
                need.logits() / GB,
                free / GB);
    }

    /// What to say when memory ran out: what was needed, and what each remedy would bring.
    Sentence outOfMemory() {
        var remedies = new ArrayList<Sentence>();
        if (!plan.recompute()) {
            offer(
                    remedies,
                    Sentence.of(MemoryAdvice.class, "remedy.recompute"),
                    plan.recomputing(),
                    context);
        }
        if (plan.rows() > 1) {
            int half = Math.ceilDiv(plan.rows(), 2);
            offer(
                    remedies,
                    Sentence.of(MemoryAdvice.class, "remedy.parts"),
                    plan.atATime(half),
                    context);
        }
        if (context > 64) {
            offer(
                    remedies,
                    Sentence.of(MemoryAdvice.class, "remedy.context", context / 2),
                    plan,
                    context / 2);
        }
        if (plan.part() instanceof TrainedPart.All) {
            offer(
                    remedies,
                    Sentence.of(MemoryAdvice.class, "remedy.embeddings"),
                    plan.training(new TrainedPart.Embeddings()),
                    context);
        }
        Sentence less =
                remedies.stream()
                        .reduce((a, b) -> Sentence.of(MemoryAdvice.class, "remedy.and", a, b))
                        .map(all -> Sentence.of(MemoryAdvice.class, "memory.less", all))
                        .orElseGet(() -> Sentence.of(MemoryAdvice.class, "memory.smaller"));
        return Sentence.of(MemoryAdvice.class, "memory.out", summary(), less);
    }

    private void offer(List<Sentence> remedies, Sentence remedy, StepPlan other, int tokens) {
        long bytes = model.memory(other, tokens).bytes();
        if (bytes < need().bytes()) {
            remedies.add(Sentence.of(MemoryAdvice.class, "remedy.saves", remedy, bytes / GB));
        }
    }
}
