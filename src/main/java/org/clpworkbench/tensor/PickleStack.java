package org.clpworkbench.tensor;

import org.clpworkbench.problem.Sentence;

import java.util.ArrayList;
import java.util.List;

/// The stack of a pickle's machine. A mark hides what lies below it until the mark is taken.
final class PickleStack {
    private final PickleInput in;
    private final List<PickleValue> values = new ArrayList<>();
    private final List<Integer> marks = new ArrayList<>();

    PickleStack(PickleInput in) {
        this.in = in;
    }

    void push(PickleValue value) {
        values.add(value);
    }

    void mark() {
        marks.add(values.size());
    }

    /// @param at the byte of the file where the step stands that wants a value
    PickleValue pop(long at) throws MalformedTensorFileException {
        peek(at);
        return values.removeLast();
    }

    PickleValue peek(long at) throws MalformedTensorFileException {
        int bottom = marks.isEmpty() ? 0 : marks.getLast();
        if (values.size() <= bottom) {
            throw in.fault(at, Sentence.of(PickleStack.class, "pickle.stack"));
        }
        return values.getLast();
    }

    /// Takes the mark and all that lies above it, lowest first.
    List<PickleValue> popToMark(long at) throws MalformedTensorFileException {
        if (marks.isEmpty()) {
            throw in.fault(at, Sentence.of(PickleStack.class, "pickle.mark"));
        }
        List<PickleValue> above = values.subList(marks.removeLast(), values.size());
        var taken = new ArrayList<PickleValue>(above);
        above.clear();
        return taken;
    }

    /// Takes so many values, lowest first.
    List<PickleValue> pop(int count, long at) throws MalformedTensorFileException {
        var taken = new PickleValue[count];
        for (int i = count - 1; i >= 0; i--) {
            taken[i] = pop(at);
        }
        return List.of(taken);
    }
}
