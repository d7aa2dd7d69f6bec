package org.clpworkbench.tensor;

import org.clpworkbench.problem.Sentence;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Runs a pickle of a PyTorch checkpoint and gives back the value that it describes. It builds
/// values and nothing else: no name of the pickle leads to code, steps and names that checkpoints
/// do not need are refused, and what it may make is bounded by a budget.
///
/// Source: <https://github.com/python/cpython/blob/main/Lib/pickletools.py>
final class Unpickler {
    private final PickleInput in;
    private final PickleBudget budget;
    private final PickleCalls calls;
    private final PickleStack stack;
    private final Map<Long, PickleValue> memo = new HashMap<>();

    private Unpickler(PickleInput in, PickleBudget budget) {
        this.in = in;
        this.budget = budget;
        this.calls = new PickleCalls(in, budget);
        this.stack = new PickleStack(in);
    }

    /// Reads one pickle; `in` then stands behind it.
    ///
    /// @throws RefusedTensorFileException when it asks for more than checkpoints need
    static Unpickled read(PickleInput in, PickleBudget budget) throws IOException {
        var unpickler = new Unpickler(in, budget);
        return new Unpickled(unpickler.run(), unpickler.calls.storages());
    }

    private PickleValue run() throws IOException {
        while (true) {
            long at = in.at();
            budget.spend(1, at);
            int code = in.unsignedByte();
            PickleOpcode opcode = PickleOpcode.of(code).orElseThrow(() -> unknown(code, at));
            if (opcode == PickleOpcode.STOP) {
                return stack.pop(at);
            }
            step(opcode, at);
        }
    }

    private RefusedTensorFileException unknown(int code, long at) {
        return in.refusal(at, Sentence.of(Unpickler.class, "refused.step", "%02x".formatted(code)));
    }

    private void step(PickleOpcode opcode, long at) throws IOException {
        switch (opcode) {
            case PROTO -> protocol(at);
            case FRAME -> in.signedLong();
            case STOP -> throw new IllegalStateException("The end is no step.");
            case MARK -> stack.mark();
            case POP -> stack.pop(at);
            case POP_MARK -> stack.popToMark(at);
            case NONE -> stack.push(PickleValue.Constant.NONE);
            case NEWTRUE -> stack.push(PickleValue.Constant.TRUE);
            case NEWFALSE -> stack.push(PickleValue.Constant.FALSE);
            case BININT -> stack.push(new PickleValue.Int(in.signedInt()));
            case BININT1 -> stack.push(new PickleValue.Int(in.unsignedByte()));
            case BININT2 -> stack.push(new PickleValue.Int(in.unsignedShort()));
            case LONG1 -> stack.push(new PickleValue.Int(in.signedNumber(in.unsignedByte())));
            case BINFLOAT -> stack.push(new PickleValue.Real(in.bigEndianDouble()));
            case SHORT_BINSTRING, SHORT_BINUNICODE -> text(in.unsignedByte());
            case BINSTRING, BINUNICODE -> text(in.unsignedInt());
            case BINUNICODE8 -> text(in.signedLong());
            case EMPTY_TUPLE -> stack.push(new PickleValue.Tuple(List.of()));
            case TUPLE1 -> stack.push(new PickleValue.Tuple(stack.pop(1, at)));
            case TUPLE2 -> stack.push(new PickleValue.Tuple(stack.pop(2, at)));
            case TUPLE3 -> stack.push(new PickleValue.Tuple(stack.pop(3, at)));
            case TUPLE -> stack.push(new PickleValue.Tuple(stack.popToMark(at)));
            case EMPTY_LIST -> stack.push(new PickleValue.Items());
            case LIST -> stack.push(new PickleValue.Items(stack.popToMark(at)));
            case APPEND -> append(stack.pop(1, at), at);
            case APPENDS -> append(stack.popToMark(at), at);
            case EMPTY_DICT -> stack.push(new PickleValue.Dict());
            case DICT -> dict(at);
            case SETITEM -> set(stack.pop(2, at), at);
            case SETITEMS -> set(stack.popToMark(at), at);
            case BINPUT -> memo.put((long) in.unsignedByte(), stack.peek(at));
            case LONG_BINPUT -> memo.put(in.unsignedInt(), stack.peek(at));
            case MEMOIZE -> memo.put((long) memo.size(), stack.peek(at));
            case BINGET -> stack.push(remembered(in.unsignedByte(), at));
            case LONG_BINGET -> stack.push(remembered(in.unsignedInt(), at));
            case GLOBAL, INST -> stack.push(global(in.line(), in.line(), opcode, at));
            case STACK_GLOBAL -> stackGlobal(at);
            case REDUCE -> reduce(at);
            case BUILD -> build(at);
            case BINPERSID -> stack.push(calls.storage(stack.pop(at), at));
        }
    }

    private void protocol(long at) throws IOException {
        int protocol = in.unsignedByte();
        if (protocol > 5) {
            throw in.refusal(at, Sentence.of(Unpickler.class, "refused.protocol", protocol));
        }
    }

    private void text(long length) throws MalformedTensorFileException {
        stack.push(new PickleValue.Text(in.text(length)));
    }

    private void append(List<PickleValue> values, long at) throws MalformedTensorFileException {
        if (!(stack.peek(at) instanceof PickleValue.Items list)) {
            throw in.fault(
                    at, Sentence.of(Unpickler.class, "pickle.append", stack.peek(at).kind()));
        }
        list.items().addAll(values);
    }

    private void dict(long at) throws MalformedTensorFileException {
        List<PickleValue> pairs = stack.popToMark(at);
        stack.push(new PickleValue.Dict());
        set(pairs, at);
    }

    private void set(List<PickleValue> pairs, long at) throws MalformedTensorFileException {
        if (!(stack.peek(at) instanceof PickleValue.Dict dict)) {
            throw in.fault(at, Sentence.of(Unpickler.class, "pickle.set", stack.peek(at).kind()));
        }
        if (pairs.size() % 2 != 0) {
            throw in.fault(at, Sentence.of(Unpickler.class, "pickle.value"));
        }
        for (int i = 0; i < pairs.size(); i += 2) {
            calls.set(dict, pairs.get(i), pairs.get(i + 1), at);
        }
    }

    private PickleValue remembered(long index, long at) throws MalformedTensorFileException {
        PickleValue value = memo.get(index);
        if (value == null) {
            throw in.fault(at, Sentence.of(Unpickler.class, "pickle.memo", index));
        }
        return value;
    }

    private PickleValue global(String module, String name, PickleOpcode opcode, long at)
            throws RefusedTensorFileException {
        String qualified = module + "." + name;
        return PickleGlobal.named(qualified)
                .filter(_ -> opcode != PickleOpcode.INST)
                .orElseThrow(
                        () ->
                                in.refusal(
                                        at,
                                        Sentence.of(
                                                Unpickler.class,
                                                "refused.name",
                                                Wording.name(qualified))));
    }

    private void stackGlobal(long at) throws IOException {
        List<PickleValue> names = stack.pop(2, at);
        if (!(names.get(0) instanceof PickleValue.Text module)
                || !(names.get(1) instanceof PickleValue.Text name)) {
            throw in.fault(at, Sentence.of(Unpickler.class, "pickle.global"));
        }
        stack.push(global(module.value(), name.value(), PickleOpcode.STACK_GLOBAL, at));
    }

    private void reduce(long at) throws IOException {
        List<PickleValue> both = stack.pop(2, at);
        stack.push(calls.call(both.get(0), both.get(1), at));
    }

    /// Attributes of a dict, such as the versions of modules in `_metadata`, say nothing of
    /// tensors.
    private void build(long at) throws MalformedTensorFileException {
        stack.pop(at);
        if (!(stack.peek(at) instanceof PickleValue.Dict)) {
            throw in.fault(
                    at, Sentence.of(Unpickler.class, "pickle.attributes", stack.peek(at).kind()));
        }
    }
}
